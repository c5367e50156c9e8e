"""Counts what was read right, wrong and not at all, against the true values of a synthesized corpus.

    python3 benchmarks/check.py TRUTH.csv HOME [PEER.parquet]

right    the figure as it stands in the document; blanks do not count
wrong    another figure, or a figure for a blank cell
missing  no figure where there is one
"""
import sys

import duckdb

truth, home = sys.argv[1:3]
db = duckdb.connect()
release = f"{home}/release/current"
db.sql(f"CREATE VIEW truth AS SELECT * FROM read_csv('{truth}', all_varchar = true)")
db.sql(f"""CREATE TABLE read AS
  SELECT r.source, o.indicator, o.requester, o.origin, o.value
  FROM '{release}/observations/*.parquet' o JOIN '{release}/reports/*.parquet' r USING (body_id, report_year)""")
db.sql(f"CREATE TABLE seen AS SELECT source, region_code, report_year, form FROM '{release}/reports/*.parquet'")
count = """count(*) FILTER (t.value IS NOT NULL AND f.value = t.value::DECIMAL(18,6)) AS right,
  count(*) FILTER (f.value IS NOT NULL AND f.value IS DISTINCT FROM t.value::DECIMAL(18,6)) AS wrong,
  count(*) FILTER (t.value IS NOT NULL AND f.value IS NULL) AS missing"""
print("gongkai, by form, layout and origin")
db.sql(f"""SELECT t.form, t.layout, t.origin, count(DISTINCT t.source) AS reports, {count}
  FROM truth t LEFT JOIN read f
    ON f.source = t.source AND f.indicator = t.indicator AND f.requester = t.requester AND f.origin = t.origin
  WHERE t.standing = 'true' GROUP BY ALL ORDER BY ALL""").show(max_rows=100)
print("figures read that are in no cell and no sentence")
print(db.sql("""SELECT f.origin, count(*) AS figures FROM read f ANTI JOIN truth t
    ON f.source = t.source AND f.indicator = t.indicator AND f.requester = t.requester AND f.origin = t.origin
  WHERE f.value IS NOT NULL GROUP BY ALL"""))
print("reports: region, year and form as they are")
print(db.sql("""SELECT count(*) AS reports, count(s.source) AS found, count(*) FILTER (s.region_code = t.region_code) AS region,
  count(*) FILTER (s.report_year = t.report_year::INT) AS year, count(*) FILTER (s.form = t.form) AS form
  FROM (SELECT DISTINCT source, region_code, report_year, form FROM truth WHERE standing = 'true') t
  LEFT JOIN seen s USING (source)"""))
if len(sys.argv) > 3:
    print("the peer, form of 2014")
    print(db.sql(f"""SELECT t.layout, {count} FROM truth t LEFT JOIN
      (SELECT source, name AS indicator, nullif(text, '')::DECIMAL(18,6) AS value
       FROM (UNPIVOT (FROM '{sys.argv[3]}') ON COLUMNS(* EXCLUDE source) INTO NAME name VALUE text)) f
      ON f.source = t.source AND f.indicator = t.indicator
      WHERE t.form = '2014' AND t.origin = 'form' GROUP BY ALL ORDER BY ALL"""))
