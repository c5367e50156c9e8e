-- quality: which rules the reports of a region break.
--
-- grain     region_code, report_year, rule; rules with at least one finding only: no row, no finding
-- n_error, n_warn, n_info   findings by severity
-- n_reports reports that the rule applies to, of every scope: those on the form of the rule; for a rule between years those
--           whose body reported the year before with the same scope, on a form that has the figures of the rule; for a rule
--           of territories those of a whole territory that stand beside reports of its bodies; else all of them
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

CREATE OR REPLACE TEMPORARY VIEW quality_reports AS
SELECT f.body_id, f.report_year, f.region_code, f.form,
  CASE WHEN lag(f.report_year) OVER year_by_year = f.report_year - 1 THEN lag(f.form) OVER year_by_year END AS before,
  coalesce(f.basis = 'territory', false) AND b.region_code IS NOT NULL AS beside_bodies
FROM filed f
LEFT JOIN (SELECT DISTINCT region_code, report_year FROM region_forms WHERE basis = 'bodies') b
  ON b.region_code = f.region_code AND b.report_year = f.report_year
WINDOW year_by_year AS (PARTITION BY f.panel_id, f.scope ORDER BY f.report_year, f.body_id);

CREATE OR REPLACE TEMPORARY VIEW quality_filed AS
SELECT t.ancestor AS region_code, r.report_year, r.form, r.before, r.beside_bodies, count(*) AS n
FROM quality_reports r
JOIN tree t ON t.region_code = r.region_code AND t.report_year = r.report_year
GROUP BY t.ancestor, r.report_year, r.form, r.before, r.beside_bodies;

CREATE OR REPLACE TEMPORARY VIEW quality_applicable AS
SELECT x.region_code, x.report_year, x.rule, sum(f.n) AS n_reports
FROM quality_rolled x
LEFT JOIN rules u ON u.rule = x.rule
JOIN quality_filed f ON f.region_code = x.region_code AND f.report_year = x.report_year
 AND (u.form IS NULL OR u.form = f.form)
 AND (u.before IS NULL OR u.before = f.before OR u.before = '*' AND f.before IS NOT NULL)
 AND (u.rule IS NULL OR NOT u.territory OR f.beside_bodies)
GROUP BY x.region_code, x.report_year, x.rule;

SELECT
  x.region_code, x.report_year, x.rule, x.n_error, x.n_warn, x.n_info,
  greatest(coalesce(a.n_reports, 0L), x.n_failed) AS n_reports,
  x.n_failed,
  1D - x.n_failed / CAST(greatest(coalesce(a.n_reports, 0L), x.n_failed) AS DOUBLE) AS pass_rate
FROM quality_rolled x
LEFT JOIN quality_applicable a ON a.region_code = x.region_code AND a.report_year = x.report_year AND a.rule = x.rule
