-- check_marts: the marts of a release, computed a second time by another engine and from other words.
--
-- For DuckDB, before it: SET VARIABLE release = 'gongkai-home/release/current'
-- After it: table `differences` (mart, place, what, released, computed), empty where all agree, and `compared` (mart, cells).
-- Written from the contract (what a measure, a share, a matched panel is), over `reports`, `observations`, `corrections`
-- and the reference tables of the release alone; nothing here is shared with the marts' own .sql files.

CREATE OR REPLACE TEMP TABLE reports AS SELECT * FROM read_parquet(getvariable('release') || '/reports/*.parquet');
CREATE OR REPLACE TEMP TABLE fixes AS SELECT * FROM read_parquet(getvariable('release') || '/corrections/*.parquet');
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
  FROM reports r, (SELECT unnest(range((SELECT min(report_year) FROM reports), (SELECT max(report_year) + 1 FROM reports))) AS y)
  WHERE r.region_code NOT IN ('', '000000')
  UNION
  SELECT c.region_code, c.report_year, p.parent
  FROM climb c JOIN parents p ON p.code = c.above AND p.report_year = c.report_year
  WHERE p.parent NOT IN ('', '000000'))
SELECT region_code, report_year, above FROM climb
UNION
SELECT DISTINCT r.region_code, y, '000000'
FROM reports r, (SELECT unnest(range((SELECT min(report_year) FROM reports), (SELECT max(report_year) + 1 FROM reports))) AS y);

