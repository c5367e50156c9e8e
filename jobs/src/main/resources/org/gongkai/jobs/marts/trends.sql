-- trends: every measure against the year before.
--
-- grain              region_code, report_year, basis, measure, requester; rows with a value only
-- value, previous    of the region in both years; previous is null where there is none, and over a break in series
-- change, change_pct value − previous, and that as a percentage of previous
-- matched_*          the same over the bodies with a figure in both years; n_matched of them. For a ratio, the ratio of
--                    their sums. Matched growth is matched_change_pct ÷ 100
-- composition_effect change − matched_change: what bodies that came and went add to the change
-- status             B in the first year after a change of definition or of the region; comparability says how deep it cuts
-- Caveat: over a near step a change mixes what happened with what was counted.
CREATE OR REPLACE TEMPORARY VIEW trends_pairs AS
SELECT
  *,
  value - previous AS change,
  CASE WHEN n_matched > 0 THEN matched_value - matched_previous END AS matched_change
FROM region_measures
WHERE value IS NOT NULL;

SELECT
  region_code, report_year, basis, measure, requester, unit,
  try_cast(value AS DECIMAL(18,6)) AS value,
  try_cast(previous AS DECIMAL(18,6)) AS previous,
  try_cast(change AS DECIMAL(18,6)) AS change,
  CASE WHEN previous <> 0 THEN 100D * CAST(change AS DOUBLE) / CAST(previous AS DOUBLE) END AS change_pct,
  try_cast(matched_value AS DECIMAL(18,6)) AS matched_value,
  try_cast(matched_previous AS DECIMAL(18,6)) AS matched_previous,
  try_cast(matched_change AS DECIMAL(18,6)) AS matched_change,
  CASE WHEN matched_previous <> 0
       THEN 100D * CAST(matched_change AS DOUBLE) / CAST(matched_previous AS DOUBLE) END AS matched_change_pct,
  n_matched, n_bodies,
  try_cast(change - matched_change AS DECIMAL(18,6)) AS composition_effect,
  CASE WHEN has_before AND grade <> 'exact' THEN 'B' WHEN n_approximate > 0 THEN 'E' ELSE 'A' END AS status,
  grade AS comparability
FROM trends_pairs
