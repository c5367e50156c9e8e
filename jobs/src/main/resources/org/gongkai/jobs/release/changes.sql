-- changes: the published cells that differ between two releases, and why.
--
-- grain  one row a cell: measures by region, year, basis, measure, requester; observations by body, year, indicator,
--        requester, origin
-- before, after   the value, or the status letter where there is none
-- cause  definition: a formula of the measure changed. filed: a report of the body (for a measure: of any body of the
--        region and year) came or went. refiled: another document took its place. parser: the same document, another
--        version of the reader. correction: a documented correction came or went. The strongest applies; empty where none of them does, as for the figure of a neighbouring
--        year in a status
CREATE OR REPLACE TEMPORARY VIEW changes_cells AS
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

CREATE OR REPLACE TEMPORARY VIEW changes_definitions AS
SELECT coalesce(a.measure, b.measure) AS measure
FROM measures_dictionary_after a
FULL OUTER JOIN measures_dictionary_before b ON a.measure = b.measure
WHERE concat_ws('\n', a.formula_2014, '|', a.formula_2019, '|', a.formula_2021, '|', a.formula_prose)
  <> concat_ws('\n', b.formula_2014, '|', b.formula_2019, '|', b.formula_2021, '|', b.formula_prose);

CREATE OR REPLACE TEMPORARY VIEW changes_regions AS
SELECT t.ancestor AS region_code, c.report_year, c.basis, min(c.weight) AS weight
FROM changed_reports c
JOIN changed_tree t ON t.region_code = c.region_code AND t.report_year = c.report_year
 AND (c.basis = 'bodies' OR t.ancestor = c.region_code)
GROUP BY t.ancestor, c.report_year, c.basis;

SELECT
  c.table_name, c.region_code, c.report_year, c.basis, c.body_id, c.code, c.requester, c.origin,
  CASE WHEN c.before IS NULL THEN 'added' WHEN c.after IS NULL THEN 'removed' ELSE 'changed' END AS change,
  c.before, c.after,
  CASE WHEN d.measure IS NOT NULL THEN 'definition'
       ELSE element_at(array('filed', 'refiled', 'parser', 'correction'), coalesce(r.weight, g.weight)) END AS cause
FROM changes_cells c
LEFT JOIN changes_definitions d ON c.table_name = 'measures' AND d.measure = c.code
LEFT JOIN changed_reports r ON r.body_id = c.body_id AND r.report_year = c.report_year
LEFT JOIN changes_regions g
  ON c.table_name = 'measures' AND g.region_code = c.region_code AND g.report_year = c.report_year AND g.basis = c.basis
WHERE NOT (c.before <=> c.after)
