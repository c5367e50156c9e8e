#!/usr/bin/env python3
"""Compares regions.csv with the public-domain history of division codes, where that file is at hand.

    python3 compare_regions.py [FILE]      default: ../shared/domain/areacodes-cc0.csv beside the repository

Every difference must be explained in region_differences.csv (year, code, what), or this fails.
"""
import csv
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE = os.path.dirname(HERE)
FIRST, LAST = 2008, 2024


def rows(path):
    with open(path, encoding="utf-8-sig") as f:
        return list(csv.DictReader(f))


def main():
    other = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        REFERENCE, "..", "..", "..", "shared", "domain", "areacodes-cc0.csv")
    if not os.path.exists(other):
        print(f"skipped: {other} is not here")
        return
    ours, theirs = rows(os.path.join(REFERENCE, "regions.csv")), rows(other)
    explained = {(x["year"], x["code"]) for x in rows(os.path.join(REFERENCE, "region_differences.csv"))}
    open_differences = 0
    for year in range(FIRST, LAST + 1):
        a = {x["code"]: x["name"] for x in ours if x["code"] != "000000"
             and int(x["first_year"]) <= year <= int(x["last_year"] or 9999)}
        b = {x["代码"]: x["名称"] for x in theirs
             if int(x["启用时间"]) <= year < int(x["变更/弃用时间"] or 9999)}
        for code in sorted(a.keys() | b.keys()):
            if a.get(code) != b.get(code) and (str(year), code) not in explained:
                open_differences += 1
                print(f"{year},{code},{a.get(code, '')},{b.get(code, '')}")
    # successors: the set of those that began with the end of the old code
    links = {x["code"]: set(filter(None, x["successors"].split(";"))) for x in ours if x["last_year"] and x["successors"]}
    for x in theirs:
        end = x["变更/弃用时间"]
        if x["状态"] == "弃用" and end and FIRST < int(end) <= LAST:
            want = {s for s in x["新代码"].split(";") if s and "[" not in s}
            got = links.get(x["代码"], set())
            if want and got != want and ("links", x["代码"]) not in explained:
                open_differences += 1
                print(f"links,{x['代码']},{';'.join(sorted(got))},{';'.join(sorted(want))}")
    print(f"{open_differences} differences without an explanation")
    sys.exit(1 if open_differences else 0)


if __name__ == "__main__":
    main()
