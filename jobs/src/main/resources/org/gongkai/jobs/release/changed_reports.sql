-- changed_reports: the reports that are not what they were. A working table of changes.sql.
--
-- grain  body_id, report_year
-- weight 1 came or went, 2 another document, 3 another version of the reader, 4 another correction
CREATE OR REPLACE TEMPORARY VIEW changed_corrections AS
SELECT coalesce(a.body_id, b.body_id) AS body_id, coalesce(a.report_year, b.report_year) AS report_year,
  coalesce(a.indicator, b.indicator) AS indicator
FROM corrections_after a
FULL OUTER JOIN corrections_before b
  ON a.body_id = b.body_id AND a.report_year = b.report_year AND a.indicator = b.indicator AND a.requester = b.requester
WHERE NOT (a.corrected_value <=> b.corrected_value);

SELECT *
FROM (
  SELECT
    coalesce(a.body_id, b.body_id) AS body_id,
    coalesce(a.report_year, b.report_year) AS report_year,
    coalesce(a.region_code, b.region_code) AS region_code,
    CASE coalesce(a.scope, b.scope) WHEN 'territory' THEN 'territory' ELSE 'bodies' END AS basis,
    CASE WHEN a.body_id IS NULL OR b.body_id IS NULL THEN 1
         WHEN a.document <> b.document THEN 2
         WHEN a.parser_version <> b.parser_version THEN 3
         WHEN c.body_id IS NOT NULL THEN 4 END AS weight
  FROM reports_after a
  FULL OUTER JOIN reports_before b ON a.body_id = b.body_id AND a.report_year = b.report_year
  LEFT JOIN (SELECT DISTINCT body_id, report_year FROM changed_corrections) c
    ON c.body_id = coalesce(a.body_id, b.body_id) AND c.report_year = coalesce(a.report_year, b.report_year))
WHERE weight IS NOT NULL
