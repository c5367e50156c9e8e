-- check_marts: the marts of a release, computed a second time by another engine and from other words.
--
-- For DuckDB, before it: SET VARIABLE release = 'gongkai-home/release/current'; SET VARIABLE reference = 'data/reference'
-- After it and check_quality.sql: table `differences` (mart, place, what, released, computed), empty where all agree, and
-- `compared` (mart, cells, figures).
-- Written from the contract (what a measure, a share, a matched panel is), over `reports`, `observations`, `corrections`,
-- the roster in `expected_bodies` and the reference tables of the release alone; nothing here is shared with the marts' own
-- .sql files. Not compared: coverage.n_rejected, since rejected documents are in no release.

CREATE OR REPLACE TEMP MACRO same(x, y) AS x IS NULL AND y IS NULL OR coalesce(abs(x - y) <= 0.000001 * greatest(1, abs(y)), false);
CREATE OR REPLACE TEMP TABLE differences (mart VARCHAR, place VARCHAR, what VARCHAR, released VARCHAR, computed VARCHAR);
CREATE OR REPLACE TEMP TABLE compared (mart VARCHAR, cells BIGINT, figures BIGINT);

-- Bodies whose functions went to another one: the reference file, beside this one in the repository.
CREATE OR REPLACE TEMP TABLE ended AS SELECT old AS stem, min(first_year) AS first_year FROM read_csv(getvariable('reference') || '/body_successions.csv') WHERE kind = 'merge' GROUP BY old;
CREATE OR REPLACE TEMP TABLE reports AS SELECT * FROM read_parquet(getvariable('release') || '/reports/*.parquet');
CREATE OR REPLACE TEMP TABLE fixes AS SELECT * FROM read_parquet(getvariable('release') || '/corrections/*.parquet');
CREATE OR REPLACE TEMP TABLE roster AS SELECT body_id AS panel, region_code, report_year FROM read_parquet(getvariable('release') || '/expected_bodies/*.parquet') WHERE on_roster;
CREATE OR REPLACE TEMP TABLE regions AS SELECT * FROM read_parquet(getvariable('release') || '/regions/*.parquet');
CREATE OR REPLACE TEMP TABLE cells AS SELECT * FROM read_parquet(getvariable('release') || '/indicators/*.parquet');
CREATE OR REPLACE TEMP TABLE dictionary AS SELECT * FROM read_parquet(getvariable('release') || '/measures_dictionary/*.parquet');
CREATE OR REPLACE TEMP TABLE steps AS SELECT * FROM read_parquet(getvariable('release') || '/comparability/*.parquet');
CREATE OR REPLACE TEMP MACRO regime_of(y) AS CASE WHEN y >= 2021 THEN '2021' WHEN y >= 2019 THEN '2019' WHEN y >= 2014 THEN '2014' ELSE '2008' END;

-- What counts: the preferred figure of a report, corrected where a correction is listed.
CREATE OR REPLACE TEMP TABLE figures AS
SELECT o.body_id, o.report_year, o.indicator, o.requester, o.origin, o.unit, o.status, coalesce(f.corrected_value, o.value) AS value
FROM read_parquet(getvariable('release') || '/observations/*.parquet') o
LEFT JOIN fixes f USING (body_id, report_year, indicator, requester)
WHERE o.is_preferred;

-- Which region is part of which, year by year; the nearest stretch of years serves a code used before or after its time.
CREATE OR REPLACE TEMP TABLE parents AS
SELECT code, y AS report_year,
  arg_min(coalesce(parent, ''), CASE WHEN y BETWEEN first_year AND coalesce(last_year, 9999) THEN -1
                                     ELSE least(abs(first_year - y), abs(coalesce(last_year, y) - y)) END) AS parent
FROM regions, (SELECT unnest(range((SELECT min(report_year) FROM reports), (SELECT max(report_year) + 1 FROM reports))) AS y)
GROUP BY code, y;

CREATE OR REPLACE TEMP TABLE within AS
WITH RECURSIVE climb AS (
  SELECT DISTINCT r.region_code, y AS report_year, r.region_code AS above
  FROM (SELECT region_code FROM reports UNION SELECT region_code FROM roster) r, (SELECT unnest(range((SELECT min(report_year) FROM reports), (SELECT max(report_year) + 1 FROM reports))) AS y)
  WHERE r.region_code NOT IN ('', '000000')
  UNION
  SELECT c.region_code, c.report_year, p.parent
  FROM climb c JOIN parents p ON p.code = c.above AND p.report_year = c.report_year
  WHERE p.parent NOT IN ('', '000000'))
SELECT region_code, report_year, above FROM climb
UNION
SELECT DISTINCT r.region_code, y, '000000'
FROM (SELECT region_code FROM reports UNION SELECT region_code FROM roster) r, (SELECT unnest(range((SELECT min(report_year) FROM reports), (SELECT max(report_year) + 1 FROM reports))) AS y);

-- Reports that may be added up: single bodies, and one publication a territory. Other scopes are in no sum.
CREATE OR REPLACE TEMP TABLE counted AS
SELECT r.body_id, r.report_year, r.region_code, r.form, coalesce(r.period_to, r.published_on) AS as_of,
  CASE WHEN r.scope = 'body' THEN 'bodies' ELSE 'territory' END AS basis,
  CASE r.form WHEN 'none' THEN regime_of(r.report_year) WHEN 'local' THEN '2008' ELSE r.form END AS regime,
  CASE WHEN starts_with(r.body_id, r.region_code) AND r.region_code <> '' THEN
    coalesce((SELECT max(lineage) FROM regions g WHERE g.code = r.region_code), r.region_code) || substr(r.body_id, length(r.region_code) + 1)
    ELSE r.body_id END AS panel
