-- scorecard: how far the figures of a region and year can be trusted, in one row.
--
-- grain        region_code, report_year; every scope counts
-- n_reports    reports; n_sound of them without a finding of severity error; sound_rate = n_sound ÷ n_reports
-- n_error, n_warn, n_info   findings by severity
-- n_cells      cells of the statutory tables; n_figures of them hold a number, n_blank are blank (O), n_not_found are
--              expected and not there (L), n_unreadable cannot be read (N). Cells that a form does not have are no cells
-- n_corrected  figures that count otherwise than printed
CREATE OR REPLACE TEMPORARY VIEW scorecard_found AS
SELECT body_id, report_year,
  count(CASE WHEN severity = 'error' THEN 1 END) AS n_error,
  count(CASE WHEN severity = 'warn' THEN 1 END) AS n_warn,
  count(CASE WHEN severity = 'info' THEN 1 END) AS n_info,
  count(CASE WHEN rule = 'correction' THEN 1 END) AS n_corrected
FROM findings
GROUP BY body_id, report_year;

SELECT
  t.ancestor AS region_code, r.report_year,
  count(*) AS n_reports,
  count(CASE WHEN coalesce(f.n_error, 0L) = 0 THEN 1 END) AS n_sound,
  count(CASE WHEN coalesce(f.n_error, 0L) = 0 THEN 1 END) / CAST(count(*) AS DOUBLE) AS sound_rate,
  sum(coalesce(f.n_error, 0L)) AS n_error,
  sum(coalesce(f.n_warn, 0L)) AS n_warn,
  sum(coalesce(f.n_info, 0L)) AS n_info,
  sum(coalesce(c.n_cells, 0L)) AS n_cells,
  sum(coalesce(c.n_figures, 0L)) AS n_figures,
  sum(coalesce(c.n_blank, 0L)) AS n_blank,
  sum(coalesce(c.n_not_found, 0L)) AS n_not_found,
  sum(coalesce(c.n_unreadable, 0L)) AS n_unreadable,
  sum(coalesce(f.n_corrected, 0L)) AS n_corrected
FROM reports r
JOIN tree t ON t.region_code = r.region_code AND t.report_year = r.report_year
LEFT JOIN scorecard_found f ON f.body_id = r.body_id AND f.report_year = r.report_year
LEFT JOIN report_cells c ON c.body_id = r.body_id AND c.report_year = r.report_year
GROUP BY t.ancestor, r.report_year
