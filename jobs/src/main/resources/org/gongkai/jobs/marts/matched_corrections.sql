-- matched_corrections: the corrections whose printed figure stands. A working table.
--
-- grain body_id, report_year, indicator, requester
-- A correction holds for the preferred figure of its cell, if that is printed as the correction says, as text or as a
-- number; an empty printed value stands for a blank cell.
SELECT
  c.line_number, o.body_id, o.report_year, o.region_code, o.indicator, o.requester, o.origin, o.printed_value, o.value,
  c.corrected_value, o.unit, o.status, o.line, c.reason, c.evidence
FROM given_corrections c
JOIN printed o ON o.body_id = c.body_id AND o.report_year = c.report_year AND o.indicator = c.indicator
 AND o.requester = c.requester
WHERE o.is_preferred
  AND (trim(o.printed_value) = c.printed OR o.value = try_cast(c.printed AS DECIMAL(18,6)))