FROM reports r
WHERE r.scope = 'body' OR r.scope = 'territory' AND r.body_id = (
  SELECT t.body_id FROM reports t
  WHERE t.scope = 'territory' AND t.region_code = r.region_code AND t.report_year = r.report_year
  ORDER BY t.kind <> 'government', t.body_id LIMIT 1);

CREATE OR REPLACE TEMP TABLE counts_for AS
SELECT c.body_id, c.report_year, c.basis, w.above AS place
FROM counted c JOIN within w USING (region_code, report_year)
WHERE c.basis = 'bodies' OR w.above = c.region_code;

-- The formulas of the dictionary, taken apart.
CREATE OR REPLACE TEMP TABLE recipes AS
WITH written AS (
  SELECT measure, unit, kind, by_requester, form, regime, asks,
    CASE asks WHEN 'local' THEN coalesce(formula_local, formula_prose)
              WHEN '2014' THEN coalesce(formula_2014, formula_prose) WHEN '2019' THEN coalesce(formula_2019, formula_prose)
              ELSE coalesce(formula_2021, formula_prose) END AS formula
  FROM dictionary, (VALUES ('local', '2008', 'local'), ('2014', '2014', '2014'), ('2019', '2019', '2019'), ('2021', '2021', '2021'),
    ('none', '2008', '2014'), ('none', '2014', '2014'), ('none', '2019', '2019'), ('none', '2021', '2021')) v(form, regime, asks)),
sides AS (
  SELECT *, 'top' AS side, split_part(formula, ' / ', 1) AS words FROM written WHERE formula IS NOT NULL
  UNION ALL
  SELECT *, 'bottom', split_part(formula, ' / ', 2) FROM written WHERE formula LIKE '% / %'),
parts AS (
  SELECT * EXCLUDE (words), unnest(string_split(replace(
    CASE WHEN words[1] = '(' THEN words[2:-2] ELSE words END, ' - ', ' + -'), ' + ')) AS part
  FROM sides),
signed AS (
  SELECT * EXCLUDE (part), CASE WHEN part[1] = '-' THEN -1 ELSE 1 END
      * coalesce(try_cast(regexp_extract(ltrim(part, '-'), '^([0-9.]+) ', 1) AS DECIMAL(9,4)), 1) AS times,
    regexp_replace(ltrim(part, '-'), '^[0-9.]+ ', '') AS name
  FROM parts)
SELECT DISTINCT s.* EXCLUDE (name, asks), CASE WHEN name LIKE 'sum(%' THEN c.indicator ELSE name END AS indicator
FROM signed s
LEFT JOIN cells c ON name LIKE 'sum(%' AND c.form = s.asks AND starts_with(c.indicator, regexp_extract(name, 'sum\((.*)\*\)', 1));

-- By applicant, where every cell of the formula has that column.
CREATE OR REPLACE TEMP TABLE spelled AS
SELECT r.*, '_T' AS requester FROM recipes r
UNION ALL
SELECT r.*, q.requester FROM recipes r, (SELECT DISTINCT requester FROM cells WHERE requester <> '_T') q
WHERE r.by_requester AND NOT EXISTS (
  SELECT 1 FROM recipes x WHERE x.measure = r.measure AND x.form = r.form AND x.regime = r.regime AND NOT EXISTS (
    SELECT 1 FROM cells c WHERE c.form = r.form AND c.indicator = x.indicator AND c.requester = q.requester));

-- Figures as the formulas take them: a total that is blank is the sum of its applicants, if all are printed.
CREATE OR REPLACE TEMP TABLE amounts AS
WITH usable AS (
  SELECT f.*, c.form FROM figures f JOIN counted c USING (body_id, report_year)
  WHERE f.origin <> 'prose' OR NOT EXISTS (SELECT 1 FROM cells k WHERE k.form = c.form AND k.indicator = f.indicator))
SELECT body_id, report_year, indicator, requester, unit, value FROM usable WHERE value IS NOT NULL
UNION ALL
SELECT u.body_id, u.report_year, u.indicator, '_T', any_value(u.unit), sum(u.value)
FROM usable u
WHERE u.requester <> '_T' AND u.value IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM usable t WHERE t.body_id = u.body_id AND t.report_year = u.report_year AND t.indicator = u.indicator
    AND t.requester = '_T' AND (t.value IS NOT NULL OR t.status = 'N'))
GROUP BY u.body_id, u.report_year, u.form, u.indicator
HAVING count(*) = (SELECT count(DISTINCT requester) FROM cells k WHERE k.form = u.form AND k.indicator = u.indicator AND k.requester <> '_T');

-- What is printed for a term: anything at all, something that cannot be read, something approximate.
CREATE OR REPLACE TEMP TABLE prints AS
SELECT c.body_id, c.report_year, s.measure, s.requester, s.indicator,
  bool_or(f.status = 'N' AND f.requester = s.requester) AS unreadable, bool_or(f.status = 'E') AS approximate
FROM counted c
JOIN (SELECT DISTINCT form, regime, measure, requester, indicator, unit FROM spelled) s ON s.form = c.form AND s.regime = c.regime
JOIN figures f ON f.body_id = c.body_id AND f.report_year = c.report_year AND f.indicator = s.indicator
 AND (f.requester = s.requester OR s.requester = '_T')
