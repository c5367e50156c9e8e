-- quality: which rules the reports of a region break.
--
-- grain     region_code, report_year, rule; rules with at least one finding only: no row, no finding
-- n_error, n_warn, n_info   findings by severity
-- n_reports reports that the rule applies to: those on the form of the rule, all of them where it belongs to no form;
--           every scope counts
-- n_failed  reports with at least one finding of the rule; pass_rate = 1 − n_failed ÷ n_reports
-- A finding never changes a figure.
CREATE OR REPLACE TEMPORARY VIEW quality_found AS
SELECT body_id, region_code, report_year, rule,
       count(CASE WHEN severity = 'error' THEN 1 END) AS n_error,
       count(CASE WHEN severity = 'warn' THEN 1 END) AS n_warn,
       count(CASE WHEN severity = 'info' THEN 1 END) AS n_info
FROM findings
GROUP BY body_id, region_code, report_year, rule;

CREATE OR REPLACE TEMPORARY VIEW quality_rolled AS
SELECT t.ancestor AS region_code, f.report_year, f.rule,
       sum(n_error) AS n_error, sum(n_warn) AS n_warn, sum(n_info) AS n_info, count(*) AS n_failed
FROM quality_found f
JOIN tree t ON t.region_code = f.region_code AND t.report_year = f.report_year
GROUP BY t.ancestor, f.report_year, f.rule;

CREATE OR REPLACE TEMPORARY VIEW quality_filed AS
SELECT t.ancestor AS region_code, r.report_year, r.form, count(*) AS n
FROM reports r
JOIN tree t ON t.region_code = r.region_code AND t.report_year = r.report_year
GROUP BY t.ancestor, r.report_year, r.form;

CREATE OR REPLACE TEMPORARY VIEW quality_applicable AS
SELECT x.region_code, x.report_year, x.rule, sum(f.n) AS n_reports
FROM quality_rolled x
LEFT JOIN rules u ON u.rule = x.rule
JOIN quality_filed f ON f.region_code = x.region_code AND f.report_year = x.report_year
 AND (u.form IS NULL OR u.form = f.form)
GROUP BY x.region_code, x.report_year, x.rule;

SELECT
  x.region_code, x.report_year, x.rule, x.n_error, x.n_warn, x.n_info,
  greatest(coalesce(a.n_reports, 0L), x.n_failed) AS n_reports,
  x.n_failed,
  1D - x.n_failed / CAST(greatest(coalesce(a.n_reports, 0L), x.n_failed) AS DOUBLE) AS pass_rate
FROM quality_rolled x
LEFT JOIN quality_applicable a ON a.region_code = x.region_code AND a.report_year = x.report_year AND a.rule = x.rule
