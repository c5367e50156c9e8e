-- region_measures: the measures of every region, level by level. A working table that the marts are views of.
--
-- grain      region_code, report_year, basis, cell
-- roll-up    basis `bodies`: a report of a county counts for the county, its prefecture, its province and the nation, by
--            the parents of its year. basis `territory`: for the published region only
-- n_missing  reports whose form asks for the measure and that give no usable figure
-- n_expected bodies expected, see expected_bodies
-- before_*   the same region the year before; a region follows its predecessor over a 1:1 change of code, and over no
--            split and no merger
-- value      ratios with eighteen places, so that what is formed from them is rounded once
-- grade      how comparable the figure is with the year before: the worst step between all forms at work in both years;
--            break in the first year of a region that another one was merged into, or that came of a split
CREATE OR REPLACE TEMPORARY VIEW region_measures_own AS
SELECT
  region_code, report_year, basis, cell,
  sum(numerator) AS numerator,
  sum(denominator) AS denominator,
  count(numerator) AS n_bodies,
  count(CASE WHEN numerator = 0 THEN 1 END) AS n_zero,
  count(CASE WHEN asked THEN numerator END) AS n_answered,
  count(CASE WHEN numerator IS NOT NULL AND approximate THEN 1 END) AS n_approximate,
  max(unreadable) AS unreadable,
  max(blank) AS blank,
  min(CASE WHEN numerator IS NOT NULL THEN regime_no END) AS oldest,
  max(CASE WHEN numerator IS NOT NULL THEN regime_no END) AS newest,
  sum(CASE WHEN previous_numerator IS NOT NULL THEN numerator END) AS matched_numerator,
  sum(CASE WHEN previous_numerator IS NOT NULL THEN denominator END) AS matched_denominator,
  sum(previous_numerator) AS matched_previous_numerator,
  sum(previous_denominator) AS matched_previous_denominator,
  count(previous_numerator) AS n_matched
FROM body_measures
GROUP BY region_code, report_year, basis, cell;

CREATE OR REPLACE TEMPORARY VIEW region_measures_rolled AS
SELECT
  t.ancestor AS region_code, o.report_year, o.basis, o.cell,
  sum(numerator) AS numerator, sum(denominator) AS denominator,
  sum(n_bodies) AS n_bodies, sum(n_zero) AS n_zero, sum(n_answered) AS n_answered,
  sum(n_approximate) AS n_approximate, max(unreadable) AS unreadable, max(blank) AS blank,
  min(oldest) AS oldest, max(newest) AS newest,
  sum(matched_numerator) AS matched_numerator, sum(matched_denominator) AS matched_denominator,
  sum(matched_previous_numerator) AS matched_previous_numerator,
  sum(matched_previous_denominator) AS matched_previous_denominator,
  sum(n_matched) AS n_matched
FROM region_measures_own o
JOIN tree t ON t.region_code = o.region_code AND t.report_year = o.report_year
 AND (o.basis = 'bodies' OR t.ancestor = o.region_code)
GROUP BY t.ancestor, o.report_year, o.basis, o.cell;

CREATE OR REPLACE TEMPORARY VIEW region_measures_asked AS
SELECT s.region_code, s.report_year, s.basis, a.cell, sum(s.n_reports) AS n_asked
FROM region_forms s JOIN asks a ON a.form = s.form
GROUP BY s.region_code, s.report_year, s.basis, a.cell;

CREATE OR REPLACE TEMPORARY VIEW region_measures_joined AS
SELECT
  coalesce(r.region_code, a.region_code) AS region_code,
  coalesce(r.report_year, a.report_year) AS report_year,
  coalesce(r.basis, a.basis) AS basis,
  coalesce(r.cell, a.cell) AS cell,
  r.numerator, r.denominator, r.unreadable, r.blank, r.oldest, r.newest,
  coalesce(r.n_bodies, 0L) AS n_bodies,
  coalesce(r.n_zero, 0L) AS n_zero,
  coalesce(r.n_approximate, 0L) AS n_approximate,
  coalesce(a.n_asked, 0L) - coalesce(r.n_answered, 0L) AS n_missing,
  r.matched_numerator, r.matched_denominator, r.matched_previous_numerator, r.matched_previous_denominator,
  coalesce(r.n_matched, 0L) AS n_matched