WHERE (f.origin <> 'prose' OR NOT EXISTS (SELECT 1 FROM cells k WHERE k.form = c.form AND k.indicator = f.indicator))
  AND (coalesce((SELECT max(k.unit) FROM cells k WHERE k.form = c.form AND k.indicator = s.indicator), s.unit) NOT IN ('元', '万元')
    OR f.unit = coalesce((SELECT max(k.unit) FROM cells k WHERE k.form = c.form AND k.indicator = s.indicator), s.unit))
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE terms_of_body AS
SELECT c.body_id, c.panel, c.report_year, c.region_code, c.basis, c.form, c.regime, s.measure, s.requester, s.kind, s.side, s.times, s.indicator, a.value
FROM counted c
JOIN spelled s ON s.form = c.form AND s.regime = c.regime
LEFT JOIN amounts a ON a.body_id = c.body_id AND a.report_year = c.report_year AND a.indicator = s.indicator AND a.requester = s.requester
 AND (a.unit NOT IN ('元', '万元') OR a.unit = coalesce(
   (SELECT max(k.unit) FROM cells k WHERE k.form = c.form AND k.indicator = s.indicator), s.unit));

CREATE OR REPLACE TEMP TABLE by_body AS
SELECT t.body_id, t.panel, t.report_year, t.region_code, t.basis, t.regime, t.measure, t.requester, any_value(t.kind) AS kind,
  sum(CASE WHEN t.side = 'top' THEN t.times * t.value END) AS top,
  sum(CASE WHEN t.side = 'bottom' THEN t.times * t.value END) AS bottom,
  bool_or(coalesce(p.approximate, false)) AS approximate
FROM terms_of_body t LEFT JOIN prints p USING (body_id, report_year, measure, requester, indicator)
GROUP BY ALL
HAVING count(*) = count(t.value);

-- Why there is no value: a term is printed and cannot be read; it is printed blank; it is not there.
CREATE OR REPLACE TEMP TABLE reasons AS
SELECT c.place, t.report_year, t.basis, t.measure, t.requester, bool_or(p.unreadable) AS unreadable, bool_or(t.value IS NULL) AS blank
FROM terms_of_body t JOIN prints p USING (body_id, report_year, measure, requester, indicator)
JOIN counts_for c USING (body_id, report_year, basis)
GROUP BY ALL;

-- Asked: the form has every cell of the formula. Local tables differ too much to say so.
CREATE OR REPLACE TEMP TABLE asking_forms AS
SELECT form, measure, requester FROM spelled s WHERE form NOT IN ('none', 'local') GROUP BY ALL
HAVING bool_and(EXISTS (SELECT 1 FROM cells k WHERE k.form = s.form AND k.indicator = s.indicator));

CREATE OR REPLACE TEMP TABLE asked AS
SELECT c.place, r.report_year, c.basis, s.measure, s.requester, count(*) AS n_asked
FROM counted r JOIN counts_for c USING (body_id, report_year, basis)
JOIN asking_forms s ON s.form = r.form
GROUP BY ALL;

-- Expected: seen this year; without a roster also in the year before and the year after; with one, who is on it. Silent: not
-- expected, no report of any scope, one in the three years before, and neither dissolved into another body nor its region gone.
CREATE OR REPLACE TEMP TABLE seen AS SELECT DISTINCT panel, region_code, basis, report_year FROM counted;
CREATE OR REPLACE TEMP TABLE filed AS
SELECT DISTINCT CASE WHEN starts_with(r.body_id, r.region_code) AND r.region_code <> '' THEN
    coalesce((SELECT max(lineage) FROM regions g WHERE g.code = r.region_code), r.region_code) || substr(r.body_id, length(r.region_code) + 1)
    ELSE r.body_id END AS panel, r.report_year
FROM reports r;

CREATE OR REPLACE TEMP TABLE due AS
SELECT panel, region_code, basis, report_year, 'seen' AS reason FROM seen
UNION ALL
SELECT a.panel, b.region_code, a.basis, a.report_year + 1, 'between' FROM seen a JOIN seen b
  ON b.panel = a.panel AND b.basis = a.basis AND b.report_year = a.report_year + 2
WHERE NOT EXISTS (SELECT 1 FROM seen c WHERE c.panel = a.panel AND c.basis = a.basis AND c.report_year = a.report_year + 1)
  AND NOT EXISTS (FROM roster)
UNION ALL
SELECT panel, region_code, 'bodies', report_year, 'roster' FROM roster r
WHERE NOT EXISTS (SELECT 1 FROM seen c WHERE c.panel = r.panel AND c.basis = 'bodies' AND c.report_year = r.report_year);

CREATE OR REPLACE TEMP TABLE silent AS
SELECT s.panel, arg_max(s.region_code, s.report_year) AS region_code, s.basis, s.report_year + n AS report_year, 'silent' AS reason
FROM seen s, (SELECT unnest([1, 2, 3]) AS n)
WHERE s.basis = 'bodies' AND s.report_year + n <= (SELECT max(report_year) FROM seen) AND NOT EXISTS (FROM roster)
  AND NOT EXISTS (SELECT 1 FROM due d WHERE d.panel = s.panel AND d.basis = s.basis AND d.report_year = s.report_year + n)
  AND NOT EXISTS (SELECT 1 FROM filed f WHERE f.panel = s.panel AND f.report_year = s.report_year + n)
GROUP BY s.panel, s.basis, s.report_year + n;
DELETE FROM silent USING (SELECT code, max(coalesce(last_year, 9999)) AS last_year, max(lineage) AS lineage FROM regions GROUP BY code) g
WHERE g.code = silent.region_code AND g.lineage = g.code AND silent.report_year > g.last_year;
DELETE FROM silent USING ended e WHERE e.stem = substr(silent.panel, 8) AND silent.report_year >= e.first_year;

