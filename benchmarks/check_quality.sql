-- check_quality: the marts of a release that are not sums of measures, computed a second time. After check_marts.sql.
--
-- coverage, expected_bodies, form_cells, corrections; findings that need more than one report, quality and scorecard. Not
-- compared: the findings of single reports, which need their text, and document.twin for the same reason; quality and
-- scorecard count the findings as released.

-- expected_bodies
CREATE OR REPLACE TEMP TABLE expected_bodies_computed AS
SELECT e.basis, e.panel AS body_id, e.region_code, e.report_year, e.reason,
  e.basis = 'bodies' AND EXISTS (SELECT 1 FROM roster r WHERE r.panel = e.panel AND r.report_year = e.report_year) AS on_roster
FROM (FROM due UNION ALL FROM silent) e;
INSERT INTO differences SELECT 'expected_bodies', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', basis, body_id, region_code, report_year) AS key, unnest([
    {'what': 'on_roster', 'r': r.on_roster::DOUBLE, 'c': c.on_roster::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/expected_bodies/*.parquet')) r FULL JOIN expected_bodies_computed c USING (basis, body_id, region_code, report_year))
WHERE NOT same(w.r, w.c);
INSERT INTO differences SELECT 'expected_bodies', key, w.what, w.r, w.c FROM (
  SELECT concat_ws(' ', basis, body_id, region_code, report_year) AS key, unnest([
    {'what': 'reason', 'r': r.reason::VARCHAR, 'c': c.reason::VARCHAR}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/expected_bodies/*.parquet')) r FULL JOIN expected_bodies_computed c USING (basis, body_id, region_code, report_year))
WHERE w.r IS DISTINCT FROM w.c;
INSERT INTO compared SELECT 'expected_bodies', count(*) * 2, count(on_roster) + count(reason) FROM (SELECT * FROM read_parquet(getvariable('release') || '/expected_bodies/*.parquet'));

-- coverage
CREATE OR REPLACE TEMP TABLE coverage_computed AS
WITH c AS (SELECT w.above AS place, r.report_year,
    count(*) FILTER (r.scope = 'body') AS n_seen, count(*) FILTER (r.scope NOT IN ('body', 'territory')) AS n_other_scope,
    least(count(*) FILTER (r.scope = 'territory' AND w.above = r.region_code), 1) AS n_territory,
    count(*) FILTER (r.scope = 'body' AND r.form IN ('2014', '2019', '2021')) AS n_with_form,
    count(*) FILTER (r.scope = 'body' AND r.form = '2014') AS n_form_2014, count(*) FILTER (r.scope = 'body' AND r.form = '2019') AS n_form_2019,
    count(*) FILTER (r.scope = 'body' AND r.form = '2021') AS n_form_2021, count(*) FILTER (r.scope = 'body' AND r.form = 'local') AS n_form_local,
    count(*) FILTER (r.scope = 'body' AND r.form = 'none') AS n_form_none
  FROM reports r JOIN within w USING (region_code, report_year) GROUP BY ALL
  HAVING n_seen + n_other_scope + n_territory > 0)
SELECT coalesce(c.place, e.place) AS region_code, coalesce(c.report_year, e.report_year) AS report_year,
  coalesce(n_expected, 0) AS n_expected, coalesce(n_seen, 0) AS n_seen, CASE WHEN n_expected > 0 THEN coalesce(n_seen, 0) / n_expected END AS coverage,
  coalesce(n_silent, 0) AS n_silent, CASE WHEN n_expected + n_silent > 0 THEN coalesce(n_seen, 0) / (n_expected + n_silent) END AS coverage_lower,
  coalesce(n_territory, 0) AS n_territory, coalesce(n_other_scope, 0) AS n_other_scope, coalesce(n_with_form, 0) AS n_with_form,
  coalesce(n_form_2014, 0) AS n_form_2014, coalesce(n_form_2019, 0) AS n_form_2019, coalesce(n_form_2021, 0) AS n_form_2021,
  coalesce(n_form_local, 0) AS n_form_local, coalesce(n_form_none, 0) AS n_form_none
FROM c FULL JOIN (SELECT * FROM expected WHERE basis = 'bodies') e ON e.place = c.place AND e.report_year = c.report_year
UNION ALL
-- Where nothing but rejected documents is there, the release says so and nothing else.
SELECT region_code, report_year, 0, 0, NULL, 0, NULL, 0, 0, 0, 0, 0, 0, 0, 0
FROM read_parquet(getvariable('release') || '/coverage/*.parquet') r
WHERE n_rejected > 0 AND NOT EXISTS (SELECT 1 FROM c WHERE c.place = r.region_code AND c.report_year = r.report_year)
  AND NOT EXISTS (SELECT 1 FROM expected e WHERE e.basis = 'bodies' AND e.place = r.region_code AND e.report_year = r.report_year);
INSERT INTO differences SELECT 'coverage', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', region_code, report_year) AS key, unnest([
    {'what': 'n_expected', 'r': r.n_expected::DOUBLE, 'c': c.n_expected::DOUBLE},
    {'what': 'n_seen', 'r': r.n_seen::DOUBLE, 'c': c.n_seen::DOUBLE},
    {'what': 'coverage', 'r': r.coverage::DOUBLE, 'c': c.coverage::DOUBLE},
    {'what': 'n_silent', 'r': r.n_silent::DOUBLE, 'c': c.n_silent::DOUBLE},
    {'what': 'coverage_lower', 'r': r.coverage_lower::DOUBLE, 'c': c.coverage_lower::DOUBLE},
    {'what': 'n_territory', 'r': r.n_territory::DOUBLE, 'c': c.n_territory::DOUBLE},
    {'what': 'n_other_scope', 'r': r.n_other_scope::DOUBLE, 'c': c.n_other_scope::DOUBLE},
    {'what': 'n_with_form', 'r': r.n_with_form::DOUBLE, 'c': c.n_with_form::DOUBLE},
    {'what': 'n_form_2014', 'r': r.n_form_2014::DOUBLE, 'c': c.n_form_2014::DOUBLE},
    {'what': 'n_form_2019', 'r': r.n_form_2019::DOUBLE, 'c': c.n_form_2019::DOUBLE},
    {'what': 'n_form_2021', 'r': r.n_form_2021::DOUBLE, 'c': c.n_form_2021::DOUBLE},
    {'what': 'n_form_local', 'r': r.n_form_local::DOUBLE, 'c': c.n_form_local::DOUBLE},
    {'what': 'n_form_none', 'r': r.n_form_none::DOUBLE, 'c': c.n_form_none::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/coverage/*.parquet')) r FULL JOIN coverage_computed c USING (region_code, report_year))
WHERE NOT same(w.r, w.c);
INSERT INTO compared SELECT 'coverage', count(*) * 13, count(n_expected) + count(n_seen) + count(coverage) + count(n_silent) + count(coverage_lower) + count(n_territory) + count(n_other_scope) + count(n_with_form) + count(n_form_2014) + count(n_form_2019) + count(n_form_2021) + count(n_form_local) + count(n_form_none) FROM (SELECT * FROM read_parquet(getvariable('release') || '/coverage/*.parquet'));

-- form_cells
CREATE OR REPLACE TEMP TABLE form_cells_computed AS
SELECT p.place AS region_code, c.report_year, c.basis, c.form, f.indicator, f.requester, coalesce(f.unit, '') AS unit,
  sum(f.value) AS value, count(f.value) AS n_bodies, count(*) FILTER (f.value = 0) AS n_zero, count(*) FILTER (f.value IS NULL) AS n_blank,
  count(*) FILTER (f.value IS NOT NULL AND f.status = 'E') AS n_approximate
FROM counted c JOIN figures f USING (body_id, report_year) JOIN counts_for p USING (body_id, report_year, basis)
WHERE f.origin <> 'prose' AND c.form <> 'none' GROUP BY ALL;
INSERT INTO differences SELECT 'form_cells', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', region_code, report_year, basis, form, indicator, requester, unit) AS key, unnest([
    {'what': 'value', 'r': r.value::DOUBLE, 'c': c.value::DOUBLE},
    {'what': 'n_bodies', 'r': r.n_bodies::DOUBLE, 'c': c.n_bodies::DOUBLE},
    {'what': 'n_zero', 'r': r.n_zero::DOUBLE, 'c': c.n_zero::DOUBLE},
    {'what': 'n_blank', 'r': r.n_blank::DOUBLE, 'c': c.n_blank::DOUBLE},
    {'what': 'n_approximate', 'r': r.n_approximate::DOUBLE, 'c': c.n_approximate::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/form_cells/*.parquet')) r FULL JOIN form_cells_computed c USING (region_code, report_year, basis, form, indicator, requester, unit))
WHERE NOT same(w.r, w.c);
INSERT INTO compared SELECT 'form_cells', count(*) * 5, count(value) + count(n_bodies) + count(n_zero) + count(n_blank) + count(n_approximate) FROM (SELECT * FROM read_parquet(getvariable('release') || '/form_cells/*.parquet'));

-- corrections: what the file says is printed is what the observations print.
INSERT INTO differences
SELECT 'corrections', concat_ws(' ', c.body_id, c.report_year, c.indicator, c.requester), 'printed_value', c.printed_value, o.printed_value
FROM fixes c LEFT JOIN read_parquet(getvariable('release') || '/observations/*.parquet') o
  ON o.body_id = c.body_id AND o.report_year = c.report_year AND o.indicator = c.indicator AND o.requester = c.requester AND o.is_preferred
WHERE o.printed_value IS DISTINCT FROM c.printed_value OR o.line IS DISTINCT FROM c.line;
INSERT INTO compared SELECT 'corrections', count(*), count(*) FROM fixes;

-- findings between reports. The panel is a body over the years with one scope; printed figures, corrections apart.
CREATE OR REPLACE TEMP TABLE panel_figures AS
SELECT r.body_id, r.report_year, r.scope, r.form, r.region_code, o.indicator, o.value, o.unit, o.status, o.origin,
  CASE WHEN starts_with(r.body_id, r.region_code) AND r.region_code <> '' THEN
    coalesce((SELECT max(lineage) FROM regions g WHERE g.code = r.region_code), r.region_code) || substr(r.body_id, length(r.region_code) + 1)
    ELSE r.body_id END AS panel
FROM reports r JOIN read_parquet(getvariable('release') || '/observations/*.parquet') o USING (body_id, report_year)
WHERE o.is_preferred AND o.requester = '_T' AND o.value IS NOT NULL;

CREATE OR REPLACE TEMP TABLE printed_cells AS SELECT * FROM panel_figures WHERE origin <> 'prose' AND status = 'A';

CREATE OR REPLACE TEMP TABLE stems AS
SELECT DISTINCT form, regexp_replace(indicator, '\.(in_force|items_previous_year)$', '') AS stem, regexp_extract(indicator, '(in_force|items_previous_year)$') AS what
FROM cells WHERE regexp_matches(indicator, '\.(in_force|items_previous_year)$');

-- findings
CREATE OR REPLACE TEMP TABLE findings_computed AS
-- Carried in is what was carried out the year before.
SELECT n.body_id, n.report_year, 'carry_over' AS rule, 'requests.carried_in' AS place, n.value AS left_value, o.value AS right_value
FROM printed_cells n JOIN printed_cells o ON o.panel = n.panel AND o.scope = n.scope AND o.report_year = n.report_year - 1 AND o.indicator = 'requests.carried_out'
WHERE n.indicator = 'requests.carried_in' AND n.form IN ('2019', '2021') AND n.value <> o.value
UNION ALL
-- In force is what was in force, plus issued, less repealed.
SELECT n.body_id, n.report_year, 'stock_flow', n.indicator, n.value, o.value + i.value - r.value
FROM stems s JOIN printed_cells n ON n.indicator = s.stem || '.in_force' AND n.form = s.form
JOIN printed_cells o ON o.panel = n.panel AND o.scope = n.scope AND o.report_year = n.report_year - 1 AND o.indicator = n.indicator
JOIN printed_cells i ON i.body_id = n.body_id AND i.report_year = n.report_year AND i.indicator = s.stem || '.issued'
JOIN printed_cells r ON r.body_id = n.body_id AND r.report_year = n.report_year AND r.indicator = s.stem || '.repealed'
WHERE s.what = 'in_force' AND s.form = '2021' AND n.value <> o.value + i.value - r.value
UNION ALL
-- The items of the previous year are those of the report before and their change.
SELECT n.body_id, n.report_year, '2019-08', n.indicator, n.value, o.value + d.value
FROM stems s JOIN printed_cells n ON n.indicator = s.stem || '.items_previous_year' AND n.form = s.form
JOIN printed_cells o ON o.panel = n.panel AND o.scope = n.scope AND o.report_year = n.report_year - 1 AND o.indicator = n.indicator
JOIN printed_cells d ON d.body_id = o.body_id AND d.report_year = o.report_year AND d.indicator = s.stem || '.items_change'
WHERE s.what = 'items_previous_year' AND s.form = '2019' AND n.value <> o.value + d.value
UNION ALL
-- A jump of more than tenfold, or of about ten thousand.
SELECT n.body_id, n.report_year,
  CASE WHEN log10(greatest(n.value, o.value)::DOUBLE / least(n.value, o.value)::DOUBLE) BETWEEN 3.5 AND 4.5 THEN 'jump.wan' ELSE 'jump.tenfold' END,
  n.indicator, n.value, o.value
FROM panel_figures n JOIN panel_figures o
  ON o.panel = n.panel AND o.scope = n.scope AND o.indicator = n.indicator AND o.unit IS NOT DISTINCT FROM n.unit AND o.report_year = n.report_year - 1
WHERE n.value > 0 AND o.value > 0 AND (n.value > 10 * o.value OR o.value > 10 * n.value)
UNION ALL
-- A territory is at least its bodies; and the same, where all of them are there.
SELECT c.body_id, c.report_year, CASE WHEN t.value < b.value THEN 'territory.below_bodies' ELSE 'territory.bodies' END, t.measure, t.value, b.value
FROM counted c JOIN by_place t ON c.basis = 'territory' AND t.basis = 'territory' AND t.place = c.region_code AND t.report_year = c.report_year
JOIN by_place b ON b.basis = 'bodies' AND b.place = t.place AND b.report_year = t.report_year AND b.measure = t.measure AND b.requester = t.requester
JOIN expected e ON e.place = b.place AND e.report_year = b.report_year AND e.basis = 'bodies'
WHERE t.requester = '_T' AND t.kind <> 'ratio' AND (t.value < b.value OR t.value > b.value AND b.n_bodies = e.n_expected AND e.n_silent = 0)
UNION ALL
SELECT body_id, report_year, 'correction', indicator || '|' || requester, (SELECT value FROM read_parquet(getvariable('release') || '/observations/*.parquet') o
    WHERE o.body_id = c.body_id AND o.report_year = c.report_year AND o.indicator = c.indicator AND o.requester = c.requester AND o.is_preferred), corrected_value
FROM fixes c;
INSERT INTO differences SELECT 'findings', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', body_id, report_year, rule, place) AS key, unnest([
    {'what': 'left_value', 'r': r.left_value::DOUBLE, 'c': c.left_value::DOUBLE},
    {'what': 'right_value', 'r': r.right_value::DOUBLE, 'c': c.right_value::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/findings/*.parquet') WHERE rule IN ('carry_over', 'stock_flow', '2019-08', 'jump.wan', 'jump.tenfold', 'territory.below_bodies', 'territory.bodies', 'correction')) r FULL JOIN findings_computed c USING (body_id, report_year, rule, place))
WHERE NOT same(w.r, w.c);
INSERT INTO compared SELECT 'findings', count(*) * 2, count(left_value) + count(right_value) FROM (SELECT * FROM read_parquet(getvariable('release') || '/findings/*.parquet') WHERE rule IN ('carry_over', 'stock_flow', '2019-08', 'jump.wan', 'jump.tenfold', 'territory.below_bodies', 'territory.bodies', 'correction'));

-- quality
CREATE OR REPLACE TEMP TABLE quality_computed AS
WITH found AS (
  SELECT body_id, report_year, region_code, rule, count(*) FILTER (severity = 'error') AS n_error, count(*) FILTER (severity = 'warn') AS n_warn,
    count(*) FILTER (severity = 'info') AS n_info
  FROM read_parquet(getvariable('release') || '/findings/*.parquet') GROUP BY ALL),
failed AS (
  SELECT w.above AS place, f.report_year, f.rule, sum(n_error) AS n_error, sum(n_warn) AS n_warn, sum(n_info) AS n_info, count(*) AS n_failed
  FROM found f JOIN within w USING (region_code, report_year) GROUP BY ALL),
panels_filed AS (
  SELECT r.*, CASE WHEN starts_with(r.body_id, r.region_code) AND r.region_code <> '' THEN
    coalesce((SELECT max(lineage) FROM regions g WHERE g.code = r.region_code), r.region_code) || substr(r.body_id, length(r.region_code) + 1)
    ELSE r.body_id END AS panel FROM reports r),
described AS (
  SELECT r.report_year, r.region_code, r.form, o.form AS before,
    EXISTS (SELECT 1 FROM counted c WHERE c.basis = 'territory' AND c.body_id = r.body_id AND c.report_year = r.report_year)
      AND EXISTS (SELECT 1 FROM counts_for b WHERE b.basis = 'bodies' AND b.place = r.region_code AND b.report_year = r.report_year) AS beside
  FROM panels_filed r LEFT JOIN panels_filed o ON o.panel = r.panel AND o.scope = r.scope AND o.report_year = r.report_year - 1),
kinds AS (
  SELECT w.above AS place, report_year, form, before, beside, count(*) AS n FROM described JOIN within w USING (region_code, report_year) GROUP BY ALL),
applicable AS (
  SELECT f.place, f.report_year, f.rule, sum(k.n) AS n_reports
  FROM failed f JOIN kinds k ON k.place = f.place AND k.report_year = f.report_year AND CASE
    WHEN f.rule = 'carry_over' THEN k.form IN ('2019', '2021') AND k.before IN ('2019', '2021')
    WHEN f.rule = 'stock_flow' THEN k.form = '2021' AND k.before = '2021'
    WHEN f.rule = '2019-08' THEN k.form = '2019' AND k.before = '2019'
    WHEN starts_with(f.rule, 'jump.') THEN k.before IS NOT NULL
    WHEN starts_with(f.rule, 'territory.') THEN k.beside
    WHEN regexp_matches(f.rule, '^20[0-9][0-9]-[0-9]+$') THEN k.form = f.rule[1:4]
    ELSE true END
  GROUP BY ALL)
SELECT f.place AS region_code, f.report_year, f.rule, f.n_error, f.n_warn, f.n_info, greatest(coalesce(a.n_reports, 0), f.n_failed) AS n_reports, f.n_failed,
  1 - f.n_failed / greatest(coalesce(a.n_reports, 0), f.n_failed) AS pass_rate
FROM failed f LEFT JOIN applicable a USING (place, report_year, rule);
INSERT INTO differences SELECT 'quality', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', region_code, report_year, rule) AS key, unnest([
    {'what': 'n_error', 'r': r.n_error::DOUBLE, 'c': c.n_error::DOUBLE},
    {'what': 'n_warn', 'r': r.n_warn::DOUBLE, 'c': c.n_warn::DOUBLE},
    {'what': 'n_info', 'r': r.n_info::DOUBLE, 'c': c.n_info::DOUBLE},
    {'what': 'n_reports', 'r': r.n_reports::DOUBLE, 'c': c.n_reports::DOUBLE},
    {'what': 'n_failed', 'r': r.n_failed::DOUBLE, 'c': c.n_failed::DOUBLE},
    {'what': 'pass_rate', 'r': r.pass_rate::DOUBLE, 'c': c.pass_rate::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/quality/*.parquet')) r FULL JOIN quality_computed c USING (region_code, report_year, rule))
WHERE NOT same(w.r, w.c);
INSERT INTO compared SELECT 'quality', count(*) * 6, count(n_error) + count(n_warn) + count(n_info) + count(n_reports) + count(n_failed) + count(pass_rate) FROM (SELECT * FROM read_parquet(getvariable('release') || '/quality/*.parquet'));

-- scorecard
CREATE OR REPLACE TEMP TABLE scorecard_computed AS
WITH found AS (
  SELECT body_id, report_year, count(*) FILTER (severity = 'error') AS n_error, count(*) FILTER (severity = 'warn') AS n_warn,
    count(*) FILTER (severity = 'info') AS n_info, count(*) FILTER (rule = 'correction') AS n_corrected
  FROM read_parquet(getvariable('release') || '/findings/*.parquet') GROUP BY ALL),
printed AS (
  SELECT body_id, report_year, count(*) AS n_cells, count(value) AS n_figures, count(*) FILTER (status = 'O') AS n_blank,
    count(*) FILTER (status = 'L') AS n_not_found, count(*) FILTER (status = 'N') AS n_unreadable
  FROM read_parquet(getvariable('release') || '/observations/*.parquet') WHERE origin <> 'prose' AND status <> 'M' GROUP BY ALL)
SELECT w.above AS region_code, r.report_year, count(*) AS n_reports, count(*) FILTER (coalesce(n_error, 0) = 0) AS n_sound,
  count(*) FILTER (coalesce(n_error, 0) = 0) / count(*) AS sound_rate,
  coalesce(sum(n_error), 0) AS n_error, coalesce(sum(n_warn), 0) AS n_warn, coalesce(sum(n_info), 0) AS n_info,
  coalesce(sum(n_cells), 0) AS n_cells, coalesce(sum(n_figures), 0) AS n_figures, coalesce(sum(n_blank), 0) AS n_blank,
  coalesce(sum(n_not_found), 0) AS n_not_found, coalesce(sum(n_unreadable), 0) AS n_unreadable, coalesce(sum(n_corrected), 0) AS n_corrected
FROM reports r JOIN within w USING (region_code, report_year) LEFT JOIN found f USING (body_id, report_year) LEFT JOIN printed p USING (body_id, report_year)
GROUP BY ALL;
INSERT INTO differences SELECT 'scorecard', key, w.what, w.r::VARCHAR, w.c::VARCHAR FROM (
  SELECT concat_ws(' ', region_code, report_year) AS key, unnest([
    {'what': 'n_reports', 'r': r.n_reports::DOUBLE, 'c': c.n_reports::DOUBLE},
    {'what': 'n_sound', 'r': r.n_sound::DOUBLE, 'c': c.n_sound::DOUBLE},
    {'what': 'sound_rate', 'r': r.sound_rate::DOUBLE, 'c': c.sound_rate::DOUBLE},
    {'what': 'n_error', 'r': r.n_error::DOUBLE, 'c': c.n_error::DOUBLE},
    {'what': 'n_warn', 'r': r.n_warn::DOUBLE, 'c': c.n_warn::DOUBLE},
    {'what': 'n_info', 'r': r.n_info::DOUBLE, 'c': c.n_info::DOUBLE},
    {'what': 'n_cells', 'r': r.n_cells::DOUBLE, 'c': c.n_cells::DOUBLE},
    {'what': 'n_figures', 'r': r.n_figures::DOUBLE, 'c': c.n_figures::DOUBLE},
    {'what': 'n_blank', 'r': r.n_blank::DOUBLE, 'c': c.n_blank::DOUBLE},
    {'what': 'n_not_found', 'r': r.n_not_found::DOUBLE, 'c': c.n_not_found::DOUBLE},
    {'what': 'n_unreadable', 'r': r.n_unreadable::DOUBLE, 'c': c.n_unreadable::DOUBLE},
    {'what': 'n_corrected', 'r': r.n_corrected::DOUBLE, 'c': c.n_corrected::DOUBLE}]) AS w
  FROM (SELECT * FROM read_parquet(getvariable('release') || '/scorecard/*.parquet')) r FULL JOIN scorecard_computed c USING (region_code, report_year))
WHERE NOT same(w.r, w.c);
INSERT INTO compared SELECT 'scorecard', count(*) * 12, count(n_reports) + count(n_sound) + count(sound_rate) + count(n_error) + count(n_warn) + count(n_info) + count(n_cells) + count(n_figures) + count(n_blank) + count(n_not_found) + count(n_unreadable) + count(n_corrected) FROM (SELECT * FROM read_parquet(getvariable('release') || '/scorecard/*.parquet'));
