-- expected: how many bodies should have reported. A working table.
--
-- grain region_code, report_year, basis
-- rule  a body is expected in a year if the roster names it for that year; without a roster, if it was seen in that
--       year, or both in the year before and in the year after. A body that was seen is expected in any case
CREATE OR REPLACE TEMPORARY VIEW expected_seen AS
SELECT DISTINCT panel_id, region_code, report_year, basis FROM standing;

CREATE OR REPLACE TEMPORARY VIEW expected_steps AS
SELECT *, lag(report_year) OVER (PARTITION BY panel_id, basis ORDER BY report_year, region_code) AS before FROM expected_seen;

CREATE OR REPLACE TEMPORARY VIEW expected_bodies AS
SELECT panel_id, region_code, report_year, basis FROM expected_seen
UNION
SELECT panel_id, region_code, report_year - 1, basis FROM expected_steps
WHERE before = report_year - 2 AND NOT (SELECT max(given) FROM roster_given)
UNION
SELECT body_id, region_code, report_year, 'bodies' FROM roster;

CREATE OR REPLACE TEMPORARY VIEW expected_own AS
SELECT region_code, report_year, basis, count(DISTINCT panel_id) AS n FROM expected_bodies
GROUP BY region_code, report_year, basis;

SELECT t.ancestor AS region_code, o.report_year, o.basis, sum(o.n) AS n_expected
FROM expected_own o
JOIN tree t ON t.region_code = o.region_code AND t.report_year = o.report_year
 AND (o.basis = 'bodies' OR t.ancestor = o.region_code)
GROUP BY t.ancestor, o.report_year, o.basis