CREATE OR REPLACE TEMP TABLE expected AS
SELECT w.above AS place, e.report_year, e.basis, count(*) FILTER (e.reason <> 'silent') AS n_expected, count(*) FILTER (e.reason = 'silent') AS n_silent
FROM (FROM due UNION ALL FROM silent) e JOIN within w USING (region_code, report_year)
WHERE e.basis = 'bodies' OR w.above = e.region_code
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE by_place AS
SELECT p.place, b.report_year, b.basis, b.measure, b.requester, any_value(b.kind) AS kind,
  sum(b.top) AS top, sum(b.bottom) AS bottom, count(*) AS n_bodies, count(*) FILTER (b.top = 0) AS n_zero, count(*) FILTER (b.approximate) AS n_approximate,
  count(a.form) AS n_answered,
  min(b.regime) AS oldest, max(b.regime) AS newest,
  CASE WHEN any_value(b.kind) = 'ratio' THEN CASE WHEN sum(b.bottom) <> 0 THEN sum(b.top)::DOUBLE / sum(b.bottom)::DOUBLE END
       ELSE sum(b.top)::DOUBLE END AS value
FROM by_body b JOIN counts_for p USING (body_id, report_year, basis) JOIN counted c USING (body_id, report_year, basis)
LEFT JOIN asking_forms a ON a.form = c.form AND a.measure = b.measure AND a.requester = b.requester
GROUP BY p.place, b.report_year, b.basis, b.measure, b.requester;

-- Against the year before: never over a break; the panel of bodies with both years.
CREATE OR REPLACE TEMP TABLE panels AS
SELECT p.place, n.report_year, n.basis, n.measure, n.requester, count(*) AS n_matched,
  CASE WHEN any_value(n.kind) = 'ratio' THEN CASE WHEN sum(n.bottom) <> 0 THEN sum(n.top)::DOUBLE / sum(n.bottom)::DOUBLE END ELSE sum(n.top)::DOUBLE END AS now,
  CASE WHEN any_value(n.kind) = 'ratio' THEN CASE WHEN sum(o.bottom) <> 0 THEN sum(o.top)::DOUBLE / sum(o.bottom)::DOUBLE END ELSE sum(o.top)::DOUBLE END AS before
FROM by_body n
JOIN by_body o ON o.panel = n.panel AND o.basis = n.basis AND o.measure = n.measure AND o.requester = n.requester AND o.report_year = n.report_year - 1
JOIN counts_for p ON p.body_id = n.body_id AND p.report_year = n.report_year AND p.basis = n.basis
GROUP BY p.place, n.report_year, n.basis, n.measure, n.requester;

-- Every cell: with a figure, or asked for by a form.
CREATE OR REPLACE TEMP TABLE every AS
SELECT coalesce(b.place, a.place) AS place, coalesce(b.report_year, a.report_year) AS report_year, coalesce(b.basis, a.basis) AS basis,
  coalesce(b.measure, a.measure) AS measure, coalesce(b.requester, a.requester) AS requester,
  coalesce(b.n_bodies, 0) AS n_bodies, coalesce(b.n_zero, 0) AS n_zero, coalesce(b.n_approximate, 0) AS n_approximate,
  coalesce(a.n_asked, 0) - coalesce(b.n_answered, 0) AS n_missing,
  b.kind, b.top, b.bottom, b.value, b.oldest, b.newest, r.unreadable, r.blank
FROM by_place b
FULL JOIN asked a ON a.place = b.place AND a.report_year = b.report_year AND a.basis = b.basis AND a.measure = b.measure AND a.requester = b.requester
LEFT JOIN reasons r ON r.place = coalesce(b.place, a.place) AND r.report_year = coalesce(b.report_year, a.report_year)
 AND r.basis = coalesce(b.basis, a.basis) AND r.measure = coalesce(b.measure, a.measure) AND r.requester = coalesce(b.requester, a.requester);
INSERT INTO every BY NAME
SELECT r.place, r.report_year, r.basis, r.measure, r.requester, 0 AS n_bodies, 0 AS n_zero, 0 AS n_approximate, 0 AS n_missing, r.unreadable, r.blank
FROM reasons r ANTI JOIN every e USING (place, report_year, basis, measure, requester);

CREATE OR REPLACE TEMP TABLE series AS
WITH lines AS (SELECT code, max(lineage) AS line FROM regions GROUP BY code),
named AS (SELECT e.*, coalesce(l.line, e.place) AS line FROM every e LEFT JOIN lines l ON l.code = e.place),
paired AS (
  SELECT n.*, o.top AS old_top, o.value AS old, least(coalesce(n.oldest, regime_of(n.report_year)), coalesce(o.oldest, regime_of(n.report_year - 1))) AS low,
    greatest(coalesce(n.newest, regime_of(n.report_year)), coalesce(o.newest, regime_of(n.report_year - 1))) AS high
  FROM named n LEFT JOIN named o ON o.line = n.line AND o.basis = n.basis AND o.measure = n.measure AND o.requester = n.requester
   AND o.report_year = n.report_year - 1),
spans AS (SELECT DISTINCT measure, low, high FROM paired),
remade AS (  -- a region that another one was merged into, or that came of a split
  SELECT DISTINCT o.next AS place, o.last_year + 1 AS report_year
  FROM (SELECT code, lineage, last_year, unnest(string_split(successors, ';')) AS next FROM regions WHERE successors IS NOT NULL AND last_year IS NOT NULL) o
  JOIN lines n ON n.code = o.next WHERE n.line <> o.lineage),
steps_cut AS (SELECT p.*, (SELECT coalesce(max(CASE s.grade WHEN 'exact' THEN 0 WHEN 'near' THEN 1 ELSE 2 END), 0) FROM steps s
   WHERE s.measure = p.measure AND s.to_regime > p.low AND s.to_regime <= p.high) AS cut FROM spans p),
