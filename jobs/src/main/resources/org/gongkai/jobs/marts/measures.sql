-- measures: every harmonised quantity by region and year.
--
-- grain         region_code, report_year, basis, measure, requester
-- value         the sum over the bodies with a figure; for a ratio numerator ÷ denominator, both summed over the bodies
--               that state both (never an average of rates), rounded to six places; null where no body has a figure
-- numerator, denominator   of a ratio
-- n_bodies      bodies with a figure (basis territory: 1); n_zero of them state 0
-- n_missing     reports whose form asks for it and that give no usable figure
-- n_expected    bodies expected; coverage = n_bodies ÷ n_expected
-- status        B first value after a change of definition (the year before has a value too); E a figure in the sum is
--               approximate; without a value: N cannot be read, O blank, L not found
-- comparability with the year before: exact, near, break; a split or a merger of the region is a break too
-- territory_less_bodies   where a region and year have both bases: what the government publishes for its territory, less
--               the sum of its bodies; stated beside either, added to neither
-- Caveat: a sum is as good as its coverage. Nothing is imputed, and the two bases are never mixed.
SELECT
  region_code, report_year, basis, measure, requester,
  try_cast(value AS DECIMAL(18,6)) AS value,
  CASE WHEN kind = 'ratio' THEN try_cast(numerator AS DECIMAL(18,6)) END AS numerator,
  CASE WHEN kind = 'ratio' THEN try_cast(denominator AS DECIMAL(18,6)) END AS denominator,
  unit, n_bodies, n_zero, n_missing, n_expected,
  CASE WHEN n_expected > 0 THEN n_bodies / CAST(n_expected AS DOUBLE) END AS coverage,
  CASE WHEN n_bodies = 0 OR value IS NULL THEN
            CASE WHEN unreadable THEN 'N' WHEN blank OR n_bodies > 0 THEN 'O' ELSE 'L' END
       WHEN has_before AND grade <> 'exact' THEN 'B'
       WHEN n_approximate > 0 THEN 'E'
       ELSE 'A' END AS status,
  grade AS comparability,
  try_cast(CASE WHEN basis = 'territory' THEN value - beside_value ELSE beside_value - value END AS DECIMAL(18,6))
    AS territory_less_bodies
FROM region_measures
