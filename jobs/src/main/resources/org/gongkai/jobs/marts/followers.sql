-- followers: how many people follow the accounts of a region's bodies, platform by platform.
--
-- grain          region_code, report_year, platform; basis `bodies` only
-- followers      Σ over bodies and accounts of one platform: a stock, never added over platforms or years, never carried
--                into a year without a figure
-- accounts       follower figures in the sum; bodies: bodies with one or more; median: of the bodies' figures
-- as_of_first, as_of_last   range of the dates that the figures stand for: the end of the reported period, else the day
--                of publication
-- matched_growth Σ followers ÷ Σ followers a year before − 1, over the n_matched bodies with both
CREATE OR REPLACE TEMPORARY VIEW followers_figures AS
SELECT f.platform, f.followers, f.accounts, s.region_code, s.report_year, s.as_of
FROM report_followers f
JOIN standing s ON s.body_id = f.body_id AND s.report_year = f.report_year;

CREATE OR REPLACE TEMPORARY VIEW followers_described AS
SELECT
  t.ancestor AS region_code, f.report_year, f.platform,
  sum(f.accounts) AS accounts,
  percentile(CAST(f.followers AS DOUBLE), 0.5) AS median,
  min(f.as_of) AS as_of_first, max(f.as_of) AS as_of_last
FROM followers_figures f
JOIN tree t ON t.region_code = f.region_code AND t.report_year = f.report_year
GROUP BY t.ancestor, f.report_year, f.platform;

SELECT
  m.region_code, m.report_year, d.platform, d.accounts, m.n_bodies,
  try_cast(m.value AS DECIMAL(18,6)) AS followers,
  d.median, d.as_of_first, d.as_of_last,
  CASE WHEN m.matched_previous <> 0
       THEN CAST(m.matched_value AS DOUBLE) / CAST(m.matched_previous AS DOUBLE) - 1D END AS matched_growth,
  m.n_matched, m.n_expected,
  m.n_bodies / CAST(m.n_expected AS DOUBLE) AS coverage,
  CASE WHEN m.n_approximate > 0 THEN 'E' ELSE 'A' END AS status
FROM region_measures m
JOIN followers_described d
  ON d.region_code = m.region_code AND d.report_year = m.report_year AND m.measure = concat('followers.', d.platform)
WHERE m.basis = 'bodies' AND m.value IS NOT NULL