cuts AS (SELECT p.*, CASE WHEN x.place IS NULL THEN c.cut ELSE 2 END AS cut
  FROM paired p JOIN steps_cut c USING (measure, low, high) LEFT JOIN remade x ON x.place = p.place AND x.report_year = p.report_year)
SELECT p.*, e.n_expected, m.n_matched, m.now, m.before, ['exact', 'near', 'break'][p.cut + 1] AS comparability,
  CASE WHEN p.value IS NULL THEN CASE WHEN p.unreadable THEN 'N' WHEN p.blank OR p.n_bodies > 0 THEN 'O' ELSE 'L' END
       WHEN p.old_top IS NOT NULL AND p.cut > 0 THEN 'B' WHEN p.n_approximate > 0 THEN 'E' ELSE 'A' END AS status
FROM cuts p
LEFT JOIN expected e ON e.place = p.place AND e.report_year = p.report_year AND e.basis = p.basis
LEFT JOIN panels m ON m.place = p.place AND m.report_year = p.report_year AND m.basis = p.basis AND m.measure = p.measure AND m.requester = p.requester;

-- The comparison: every row of both sides, every column. A row that one side lacks shows as its columns without a partner.

-- measures
CREATE OR REPLACE TEMP TABLE measures_computed AS
SELECT s.place AS region_code, s.report_year, s.basis, s.measure, s.requester, s.value,
  CASE WHEN s.kind = 'ratio' THEN s.top END AS numerator, CASE WHEN s.kind = 'ratio' THEN s.bottom END AS denominator,
  s.n_bodies, s.n_zero, s.n_missing, s.n_expected, s.n_bodies / s.n_expected AS coverage, s.status, s.comparability,
  CASE WHEN s.value IS NOT NULL THEN t.value - b.value END AS territory_less_bodies
