-- corrections: the figures that count otherwise than printed.
--
-- grain body_id, report_year, indicator, requester
-- From the guarded file of corrections. `observations` keep the printed figure; the marts count the corrected one.
SELECT body_id, report_year, region_code, indicator, requester, origin, printed_value, corrected_value, unit, status,
       line, reason, evidence
FROM matched_corrections
