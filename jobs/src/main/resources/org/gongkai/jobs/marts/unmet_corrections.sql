-- unmet_corrections: the corrections whose printed figure does not stand. A working table; one row stops the run.
--
-- grain line_number of the file
SELECT c.line_number, c.body_id, c.report_year, c.indicator, c.requester, c.printed,
       max(CASE WHEN o.body_id IS NOT NULL THEN coalesce(nullif(o.printed_value, ''), CAST(o.value AS STRING), '') END) AS stands
FROM given_corrections c
LEFT ANTI JOIN matched_corrections m ON m.line_number = c.line_number
LEFT JOIN printed o ON o.body_id = c.body_id AND o.report_year = c.report_year AND o.indicator = c.indicator
 AND o.requester = c.requester AND o.is_preferred
GROUP BY c.line_number, c.body_id, c.report_year, c.indicator, c.requester, c.printed
ORDER BY c.line_number
