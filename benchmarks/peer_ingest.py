"""The peer of an ingest: DuckDB pulls the figures of the form of 2014 out of the same JSON lines, one regular
expression a label, and writes them as Parquet. No titles, regions, prose, rules or provenance.

    python3 benchmarks/peer_ingest.py DOCUMENTS_FOLDER OUT.parquet
"""
import json
import pathlib
import re
import sys

import duckdb

documents, out = sys.argv[1:]
root = pathlib.Path(__file__).resolve().parent.parent
form = json.loads((root / "data/reference/forms/2014.json").read_text())
columns = []
for row in form["tables"][0]["rows"]:
    if row["role"] != "heading":
        pattern = re.escape(row["label"]) + "(?:</td>|<td[^>]*>|[|\\s" + re.escape(row["unit"]) + "])*([0-9]+)"
        quoted = pattern.replace("'", "''")
        columns.append(f"regexp_extract(t, '{quoted}', 1) AS \"{row['code']}\"")
db = duckdb.connect()
db.sql("SET threads = 2")
db.sql(
    f"COPY (SELECT source, {', '.join(columns)} FROM (SELECT source, coalesce(text, html) AS t FROM "
    f"read_json('{documents}/*.jsonl', columns = {{source: 'VARCHAR', text: 'VARCHAR', html: 'VARCHAR'}}, "
    f"format = 'newline_delimited'))) TO '{out}' (FORMAT parquet, COMPRESSION zstd)")
