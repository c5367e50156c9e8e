-- channel_shares: through which channels a region's bodies publish.
--
-- grain     region_code, report_year, basis, channel
-- published Σ channel.c over the bodies that state it
-- share     published ÷ Σ published over all channels of the region and year; the shares of a region and year add up to 1
-- reach     Σ channel.c ÷ Σ publication.total over the bodies that state both; one item on several channels counts once
--           in the total, so reaches add up to more than 1
-- A channel with a printed 0 has a row with share 0; no figure: no row. Where all channels are 0 there is no share.
CREATE OR REPLACE TEMPORARY VIEW channel_shares_published AS
SELECT *, sum(value) OVER (PARTITION BY region_code, report_year, basis) AS all_channels
FROM region_measures
WHERE startswith(measure, 'channel.') AND value IS NOT NULL;

CREATE OR REPLACE TEMPORARY VIEW channel_shares_reached AS
SELECT region_code, report_year, basis, measure, numerator, denominator, n_bodies
FROM region_measures
WHERE startswith(measure, 'reach.') AND denominator <> 0;

SELECT
  p.region_code, p.report_year, p.basis,
  substr(p.measure, length('channel.') + 1) AS channel,
  try_cast(p.value AS DECIMAL(18,6)) AS published,
  CASE WHEN p.all_channels <> 0 THEN CAST(p.value AS DOUBLE) / CAST(p.all_channels AS DOUBLE) END AS share,
  CAST(r.numerator AS DOUBLE) / CAST(r.denominator AS DOUBLE) AS reach,
  coalesce(r.n_bodies, 0L) AS n_reach,
  p.n_bodies, p.n_expected,
  p.n_bodies / CAST(p.n_expected AS DOUBLE) AS coverage
FROM channel_shares_published p
LEFT JOIN channel_shares_reached r
  ON r.region_code = p.region_code AND r.report_year = p.report_year AND r.basis = p.basis
 AND r.measure = concat('reach.', substr(p.measure, length('channel.') + 1))
