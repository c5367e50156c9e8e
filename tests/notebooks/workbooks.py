"""Reads the workbooks of summaries with openpyxl and compares the filled form with the mart: workbooks.py HOME."""

import csv
import json
import pathlib
import sys

import openpyxl

home = pathlib.Path(sys.argv[1])
root = pathlib.Path(__file__).resolve().parents[2]
forms = {f: json.loads((root / "data/reference/forms" / f"{f}.json").read_text("utf-8")) for f in ("2014", "2019", "2021")}
with open(home / "release/current/csv/form_cells.csv", encoding="utf-8-sig") as file:
    cells = [row for row in csv.DictReader(file) if row["basis"] == "bodies"]


def number(text):
    return None if text in ("", None) else float(text)


def compare(path, region, year, sheet):
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    compared = 0
    at = 0
    for name, form in forms.items():
        own = {(c["indicator"], c["requester"], c["unit"]): c["value"] for c in cells
               if c["region_code"] == region and c["report_year"] == year and c["form"] == name}
        if not own and not form["first_year"] <= int(year) <= (form.get("last_year") or 9999):
            continue
        for table in form["tables"]:
            columns = [c for c in table.get("columns", []) if c["role"] != "heading"]
            at = next(i for i in range(at, len(rows)) if rows[i][0] == table["title"]) + 1
            # The body of the table begins where its first row's label stands.
            label = 1 if table["layout"] == "list" else 0
            first = table["rows"][0]["label"]
            if "{row}" in table["cell_code"]:
                while first not in str(rows[at][label]):
                    at += 1
            else:
                at += 1 + max(len(c.get("header", [])) for c in columns)
            for entry in table["rows"]:
                if entry["role"] != "heading":
                    if table["layout"] == "list":
                        wanted = [(3, (entry["code"], "_T", entry["unit"]))]
                    else:
                        wanted = []
                        for k, column in enumerate(columns):
                            code, _, who = table["cell_code"].replace("{row}", entry["code"]).replace("{col}", column["code"]).partition("|")
                            wanted.append((k + 1, (code, "_T" if who in ("", "requester.total") else who, column["unit"])))
                    for column, key in wanted:
                        ours, mart = rows[at][column], number(own.get(key, ""))
                        assert ours is None if mart is None else isinstance(ours, (int, float)) and abs(ours - mart) < 1e-6, \
                            f"{path.name} {key}: the workbook says {ours!r}, the mart {mart!r}"
                        compared += 1
                at += 1
    return compared


total = 0
books = sorted((home / "summaries").glob("??????-????.xlsx"))
assert books, "no workbook in the summaries"
for path in books:
    region, year = path.stem.split("-")
    book = openpyxl.load_workbook(path)
    formulas = [c.coordinate for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert not formulas, f"{path.name}: formulas in {formulas}"
    if "法定表格" in book.sheetnames:
        total += compare(path, region, year, book["法定表格"])
        for sheet in book:
            frozen = sheet.freeze_panes
            has_table = sheet.title not in ("编制说明",) and sheet.max_row > 6
            assert frozen or not has_table or sheet.max_column < 3, f"{path.name} {sheet.title}: no frozen heading"
print(f"{len(books)} workbooks, {total} cells of forms are the mart's, no formula")
