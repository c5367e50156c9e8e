-- changed_cells: the published cells that differ between two releases. A working table of changes.sql.
--
-- grain         as changes
-- before, after the value, or the status letter where there is none; missing where the cell was not there
CREATE OR REPLACE TEMPORARY VIEW changed_cells_paired AS
SELECT 'measures' AS table_name,
  coalesce(a.region_code, b.region_code) AS region_code, coalesce(a.report_year, b.report_year) AS report_year,
  coalesce(a.basis, b.basis) AS basis, '' AS body_id, coalesce(a.measure, b.measure) AS code,
  coalesce(a.requester, b.requester) AS requester, '' AS origin,
  coalesce(CAST(b.value AS STRING), b.status) AS before, coalesce(CAST(a.value AS STRING), a.status) AS after
FROM (SELECT * FROM measures_after WHERE value IS NOT NULL OR n_missing > 0) a
FULL OUTER JOIN (SELECT * FROM measures_before WHERE value IS NOT NULL OR n_missing > 0) b
  ON a.region_code = b.region_code AND a.report_year = b.report_year AND a.basis = b.basis
 AND a.measure = b.measure AND a.requester = b.requester
UNION ALL
SELECT 'observations',
  coalesce(a.region_code, b.region_code), coalesce(a.report_year, b.report_year), '',
  coalesce(a.body_id, b.body_id), coalesce(a.indicator, b.indicator), coalesce(a.requester, b.requester),
  coalesce(a.origin, b.origin),
  coalesce(CAST(b.value AS STRING), b.status), coalesce(CAST(a.value AS STRING), a.status)
FROM observations_after a
FULL OUTER JOIN observations_before b
  ON a.body_id = b.body_id AND a.report_year = b.report_year AND a.indicator = b.indicator
 AND a.requester = b.requester AND a.origin = b.origin;

SELECT * FROM changed_cells_paired WHERE NOT (before <=> after)
