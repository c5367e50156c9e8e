-- corrected: the figures that the marts count: as printed, and where a correction holds, the corrected value.
--
-- grain  as observations
-- Origin and status stay as they are, but a figure that could not be read and is now known counts as normal.
SELECT
  o.body_id, o.report_year, o.region_code, o.scope, o.form, o.indicator, o.requester, o.origin,
  coalesce(c.corrected_value, o.value) AS value,
  o.unit,
  CASE WHEN c.corrected_value IS NOT NULL AND o.value IS NULL THEN 'A' ELSE o.status END AS status,
  o.is_preferred, o.printed_label, o.printed_value, o.line
FROM printed o
LEFT JOIN matched_corrections c
  ON c.body_id = o.body_id AND c.report_year = o.report_year AND c.indicator = o.indicator AND c.requester = o.requester
 AND o.is_preferred
