-- expected: how many bodies should have reported. A working table.
--
-- grain      region_code, report_year, basis
-- n_expected bodies of the mart expected_bodies, without the silent ones; n_silent: those
CREATE OR REPLACE TEMPORARY VIEW expected_own AS
SELECT region_code, report_year, basis,
  count(CASE WHEN reason <> 'silent' THEN 1 END) AS n_expected, count(CASE WHEN reason = 'silent' THEN 1 END) AS n_silent
FROM expected_bodies
GROUP BY region_code, report_year, basis;

SELECT t.ancestor AS region_code, o.report_year, o.basis, sum(o.n_expected) AS n_expected, sum(o.n_silent) AS n_silent
FROM expected_own o
JOIN tree t ON t.region_code = o.region_code AND t.report_year = o.report_year
 AND (o.basis = 'bodies' OR t.ancestor = o.region_code)
GROUP BY t.ancestor, o.report_year, o.basis
