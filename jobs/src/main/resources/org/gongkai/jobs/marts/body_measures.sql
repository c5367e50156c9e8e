-- body_measures: every harmonised measure of every report. A working table; the only pass over the observations.
--
-- grain   body_id, report_year, cell (a measure and a requester, see the view `cells`)
-- value   the terms of data/reference/measures.json, added up; null as soon as one term is missing: a missing figure
--         is never 0. For a ratio, numerator and denominator, both needed
-- total   a term that asks for the total (_T) takes the printed total; where that is blank, the sum of the six
--         applicant columns if all six are printed; never where the total is there and cannot be read
-- prose   counts only where the report's form has no such cell
-- money   figures in another unit than the form's are left out
-- matched previous_* is the same body's figure of the year before, if it has one
CREATE OR REPLACE TEMPORARY VIEW body_measures_figures AS
SELECT
  s.panel_id, s.body_id, s.region_code, s.report_year, s.basis, s.form, s.regime,
  o.indicator, o.requester, o.origin, o.value, o.unit, o.status
FROM observations o
JOIN standing s ON s.body_id = o.body_id AND s.report_year = o.report_year
WHERE o.is_preferred
DISTRIBUTE BY s.panel_id;

CREATE OR REPLACE TEMPORARY VIEW body_measures_amounts AS
SELECT
  f.panel_id, f.body_id, f.region_code, f.report_year, f.basis, f.regime,
  t.cell, t.asked, t.n_numerator, t.n_denominator, t.term, t.side, t.coefficient,
  max(CASE WHEN f.requester = t.source THEN f.value END) AS printed,
  max(f.requester = t.source AND f.status = 'N') AS unreadable,
  max(f.status = 'E') AS approximate,
  sum(CASE WHEN f.requester <> t.source THEN f.value END) AS columns_sum,
  count(CASE WHEN f.requester <> t.source THEN f.value END) AS n_columns,
  max(t.n_columns) AS all_columns
FROM body_measures_figures f
JOIN terms t ON t.form = f.form AND t.regime = f.regime AND t.indicator = f.indicator
 AND (f.requester = t.source OR t.source = '_T')
 AND (f.origin <> 'prose' OR t.from_prose)
 AND (t.money_unit IS NULL OR t.money_unit = f.unit)
GROUP BY f.panel_id, f.body_id, f.region_code, f.report_year, f.basis, f.regime,
  t.cell, t.asked, t.n_numerator, t.n_denominator, t.term, t.side, t.coefficient;

CREATE OR REPLACE TEMPORARY VIEW body_measures_added AS
SELECT
  panel_id, body_id, region_code, report_year, basis, regime, cell, asked, n_numerator, n_denominator, side, term,
  unreadable, approximate,
  CAST(coefficient * coalesce(printed,
    CASE WHEN NOT unreadable AND n_columns = all_columns THEN columns_sum END) AS DECIMAL(28,6)) AS amount
FROM body_measures_amounts;

CREATE OR REPLACE TEMPORARY VIEW body_measures_valued AS
SELECT
  panel_id, body_id, region_code, report_year, basis, regime, cell, asked,
  CASE WHEN count(CASE WHEN side = 'numerator' THEN amount END) = n_numerator
        AND count(CASE WHEN side = 'denominator' THEN amount END) = n_denominator
       THEN sum(CASE WHEN side = 'numerator' THEN amount END) END AS numerator,
  CASE WHEN n_denominator > 0
        AND count(CASE WHEN side = 'numerator' THEN amount END) = n_numerator
        AND count(CASE WHEN side = 'denominator' THEN amount END) = n_denominator
       THEN sum(CASE WHEN side = 'denominator' THEN amount END) END AS denominator,
  max(approximate) AS approximate,
  max(unreadable) AS unreadable,
  max(amount IS NULL) AS blank
FROM body_measures_added
GROUP BY panel_id, body_id, region_code, report_year, basis, regime, cell, asked, n_numerator, n_denominator;

CREATE OR REPLACE TEMPORARY VIEW body_measures_chained AS
SELECT
  *,
  lag(report_year) OVER year_by_year = report_year - 1 AS follows,
  lag(numerator) OVER year_by_year AS before_numerator,
  lag(denominator) OVER year_by_year AS before_denominator
FROM body_measures_valued
WINDOW year_by_year AS (PARTITION BY panel_id, basis, cell ORDER BY report_year, body_id);

SELECT
  body_id, region_code, report_year, basis, regime, cell, asked, numerator, denominator, approximate, unreadable, blank,
  CASE WHEN follows AND numerator IS NOT NULL THEN before_numerator END AS previous_numerator,
  CASE WHEN follows AND numerator IS NOT NULL THEN before_denominator END AS previous_denominator
FROM body_measures_chained
