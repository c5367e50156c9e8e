-- changes: the published cells that differ between two releases, and why.
--
-- grain  one row a cell: measures by region, year, basis, measure, requester; observations by body, year, indicator,
--        requester, origin
-- before, after   the value, or the status letter where there is none
-- cause  definition: a formula of the measure changed, for a form in use there. filed: a report came or went. refiled: another document took its
--        place. parser: the same document, another version of the reader. correction: a documented correction came or went.
--        For a measure these are the causes of the figures that its formula takes, over the bodies of the region and year;
--        where none of those changed, of any report there (its scope may be another). The strongest applies; empty where none
--        of them does, as for a region that became part of another
CREATE OR REPLACE TEMPORARY VIEW changes_formulas AS
SELECT coalesce(a.measure, b.measure) AS measure,
  stack(5, 'local', a.formula_local, b.formula_local, '2014', a.formula_2014, b.formula_2014,
    '2019', a.formula_2019, b.formula_2019, '2021', a.formula_2021, b.formula_2021,
    'prose', a.formula_prose, b.formula_prose) AS (form, formula_after, formula_before)
FROM measures_dictionary_after a
FULL OUTER JOIN measures_dictionary_before b ON a.measure = b.measure;

-- A formula counts where a report is on its form. One over the narrative may serve any; without a form any may serve.
CREATE OR REPLACE TEMPORARY VIEW changes_definitions AS
SELECT DISTINCT f.measure, t.ancestor AS region_code, r.report_year, r.basis
FROM (SELECT DISTINCT region_code, report_year, form,
        CASE scope WHEN 'territory' THEN 'territory' ELSE 'bodies' END AS basis FROM reports_after) r
JOIN changed_tree t ON t.region_code = r.region_code AND t.report_year = r.report_year
 AND (r.basis = 'bodies' OR t.ancestor = r.region_code)
JOIN changes_formulas f ON f.form = r.form OR f.form = 'prose' OR r.form = 'none'
WHERE NOT (f.formula_after <=> f.formula_before);

CREATE OR REPLACE TEMPORARY VIEW changes_regions AS
SELECT t.ancestor AS region_code, c.report_year, c.basis, min(c.weight) AS weight
FROM changed_reports c
JOIN changed_tree t ON t.region_code = c.region_code AND t.report_year = c.report_year
 AND (c.basis = 'bodies' OR t.ancestor = c.region_code)
GROUP BY t.ancestor, c.report_year, c.basis;

CREATE OR REPLACE TEMPORARY VIEW changes_figures AS
SELECT r.region_code, r.report_year, r.basis, c.code AS indicator, r.weight
FROM changed_cells c
JOIN changed_reports r ON r.body_id = c.body_id AND r.report_year = c.report_year
WHERE c.table_name = 'observations'
UNION ALL
SELECT r.region_code, r.report_year, r.basis, c.indicator, 4
FROM changed_corrections c
JOIN changed_reports r ON r.body_id = c.body_id AND r.report_year = c.report_year;

CREATE OR REPLACE TEMPORARY VIEW changes_measures AS
SELECT t.ancestor AS region_code, f.report_year, f.basis, m.measure, min(f.weight) AS weight
FROM changes_figures f
JOIN changed_tree t ON t.region_code = f.region_code AND t.report_year = f.report_year
 AND (f.basis = 'bodies' OR t.ancestor = f.region_code)
JOIN measure_cells m ON m.indicator = f.indicator
GROUP BY t.ancestor, f.report_year, f.basis, m.measure;

SELECT
  c.table_name, c.region_code, c.report_year, c.basis, c.body_id, c.code, c.requester, c.origin,
  CASE WHEN c.before IS NULL THEN 'added' WHEN c.after IS NULL THEN 'removed' ELSE 'changed' END AS change,
  c.before, c.after,
  CASE WHEN d.measure IS NOT NULL THEN 'definition'
       ELSE element_at(array('filed', 'refiled', 'parser', 'correction'), coalesce(r.weight, m.weight, g.weight)) END AS cause
FROM changed_cells c
LEFT JOIN changes_definitions d
  ON c.table_name = 'measures' AND d.region_code = c.region_code AND d.report_year = c.report_year AND d.basis = c.basis
 AND d.measure = c.code
LEFT JOIN changed_reports r ON r.body_id = c.body_id AND r.report_year = c.report_year
LEFT JOIN changes_measures m
  ON c.table_name = 'measures' AND m.region_code = c.region_code AND m.report_year = c.report_year AND m.basis = c.basis
 AND m.measure = c.code
LEFT JOIN changes_regions g
  ON c.table_name = 'measures' AND g.region_code = c.region_code AND g.report_year = c.report_year AND g.basis = c.basis
