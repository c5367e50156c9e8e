-- series: the reports with their figures, for the passes over them. A working table.
--
-- grain   body_id, report_year and the rows of `packed`: of each report one row without figures, then those with them
SELECT f.body_id, f.report_year, f.region_code, f.scope, f.form, f.basis, f.panel_id, f.panel_region, p.figures
FROM packed p
JOIN filed f ON f.body_id = p.body_id AND f.report_year = p.report_year
UNION ALL
SELECT body_id, report_year, region_code, scope, form, basis, panel_id, panel_region, CAST(NULL AS BINARY)
FROM filed
