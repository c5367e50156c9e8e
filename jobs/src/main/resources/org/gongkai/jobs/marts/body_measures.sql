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
-- numbers report_no, panel_no (standing) and term_no (terms) stand for what they number: sums are grouped by them and not
--         by a dozen texts. report_no counts by year and body, so that it orders a panel
CREATE OR REPLACE TEMPORARY VIEW body_measures_figures AS
SELECT
  s.panel_no, s.report_no, s.report_year, s.form, s.regime,
  o.indicator, o.requester, o.origin, o.value, o.unit, o.status
FROM observations o
JOIN standing s ON s.body_id = o.body_id AND s.report_year = o.report_year
WHERE o.is_preferred
DISTRIBUTE BY s.panel_no;

CREATE OR REPLACE TEMPORARY VIEW body_measures_amounts AS
SELECT
  f.panel_no, f.report_no, f.report_year, t.term_no,
  max(CASE WHEN f.requester = t.source THEN f.value END) AS printed,
  max(f.requester = t.source AND f.status = 'N') AS unreadable,
  max(f.status = 'E') AS approximate,
  sum(CASE WHEN f.requester <> t.source THEN f.value END) AS columns_sum,
  count(CASE WHEN f.requester <> t.source THEN f.value END) AS n_columns
FROM body_measures_figures f
JOIN terms t ON t.form = f.form AND t.regime = f.regime AND t.indicator = f.indicator
 AND (f.requester = t.source OR t.source = '_T')
 AND (f.origin <> 'prose' OR t.from_prose)
 AND (t.money_unit IS NULL OR t.money_unit = f.unit)
GROUP BY f.panel_no, f.report_no, f.report_year, t.term_no;

CREATE OR REPLACE TEMPORARY VIEW body_measures_added AS
SELECT
  a.panel_no, a.report_no, a.report_year, t.cell, t.asked, t.n_numerator, t.n_denominator, t.side, a.unreadable, a.approximate,
  CAST(t.coefficient * coalesce(a.printed,
    CASE WHEN NOT a.unreadable AND a.n_columns = t.n_columns THEN a.columns_sum END) AS DECIMAL(28,6)) AS amount
FROM body_measures_amounts a
JOIN terms t ON t.term_no = a.term_no;

CREATE OR REPLACE TEMPORARY VIEW body_measures_valued AS
SELECT
  panel_no, report_no, report_year, cell,
  max(asked) AS asked,
  CASE WHEN count(CASE WHEN side = 'numerator' THEN amount END) = max(n_numerator)
        AND count(CASE WHEN side = 'denominator' THEN amount END) = max(n_denominator)
       THEN sum(CASE WHEN side = 'numerator' THEN amount END) END AS numerator,
  CASE WHEN max(n_denominator) > 0
        AND count(CASE WHEN side = 'numerator' THEN amount END) = max(n_numerator)
        AND count(CASE WHEN side = 'denominator' THEN amount END) = max(n_denominator)
       THEN sum(CASE WHEN side = 'denominator' THEN amount END) END AS denominator,
  max(approximate) AS approximate,
  max(unreadable) AS unreadable,
  max(amount IS NULL) AS blank
FROM body_measures_added
GROUP BY panel_no, report_no, report_year, cell;

CREATE OR REPLACE TEMPORARY VIEW body_measures_chained AS
SELECT
  *,
  lag(report_year) OVER year_by_year = report_year - 1 AS follows,
  lag(numerator) OVER year_by_year AS before_numerator,
  lag(denominator) OVER year_by_year AS before_denominator
FROM body_measures_valued
WINDOW year_by_year AS (PARTITION BY panel_no, cell ORDER BY report_no);

SELECT
  s.body_id, s.region_code, s.report_year, s.basis, s.regime_no,
  c.cell, c.asked, c.numerator, c.denominator, c.approximate, c.unreadable, c.blank,
  CASE WHEN c.follows AND c.numerator IS NOT NULL THEN c.before_numerator END AS previous_numerator,
  CASE WHEN c.follows AND c.numerator IS NOT NULL THEN c.before_denominator END AS previous_denominator
FROM body_measures_chained c
JOIN standing s ON s.report_no = c.report_no