FROM series s
LEFT JOIN by_place t ON t.place = s.place AND t.report_year = s.report_year AND t.measure = s.measure AND t.requester = s.requester AND t.basis = 'territory'
LEFT JOIN by_place b ON b.place = s.place AND b.report_year = s.report_year AND b.measure = s.measure AND b.requester = s.requester AND b.basis = 'bodies';
INSERT INTO differences SELECT 'measures', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', region_code, report_year, basis, measure, requester) AS key, unnest([
    {'what': 'value', 'r': r.value::DOUBLE, 'c': c.value::DOUBLE},
    {'what': 'numerator', 'r': r.numerator::DOUBLE, 'c': c.numerator::DOUBLE},
    {'what': 'denominator', 'r': r.denominator::DOUBLE, 'c': c.denominator::DOUBLE},
    {'what': 'n_bodies', 'r': r.n_bodies::DOUBLE, 'c': c.n_bodies::DOUBLE},
    {'what': 'n_zero', 'r': r.n_zero::DOUBLE, 'c': c.n_zero::DOUBLE},
    {'what': 'n_missing', 'r': r.n_missing::DOUBLE, 'c': c.n_missing::DOUBLE},
    {'what': 'n_expected', 'r': r.n_expected::DOUBLE, 'c': c.n_expected::DOUBLE},
    {'what': 'coverage', 'r': r.coverage::DOUBLE, 'c': c.coverage::DOUBLE},
    {'what': 'territory_less_bodies', 'r': r.territory_less_bodies::DOUBLE, 'c': c.territory_less_bodies::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/measures/*.parquet')) r FULL JOIN measures_computed c USING (region_code, report_year, basis, measure, requester))
WHERE NOT same(w.r, w.c);
INSERT INTO differences SELECT 'measures', key, w.what, w.r, w.c FROM (
  SELECT concat_ws(' ', region_code, report_year, basis, measure, requester) AS key, unnest([
    {'what': 'status', 'r': r.status::VARCHAR, 'c': c.status::VARCHAR},
    {'what': 'comparability', 'r': r.comparability::VARCHAR, 'c': c.comparability::VARCHAR}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/measures/*.parquet')) r FULL JOIN measures_computed c USING (region_code, report_year, basis, measure, requester))
WHERE w.r IS DISTINCT FROM w.c;
INSERT INTO compared SELECT 'measures', count(*) * 11, count(value) + count(numerator) + count(denominator) + count(n_bodies) + count(n_zero) + count(n_missing) + count(n_expected) + count(coverage) + count(territory_less_bodies) + count(status) + count(comparability) FROM (SELECT * FROM read_parquet(getvariable('release') || '/measures/*.parquet'));

-- trends
CREATE OR REPLACE TEMP TABLE trends_computed AS
WITH chained AS (
  SELECT *, CASE WHEN cut < 2 THEN old END AS previous, CASE WHEN cut < 2 THEN now END AS matched_value, CASE WHEN cut < 2 THEN before END AS matched_previous
  FROM series WHERE value IS NOT NULL)
SELECT place AS region_code, report_year, basis, measure, requester, value, previous, value - previous AS change,
  CASE WHEN previous <> 0 THEN 100 * (value - previous) / previous END AS change_pct,
  matched_value, matched_previous, matched_value - matched_previous AS matched_change,
  CASE WHEN matched_previous <> 0 THEN 100 * (matched_value - matched_previous) / matched_previous END AS matched_change_pct,
  CASE WHEN cut < 2 THEN coalesce(n_matched, 0) ELSE 0 END AS n_matched, n_bodies,
  value - previous - (matched_value - matched_previous) AS composition_effect, status, comparability
FROM chained;
INSERT INTO differences SELECT 'trends', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', region_code, report_year, basis, measure, requester) AS key, unnest([
    {'what': 'value', 'r': r.value::DOUBLE, 'c': c.value::DOUBLE},
    {'what': 'previous', 'r': r.previous::DOUBLE, 'c': c.previous::DOUBLE},
    {'what': 'change', 'r': r.change::DOUBLE, 'c': c.change::DOUBLE},
    {'what': 'change_pct', 'r': r.change_pct::DOUBLE, 'c': c.change_pct::DOUBLE},
    {'what': 'matched_value', 'r': r.matched_value::DOUBLE, 'c': c.matched_value::DOUBLE},
    {'what': 'matched_previous', 'r': r.matched_previous::DOUBLE, 'c': c.matched_previous::DOUBLE},
    {'what': 'matched_change', 'r': r.matched_change::DOUBLE, 'c': c.matched_change::DOUBLE},
    {'what': 'matched_change_pct', 'r': r.matched_change_pct::DOUBLE, 'c': c.matched_change_pct::DOUBLE},
    {'what': 'n_matched', 'r': r.n_matched::DOUBLE, 'c': c.n_matched::DOUBLE},
    {'what': 'n_bodies', 'r': r.n_bodies::DOUBLE, 'c': c.n_bodies::DOUBLE},
    {'what': 'composition_effect', 'r': r.composition_effect::DOUBLE, 'c': c.composition_effect::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/trends/*.parquet')) r FULL JOIN trends_computed c USING (region_code, report_year, basis, measure, requester))
WHERE NOT same(w.r, w.c);
INSERT INTO differences SELECT 'trends', key, w.what, w.r, w.c FROM (
  SELECT concat_ws(' ', region_code, report_year, basis, measure, requester) AS key, unnest([
    {'what': 'status', 'r': r.status::VARCHAR, 'c': c.status::VARCHAR},
    {'what': 'comparability', 'r': r.comparability::VARCHAR, 'c': c.comparability::VARCHAR}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/trends/*.parquet')) r FULL JOIN trends_computed c USING (region_code, report_year, basis, measure, requester))
WHERE w.r IS DISTINCT FROM w.c;
INSERT INTO compared SELECT 'trends', count(*) * 13, count(value) + count(previous) + count(change) + count(change_pct) + count(matched_value) + count(matched_previous) + count(matched_change) + count(matched_change_pct) + count(n_matched) + count(n_bodies) + count(composition_effect) + count(status) + count(comparability) FROM (SELECT * FROM read_parquet(getvariable('release') || '/trends/*.parquet'));

-- channel_shares
CREATE OR REPLACE TEMP TABLE channel_shares_computed AS
SELECT c.place AS region_code, c.report_year, c.basis, substr(c.measure, 9) AS channel, c.value AS published,
  CASE WHEN sum(c.value) OVER (PARTITION BY c.place, c.report_year, c.basis) <> 0
       THEN c.value / sum(c.value) OVER (PARTITION BY c.place, c.report_year, c.basis) END AS share,
  r.value AS reach, CASE WHEN r.value IS NULL THEN 0 ELSE r.n_bodies END AS n_reach, c.n_bodies, c.n_expected, c.n_bodies / c.n_expected AS coverage
FROM series c
LEFT JOIN by_place r ON r.place = c.place AND r.report_year = c.report_year AND r.basis = c.basis AND r.measure = 'reach.' || substr(c.measure, 9)
WHERE starts_with(c.measure, 'channel.') AND c.value IS NOT NULL;
INSERT INTO differences SELECT 'channel_shares', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', region_code, report_year, basis, channel) AS key, unnest([
    {'what': 'published', 'r': r.published::DOUBLE, 'c': c.published::DOUBLE},
    {'what': 'share', 'r': r.share::DOUBLE, 'c': c.share::DOUBLE},
    {'what': 'reach', 'r': r.reach::DOUBLE, 'c': c.reach::DOUBLE},
    {'what': 'n_reach', 'r': r.n_reach::DOUBLE, 'c': c.n_reach::DOUBLE},
    {'what': 'n_bodies', 'r': r.n_bodies::DOUBLE, 'c': c.n_bodies::DOUBLE},
    {'what': 'n_expected', 'r': r.n_expected::DOUBLE, 'c': c.n_expected::DOUBLE},
    {'what': 'coverage', 'r': r.coverage::DOUBLE, 'c': c.coverage::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/channel_shares/*.parquet')) r FULL JOIN channel_shares_computed c USING (region_code, report_year, basis, channel))
WHERE NOT same(w.r, w.c);
INSERT INTO compared SELECT 'channel_shares', count(*) * 7, count(published) + count(share) + count(reach) + count(n_reach) + count(n_bodies) + count(n_expected) + count(coverage) FROM (SELECT * FROM read_parquet(getvariable('release') || '/channel_shares/*.parquet'));

-- followers
CREATE OR REPLACE TEMP TABLE followers_computed AS
WITH own AS (
  SELECT c.body_id, c.report_year, c.basis, c.as_of, substr(x.indicator, 11) AS platform, sum(x.value) AS own, count(*) AS n
  FROM counted c JOIN figures x USING (body_id, report_year)
  WHERE c.basis = 'bodies' AND starts_with(x.indicator, 'followers.') AND x.requester = '_T' AND x.value IS NOT NULL GROUP BY ALL),
rolled AS (
  SELECT p.place, o.report_year, o.platform, sum(n) AS accounts, median(own::DOUBLE) AS median, min(as_of) AS as_of_first, max(as_of) AS as_of_last
  FROM own o JOIN counts_for p USING (body_id, report_year, basis) GROUP BY ALL)
SELECT s.place AS region_code, s.report_year, r.platform, r.accounts, s.n_bodies, s.value AS followers, r.median, r.as_of_first, r.as_of_last,
  CASE WHEN s.cut < 2 AND s.before <> 0 THEN s.now / s.before - 1 END AS matched_growth,
  CASE WHEN s.cut < 2 THEN coalesce(s.n_matched, 0) ELSE 0 END AS n_matched, s.n_expected, s.n_bodies / s.n_expected AS coverage,
  CASE WHEN s.n_approximate > 0 THEN 'E' ELSE 'A' END AS status
FROM series s JOIN rolled r ON r.place = s.place AND r.report_year = s.report_year AND s.measure = 'followers.' || r.platform
WHERE s.basis = 'bodies' AND s.value IS NOT NULL;
INSERT INTO differences SELECT 'followers', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', region_code, report_year, platform) AS key, unnest([
    {'what': 'accounts', 'r': r.accounts::DOUBLE, 'c': c.accounts::DOUBLE},
    {'what': 'n_bodies', 'r': r.n_bodies::DOUBLE, 'c': c.n_bodies::DOUBLE},
    {'what': 'followers', 'r': r.followers::DOUBLE, 'c': c.followers::DOUBLE},
    {'what': 'median', 'r': r.median::DOUBLE, 'c': c.median::DOUBLE},
    {'what': 'matched_growth', 'r': r.matched_growth::DOUBLE, 'c': c.matched_growth::DOUBLE},
    {'what': 'n_matched', 'r': r.n_matched::DOUBLE, 'c': c.n_matched::DOUBLE},
    {'what': 'n_expected', 'r': r.n_expected::DOUBLE, 'c': c.n_expected::DOUBLE},
    {'what': 'coverage', 'r': r.coverage::DOUBLE, 'c': c.coverage::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/followers/*.parquet')) r FULL JOIN followers_computed c USING (region_code, report_year, platform))
WHERE NOT same(w.r, w.c);
INSERT INTO differences SELECT 'followers', key, w.what, w.r, w.c FROM (
  SELECT concat_ws(' ', region_code, report_year, platform) AS key, unnest([
    {'what': 'as_of_first', 'r': r.as_of_first::VARCHAR, 'c': c.as_of_first::VARCHAR},
    {'what': 'as_of_last', 'r': r.as_of_last::VARCHAR, 'c': c.as_of_last::VARCHAR},
    {'what': 'status', 'r': r.status::VARCHAR, 'c': c.status::VARCHAR}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/followers/*.parquet')) r FULL JOIN followers_computed c USING (region_code, report_year, platform))
WHERE w.r IS DISTINCT FROM w.c;
INSERT INTO compared SELECT 'followers', count(*) * 11, count(accounts) + count(n_bodies) + count(followers) + count(median) + count(matched_growth) + count(n_matched) + count(n_expected) + count(coverage) + count(as_of_first) + count(as_of_last) + count(status) FROM (SELECT * FROM read_parquet(getvariable('release') || '/followers/*.parquet'));

-- requests
CREATE OR REPLACE TEMP TABLE requests_computed AS
SELECT place AS region_code, report_year, basis,
  max(value) FILTER (measure = 'requests.received' AND requester = '_T') AS received,
  max(value) FILTER (measure = 'requests.received.in_person' AND requester = '_T') AS by_person,
  max(value) FILTER (measure = 'requests.received.fax' AND requester = '_T') AS by_fax,
  max(value) FILTER (measure = 'requests.received.online' AND requester = '_T') AS by_online,
  max(value) FILTER (measure = 'requests.received.letter' AND requester = '_T') AS by_letter,
  max(value) FILTER (measure = 'requests.received' AND requester = 'requester.natural_person') AS from_natural_persons,
  max(value) FILTER (measure = 'requests.received' AND requester = 'requester.organisation.business') AS from_business,
  max(value) FILTER (measure = 'requests.received' AND requester = 'requester.organisation.research') AS from_research,
  max(value) FILTER (measure = 'requests.received' AND requester = 'requester.organisation.public_welfare') AS from_public_welfare,
  max(value) FILTER (measure = 'requests.received' AND requester = 'requester.organisation.legal_service') AS from_legal_service,
  max(value) FILTER (measure = 'requests.received' AND requester = 'requester.organisation.other') AS from_other_organisations,
  max(value) FILTER (measure = 'requests.carried_in' AND requester = '_T') AS carried_in,
  max(value) FILTER (measure = 'requests.carried_out' AND requester = '_T') AS carried_out,
  max(value) FILTER (measure = 'requests.concluded' AND requester = '_T') AS concluded,
  max(value) FILTER (measure = 'requests.concluded.on_time' AND requester = '_T') AS concluded_on_time,
  max(value) FILTER (measure = 'requests.concluded.extended' AND requester = '_T') AS concluded_extended,
  max(value) FILTER (measure = 'requests.on_time_rate' AND requester = '_T') AS on_time_rate,
  max(value) FILTER (measure = 'outcome.granted' AND requester = '_T') AS granted,
  max(value) FILTER (measure = 'outcome.partially_granted' AND requester = '_T') AS partially_granted,
  max(value) FILTER (measure = 'outcome.denied' AND requester = '_T') AS denied,
  max(value) FILTER (measure = 'outcome.denied_core' AND requester = '_T') AS denied_core,
  max(value) FILTER (measure = 'outcome.not_held' AND requester = '_T') AS not_held,
  max(value) FILTER (measure = 'outcome.disclosure_rate' AND requester = '_T') AS disclosure_rate,
  max(value) FILTER (measure = 'review.concluded' AND requester = '_T') AS reviews,
  max(value) FILTER (measure = 'review.corrected' AND requester = '_T') AS reviews_corrected,
  max(value) FILTER (measure = 'litigation.concluded' AND requester = '_T') AS lawsuits,
  max(value) FILTER (measure = 'litigation.corrected' AND requester = '_T') AS lawsuits_corrected,
  coalesce(max(n_bodies) FILTER (measure = 'requests.received' AND requester = '_T'), 0) AS received_bodies,
  max(n_expected) AS n_expected, coalesce(max(n_bodies) FILTER (measure = 'requests.received' AND requester = '_T'), 0) / max(n_expected) AS coverage
FROM series
WHERE value IS NOT NULL AND (starts_with(measure, 'requests.') OR starts_with(measure, 'outcome.')
  OR measure IN ('review.concluded', 'review.corrected', 'litigation.concluded', 'litigation.corrected'))
GROUP BY ALL;
INSERT INTO differences SELECT 'requests', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', region_code, report_year, basis) AS key, unnest([
    {'what': 'received', 'r': r.received::DOUBLE, 'c': c.received::DOUBLE},
    {'what': 'by_person', 'r': r.by_person::DOUBLE, 'c': c.by_person::DOUBLE},
    {'what': 'by_fax', 'r': r.by_fax::DOUBLE, 'c': c.by_fax::DOUBLE},
    {'what': 'by_online', 'r': r.by_online::DOUBLE, 'c': c.by_online::DOUBLE},
    {'what': 'by_letter', 'r': r.by_letter::DOUBLE, 'c': c.by_letter::DOUBLE},
    {'what': 'from_natural_persons', 'r': r.from_natural_persons::DOUBLE, 'c': c.from_natural_persons::DOUBLE},
    {'what': 'from_business', 'r': r.from_business::DOUBLE, 'c': c.from_business::DOUBLE},
    {'what': 'from_research', 'r': r.from_research::DOUBLE, 'c': c.from_research::DOUBLE},
    {'what': 'from_public_welfare', 'r': r.from_public_welfare::DOUBLE, 'c': c.from_public_welfare::DOUBLE},
    {'what': 'from_legal_service', 'r': r.from_legal_service::DOUBLE, 'c': c.from_legal_service::DOUBLE},
    {'what': 'from_other_organisations', 'r': r.from_other_organisations::DOUBLE, 'c': c.from_other_organisations::DOUBLE},
    {'what': 'carried_in', 'r': r.carried_in::DOUBLE, 'c': c.carried_in::DOUBLE},
    {'what': 'carried_out', 'r': r.carried_out::DOUBLE, 'c': c.carried_out::DOUBLE},
    {'what': 'concluded', 'r': r.concluded::DOUBLE, 'c': c.concluded::DOUBLE},
    {'what': 'concluded_on_time', 'r': r.concluded_on_time::DOUBLE, 'c': c.concluded_on_time::DOUBLE},
    {'what': 'concluded_extended', 'r': r.concluded_extended::DOUBLE, 'c': c.concluded_extended::DOUBLE},
    {'what': 'on_time_rate', 'r': r.on_time_rate::DOUBLE, 'c': c.on_time_rate::DOUBLE},
    {'what': 'granted', 'r': r.granted::DOUBLE, 'c': c.granted::DOUBLE},
    {'what': 'partially_granted', 'r': r.partially_granted::DOUBLE, 'c': c.partially_granted::DOUBLE},
    {'what': 'denied', 'r': r.denied::DOUBLE, 'c': c.denied::DOUBLE},
    {'what': 'denied_core', 'r': r.denied_core::DOUBLE, 'c': c.denied_core::DOUBLE},
    {'what': 'not_held', 'r': r.not_held::DOUBLE, 'c': c.not_held::DOUBLE},
    {'what': 'disclosure_rate', 'r': r.disclosure_rate::DOUBLE, 'c': c.disclosure_rate::DOUBLE},
    {'what': 'reviews', 'r': r.reviews::DOUBLE, 'c': c.reviews::DOUBLE},
    {'what': 'reviews_corrected', 'r': r.reviews_corrected::DOUBLE, 'c': c.reviews_corrected::DOUBLE},
    {'what': 'lawsuits', 'r': r.lawsuits::DOUBLE, 'c': c.lawsuits::DOUBLE},
    {'what': 'lawsuits_corrected', 'r': r.lawsuits_corrected::DOUBLE, 'c': c.lawsuits_corrected::DOUBLE},
    {'what': 'received_bodies', 'r': r.received_bodies::DOUBLE, 'c': c.received_bodies::DOUBLE},
    {'what': 'n_expected', 'r': r.n_expected::DOUBLE, 'c': c.n_expected::DOUBLE},
    {'what': 'coverage', 'r': r.coverage::DOUBLE, 'c': c.coverage::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/requests/*.parquet')) r FULL JOIN requests_computed c USING (region_code, report_year, basis))
WHERE NOT same(w.r, w.c);
INSERT INTO compared SELECT 'requests', count(*) * 30, count(received) + count(by_person) + count(by_fax) + count(by_online) + count(by_letter) + count(from_natural_persons) + count(from_business) + count(from_research) + count(from_public_welfare) + count(from_legal_service) + count(from_other_organisations) + count(carried_in) + count(carried_out) + count(concluded) + count(concluded_on_time) + count(concluded_extended) + count(on_time_rate) + count(granted) + count(partially_granted) + count(denied) + count(denied_core) + count(not_held) + count(disclosure_rate) + count(reviews) + count(reviews_corrected) + count(lawsuits) + count(lawsuits_corrected) + count(received_bodies) + count(n_expected) + count(coverage) FROM (SELECT * FROM read_parquet(getvariable('release') || '/requests/*.parquet'));