FROM region_measures_rolled r
FULL OUTER JOIN region_measures_asked a
  ON a.region_code = r.region_code AND a.report_year = r.report_year AND a.basis = r.basis AND a.cell = r.cell;

CREATE OR REPLACE TEMPORARY VIEW region_measures_chained AS
SELECT
  j.*,
  e.n_expected,
  y.regime_no, y.regime_no_before,
  coalesce(lag(j.report_year) OVER year_by_year = j.report_year - 1, false) AS follows,
  lag(j.numerator) OVER year_by_year AS lag_numerator,
  lag(j.denominator) OVER year_by_year AS lag_denominator,
  lag(j.oldest) OVER year_by_year AS lag_oldest,
  lag(j.newest) OVER year_by_year AS lag_newest
FROM region_measures_joined j
JOIN years y ON y.report_year = j.report_year
LEFT JOIN expected e ON e.region_code = j.region_code AND e.report_year = j.report_year AND e.basis = j.basis
LEFT JOIN lineage l ON l.region_code = j.region_code
WINDOW year_by_year AS (
  PARTITION BY coalesce(l.lineage, j.region_code), j.basis, j.cell ORDER BY j.report_year, j.region_code);

CREATE OR REPLACE TEMPORARY VIEW region_measures_spans AS
SELECT
  c.*,
  CASE WHEN follows THEN lag_numerator END AS before_numerator,
  CASE WHEN follows THEN lag_denominator END AS before_denominator,
  least(coalesce(oldest, regime_no), coalesce(CASE WHEN follows THEN lag_oldest END, regime_no_before)) AS low,
  greatest(coalesce(newest, regime_no), coalesce(CASE WHEN follows THEN lag_newest END, regime_no_before)) AS high
FROM region_measures_chained c;

CREATE OR REPLACE TEMPORARY VIEW region_measures_graded AS
SELECT s.*, k.measure, k.requester, k.kind, k.unit,
  CASE WHEN x.region_code IS NULL THEN g.grade ELSE 'break' END AS grade
FROM region_measures_spans s
JOIN cells k ON k.cell = s.cell
JOIN grades g ON g.measure = k.measure AND g.low = s.low AND g.high = s.high
LEFT JOIN region_breaks x ON x.region_code = s.region_code AND x.report_year = s.report_year;

SELECT
  s.region_code, s.report_year, s.basis, s.measure, s.requester, s.kind, s.unit,
  CASE WHEN s.kind = 'ratio' THEN CASE WHEN s.denominator <> 0 THEN try_cast(s.numerator AS DECIMAL(20,6)) / try_cast(s.denominator AS DECIMAL(20,6)) END
       ELSE try_cast(s.numerator AS DECIMAL(20,6)) END AS value,
  s.numerator, s.denominator,
  s.n_bodies, s.n_zero, s.n_approximate, s.n_missing, coalesce(s.n_expected, s.n_bodies) AS n_expected,
  s.unreadable, s.blank,
  CASE WHEN s.grade <> 'break' THEN
    CASE WHEN s.kind = 'ratio' THEN CASE WHEN s.before_denominator <> 0 THEN try_cast(s.before_numerator AS DECIMAL(20,6)) / try_cast(s.before_denominator AS DECIMAL(20,6)) END
         ELSE try_cast(s.before_numerator AS DECIMAL(20,6)) END END AS previous,
  s.before_numerator IS NOT NULL AS has_before,
  CASE WHEN s.grade <> 'break' THEN
    CASE WHEN s.kind = 'ratio' THEN CASE WHEN s.matched_denominator <> 0 THEN try_cast(s.matched_numerator AS DECIMAL(20,6)) / try_cast(s.matched_denominator AS DECIMAL(20,6)) END
         ELSE try_cast(s.matched_numerator AS DECIMAL(20,6)) END END AS matched_value,
  CASE WHEN s.grade <> 'break' THEN
    CASE WHEN s.kind = 'ratio'
         THEN CASE WHEN s.matched_previous_denominator <> 0
                   THEN try_cast(s.matched_previous_numerator AS DECIMAL(20,6)) / try_cast(s.matched_previous_denominator AS DECIMAL(20,6)) END
         ELSE try_cast(s.matched_previous_numerator AS DECIMAL(20,6)) END END AS matched_previous,
  CASE WHEN s.grade <> 'break' THEN s.n_matched ELSE 0L END AS n_matched,
  s.grade
FROM region_measures_graded s
