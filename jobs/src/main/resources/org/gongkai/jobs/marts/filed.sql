-- filed: every report, with the series of years that it belongs to. A working table.
--
-- grain        body_id, report_year
-- panel_id     follows a body over a 1:1 change of its region's code; a series is a panel with one scope
-- panel_region the region that the panel begins with: series of one region lie together
-- basis        the basis in which its figures stand; none where they stand in no sum
SELECT r.body_id, r.report_year, r.region_code, r.scope, r.form, r.document, s.basis,
  CASE WHEN startswith(r.body_id, r.region_code) AND l.lineage IS NOT NULL
       THEN concat(l.lineage, substr(r.body_id, length(r.region_code) + 1))
       ELSE r.body_id END AS panel_id,
  substr(panel_id, 1, 6) AS panel_region
FROM reports r
LEFT JOIN lineage l ON l.region_code = r.region_code
LEFT JOIN standing s ON s.body_id = r.body_id AND s.report_year = r.report_year
