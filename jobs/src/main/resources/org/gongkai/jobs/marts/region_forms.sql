-- region_forms: how many reports of each form stand in a region. A working table.
--
-- grain region_code, report_year, basis, form; rolled up as the measures are
CREATE OR REPLACE TEMPORARY VIEW region_forms_own AS
SELECT region_code, report_year, basis, form, count(*) AS n FROM standing
GROUP BY region_code, report_year, basis, form;

SELECT t.ancestor AS region_code, o.report_year, o.basis, o.form, sum(o.n) AS n_reports
FROM region_forms_own o
JOIN tree t ON t.region_code = o.region_code AND t.report_year = o.report_year
 AND (o.basis = 'bodies' OR t.ancestor = o.region_code)
GROUP BY t.ancestor, o.report_year, o.basis, o.form