-- Reports that may be added up: single bodies, and one publication a territory. Other scopes are in no sum.
CREATE OR REPLACE TEMP TABLE counted AS
SELECT r.body_id, r.report_year, r.region_code, r.form, coalesce(r.period_to, r.published_on) AS as_of,
  CASE WHEN r.scope = 'body' THEN 'bodies' ELSE 'territory' END AS basis,
  CASE WHEN r.form = 'none' THEN regime_of(r.report_year) ELSE r.form END AS regime,
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
    CASE asks WHEN '2014' THEN coalesce(formula_2014, formula_prose) WHEN '2019' THEN coalesce(formula_2019, formula_prose)
              ELSE coalesce(formula_2021, formula_prose) END AS formula
  FROM dictionary, (VALUES ('2014', '2014', '2014'), ('2019', '2019', '2019'), ('2021', '2021', '2021'),
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

CREATE OR REPLACE TEMP TABLE by_body AS
SELECT c.body_id, c.panel, c.report_year, c.region_code, c.basis, c.regime, s.measure, s.requester,
  any_value(s.kind) AS kind,
  sum(CASE WHEN s.side = 'top' THEN s.times * a.value END) AS top,
  sum(CASE WHEN s.side = 'bottom' THEN s.times * a.value END) AS bottom
FROM counted c
JOIN spelled s ON s.form = c.form AND s.regime = c.regime
LEFT JOIN amounts a ON a.body_id = c.body_id AND a.report_year = c.report_year AND a.indicator = s.indicator AND a.requester = s.requester
 AND (a.unit NOT IN ('元', '万元') OR a.unit = coalesce(
   (SELECT max(k.unit) FROM cells k WHERE k.form = c.form AND k.indicator = s.indicator), s.unit))
GROUP BY c.body_id, c.panel, c.report_year, c.region_code, c.basis, c.regime, s.measure, s.requester
HAVING count(*) = count(a.value);

-- Expected: seen this year, or in the year before and the year after. (A roster is not part of a release: with one,
-- n_expected is not compared: SET VARIABLE roster = true.)
CREATE OR REPLACE TEMP TABLE expected_bodies AS
SELECT DISTINCT panel, region_code, basis, report_year FROM counted
UNION
SELECT a.panel, b.region_code, a.basis, a.report_year + 1 FROM counted a JOIN counted b
  ON b.panel = a.panel AND b.basis = a.basis AND b.report_year = a.report_year + 2
WHERE NOT EXISTS (SELECT 1 FROM counted c WHERE c.panel = a.panel AND c.basis = a.basis AND c.report_year = a.report_year + 1);

CREATE OR REPLACE TEMP TABLE expected AS
SELECT w.above AS place, e.report_year, e.basis, count(*) AS n_expected
FROM expected_bodies e JOIN within w USING (region_code, report_year)
WHERE e.basis = 'bodies' OR w.above = e.region_code
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE by_place AS
SELECT p.place, b.report_year, b.basis, b.measure, b.requester, any_value(b.kind) AS kind,
  sum(b.top) AS top, sum(b.bottom) AS bottom, count(*) AS n_bodies, count(*) FILTER (b.top = 0) AS n_zero,
  min(b.regime) AS oldest, max(b.regime) AS newest,
  CASE WHEN any_value(b.kind) = 'ratio' THEN CASE WHEN sum(b.bottom) <> 0 THEN sum(b.top)::DOUBLE / sum(b.bottom)::DOUBLE END
       ELSE sum(b.top)::DOUBLE END AS value
FROM by_body b JOIN counts_for p USING (body_id, report_year, basis)
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

CREATE OR REPLACE TEMP TABLE series AS
WITH lines AS (SELECT code, max(lineage) AS line FROM regions GROUP BY code),
named AS (SELECT b.*, coalesce(l.line, b.place) AS line FROM by_place b LEFT JOIN lines l ON l.code = b.place),
paired AS (
  SELECT n.*, o.value AS old, least(n.oldest, coalesce(o.oldest, regime_of(n.report_year - 1))) AS low,
    greatest(n.newest, coalesce(o.newest, regime_of(n.report_year - 1))) AS high
  FROM named n LEFT JOIN named o ON o.line = n.line AND o.basis = n.basis AND o.measure = n.measure AND o.requester = n.requester
   AND o.report_year = n.report_year - 1)
SELECT p.*, (SELECT coalesce(max(CASE s.grade WHEN 'exact' THEN 0 WHEN 'near' THEN 1 ELSE 2 END), 0) FROM steps s
   WHERE s.measure = p.measure AND s.to_regime > p.low AND s.to_regime <= p.high) AS cut,
  m.n_matched, m.now, m.before
FROM paired p
LEFT JOIN panels m ON m.place = p.place AND m.report_year = p.report_year AND m.basis = p.basis AND m.measure = p.measure AND m.requester = p.requester
WHERE p.value IS NOT NULL;

-- The comparison: every cell of both sides as (mart, place, what, number).
CREATE OR REPLACE TEMP TABLE released AS
WITH m AS (SELECT *, region_code || ' ' || report_year || ' ' || basis || ' ' || measure || ' ' || requester AS place FROM read_parquet(getvariable('release') || '/measures/*.parquet') WHERE n_bodies > 0),
t AS (SELECT *, region_code || ' ' || report_year || ' ' || basis || ' ' || measure || ' ' || requester AS place FROM read_parquet(getvariable('release') || '/trends/*.parquet')),
s AS (SELECT *, region_code || ' ' || report_year || ' ' || basis || ' ' || channel AS place FROM read_parquet(getvariable('release') || '/channel_shares/*.parquet')),
f AS (SELECT *, region_code || ' ' || report_year || ' ' || platform AS place FROM read_parquet(getvariable('release') || '/followers/*.parquet')),
q AS (SELECT *, region_code || ' ' || report_year || ' ' || basis AS place FROM read_parquet(getvariable('release') || '/requests/*.parquet')),
c AS (SELECT *, region_code || ' ' || report_year AS place FROM read_parquet(getvariable('release') || '/coverage/*.parquet'))
SELECT 'measures' AS mart, place, unnest(['value', 'numerator', 'denominator', 'n_bodies', 'n_zero', 'n_expected', 'coverage']) AS what,
  unnest([value::DOUBLE, numerator::DOUBLE, denominator::DOUBLE, n_bodies, n_zero, n_expected, coverage]) AS number FROM m
UNION ALL
SELECT 'trends', place, unnest(['value', 'previous', 'change', 'change_pct', 'matched_value', 'matched_previous', 'matched_change', 'n_matched', 'composition_effect', 'comparability']),
  unnest([value::DOUBLE, previous::DOUBLE, change::DOUBLE, change_pct, matched_value::DOUBLE, matched_previous::DOUBLE, matched_change::DOUBLE, n_matched, composition_effect::DOUBLE,
    CASE comparability WHEN 'exact' THEN 0 WHEN 'near' THEN 1 ELSE 2 END]) FROM t
UNION ALL
SELECT 'channel_shares', place, unnest(['published', 'share', 'reach', 'n_bodies', 'coverage']), unnest([published::DOUBLE, share, reach, n_bodies, coverage]) FROM s
UNION ALL
SELECT 'followers', place, unnest(['followers', 'accounts', 'n_bodies', 'median', 'matched_growth', 'n_matched']),
  unnest([followers::DOUBLE, accounts, n_bodies, median, matched_growth, n_matched]) FROM f
UNION ALL
SELECT 'requests', place, unnest(['received', 'by_online', 'from_natural_persons', 'carried_in', 'concluded', 'on_time_rate', 'granted', 'partially_granted', 'denied', 'not_held', 'disclosure_rate', 'reviews', 'lawsuits']),
  unnest([received::DOUBLE, by_online::DOUBLE, from_natural_persons::DOUBLE, carried_in::DOUBLE, concluded::DOUBLE, on_time_rate, granted::DOUBLE, partially_granted::DOUBLE, denied::DOUBLE, not_held::DOUBLE, disclosure_rate, reviews::DOUBLE, lawsuits::DOUBLE]) FROM q
UNION ALL
SELECT 'coverage', place, unnest(['n_expected', 'n_seen', 'coverage', 'n_territory', 'n_other_scope', 'n_with_form', 'n_form_none']),
  unnest([n_expected::DOUBLE, n_seen, coverage, n_territory, n_other_scope, n_with_form, n_form_none]) FROM c;

CREATE OR REPLACE TEMP TABLE computed AS
WITH m AS (SELECT b.*, e.n_expected, b.place || ' ' || b.report_year || ' ' || b.basis || ' ' || measure || ' ' || requester AS id
  FROM by_place b LEFT JOIN expected e USING (place, report_year, basis)),
t AS (SELECT *, place || ' ' || report_year || ' ' || basis || ' ' || measure || ' ' || requester AS id FROM series),
s AS (
  SELECT c.place || ' ' || c.report_year || ' ' || c.basis || ' ' || substr(c.measure, 9) AS id, c.value, c.n_bodies, c.n_expected,
    CASE WHEN sum(c.value) OVER (PARTITION BY c.place, c.report_year, c.basis) <> 0 THEN c.value / sum(c.value) OVER (PARTITION BY c.place, c.report_year, c.basis) END AS share,
    (SELECT r.value FROM m r WHERE r.place = c.place AND r.report_year = c.report_year AND r.basis = c.basis AND r.measure = 'reach.' || substr(c.measure, 9)) AS reach
  FROM m c WHERE starts_with(c.measure, 'channel.')),
fb AS (SELECT c.body_id, c.report_year, c.basis, substr(x.indicator, 11) AS platform, sum(x.value) AS own, count(*) AS n
  FROM counted c JOIN figures x USING (body_id, report_year)
  WHERE c.basis = 'bodies' AND starts_with(x.indicator, 'followers.') AND x.requester = '_T' AND x.value IS NOT NULL GROUP BY ALL),
f AS (SELECT p.place || ' ' || fb.report_year || ' ' || platform AS id, p.place, fb.report_year, platform, sum(own) AS followers, sum(n) AS accounts, count(*) AS n_bodies, median(own::DOUBLE) AS median
  FROM fb JOIN counts_for p USING (body_id, report_year, basis) GROUP BY ALL),
q AS (SELECT place || ' ' || report_year || ' ' || basis AS id, measure, requester, value FROM by_place
  WHERE starts_with(measure, 'requests.') OR starts_with(measure, 'outcome.') OR measure IN ('review.concluded', 'litigation.concluded')),
c AS (SELECT w.above AS place, r.report_year,
    count(*) FILTER (r.scope = 'body') AS n_seen, count(*) FILTER (r.scope NOT IN ('body', 'territory')) AS n_other,
    count(*) FILTER (r.scope = 'territory' AND w.above = r.region_code) AS n_terr,
    count(*) FILTER (r.scope = 'body' AND r.form <> 'none') AS n_form, count(*) FILTER (r.scope = 'body' AND r.form = 'none') AS n_none
  FROM reports r JOIN within w USING (region_code, report_year) GROUP BY ALL),
ck AS (SELECT coalesce(c.place, e.place) AS place, coalesce(c.report_year, e.report_year) AS report_year, coalesce(n_seen, 0) AS n_seen, coalesce(n_other, 0) AS n_other,
    coalesce(n_terr, 0) AS n_terr, coalesce(n_form, 0) AS n_form, coalesce(n_none, 0) AS n_none, coalesce(n_expected, 0) AS n_expected
  FROM c FULL JOIN (SELECT * FROM expected WHERE basis = 'bodies') e ON e.place = c.place AND e.report_year = c.report_year)
SELECT 'measures' AS mart, id AS place, unnest(['value', 'numerator', 'denominator', 'n_bodies', 'n_zero', 'n_expected', 'coverage']) AS what,
  unnest([value, CASE WHEN kind = 'ratio' THEN top::DOUBLE END, CASE WHEN kind = 'ratio' THEN bottom::DOUBLE END, n_bodies, n_zero, n_expected, n_bodies / n_expected]) AS number FROM m
UNION ALL
SELECT 'trends', id, unnest(['value', 'previous', 'change', 'change_pct', 'matched_value', 'matched_previous', 'matched_change', 'n_matched', 'composition_effect', 'comparability']),
  unnest([value, CASE WHEN cut < 2 THEN old END, CASE WHEN cut < 2 THEN value - old END, CASE WHEN cut < 2 AND old <> 0 THEN 100 * (value - old) / old END,
    CASE WHEN cut < 2 THEN now END, CASE WHEN cut < 2 THEN before END, CASE WHEN cut < 2 THEN now - before END, CASE WHEN cut < 2 THEN coalesce(n_matched, 0) ELSE 0 END,
    CASE WHEN cut < 2 THEN value - old - (now - before) END, cut]) FROM t
UNION ALL
SELECT 'channel_shares', id, unnest(['published', 'share', 'reach', 'n_bodies', 'coverage']), unnest([value, share, reach, n_bodies, n_bodies / n_expected]) FROM s
UNION ALL
SELECT 'followers', f.id, unnest(['followers', 'accounts', 'n_bodies', 'median', 'matched_growth', 'n_matched']),
  unnest([followers::DOUBLE, accounts, n_bodies, median,
    (SELECT CASE WHEN cut < 2 AND before <> 0 THEN now / before - 1 END FROM series x WHERE x.place = f.place AND x.report_year = f.report_year AND x.basis = 'bodies' AND x.measure = 'followers.' || platform),
    coalesce((SELECT CASE WHEN cut < 2 THEN n_matched END FROM series x WHERE x.place = f.place AND x.report_year = f.report_year AND x.basis = 'bodies' AND x.measure = 'followers.' || platform), 0)]) FROM f
UNION ALL
SELECT 'requests', id, what, (SELECT max(value) FROM q y WHERE y.id = d.id AND y.measure = w.measure AND y.requester = w.requester)
FROM (SELECT DISTINCT id FROM q WHERE value IS NOT NULL) d, (VALUES ('received', 'requests.received', '_T'), ('by_online', 'requests.received.online', '_T'),
  ('from_natural_persons', 'requests.received', 'requester.natural_person'), ('carried_in', 'requests.carried_in', '_T'), ('concluded', 'requests.concluded', '_T'),
  ('on_time_rate', 'requests.on_time_rate', '_T'), ('granted', 'outcome.granted', '_T'), ('partially_granted', 'outcome.partially_granted', '_T'),
  ('denied', 'outcome.denied', '_T'), ('not_held', 'outcome.not_held', '_T'), ('disclosure_rate', 'outcome.disclosure_rate', '_T'),
  ('reviews', 'review.concluded', '_T'), ('lawsuits', 'litigation.concluded', '_T')) w(what, measure, requester)
UNION ALL
SELECT 'coverage', place || ' ' || report_year, unnest(['n_expected', 'n_seen', 'coverage', 'n_territory', 'n_other_scope', 'n_with_form', 'n_form_none']),
  unnest([n_expected::DOUBLE, n_seen, CASE WHEN n_expected > 0 THEN n_seen / n_expected END, least(n_terr, 1), n_other, n_form, n_none]) FROM ck;

CREATE OR REPLACE TEMP TABLE differences AS
SELECT mart, place, what, r.number AS released, c.number AS computed
FROM released r FULL JOIN computed c USING (mart, place, what)
WHERE (r.number IS NULL) <> (c.number IS NULL) OR abs(r.number - c.number) > 0.000001 * greatest(1, abs(c.number))
ORDER BY ALL;

CREATE OR REPLACE TEMP TABLE compared AS SELECT mart, count(*) AS cells, count(number) AS figures FROM released GROUP BY mart ORDER BY mart;
