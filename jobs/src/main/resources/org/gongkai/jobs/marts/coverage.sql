-- coverage: who reported, on which form, and who did not.
--
-- grain           region_code, report_year
-- n_expected      bodies expected: seen in the year, or both the year before and the year after; with a roster: seen, or on it
-- n_seen          bodies whose report stands in basis `bodies`; coverage = n_seen ÷ n_expected
-- n_silent        bodies not expected that reported in one of the three years before; expected_bodies names them.
--                 coverage_lower = n_seen ÷ (n_expected + n_silent): coverage, if all of these should have reported
-- n_territory     1 where a government's figure for the whole territory is there
-- n_other_scope   reports of scope level or unknown: read, and in no sum
-- n_with_form     reports (basis bodies) with a national table; n_form_* by form; n_form_local on a local table (before
--                 2014), n_form_none without any
-- n_rejected      documents rejected, counted for the region and year that they show; where they show no region, for the
--                 nation only. Documents that show no year are in the ledger of the lake and in no row here
CREATE OR REPLACE TEMPORARY VIEW coverage_forms AS
SELECT
  region_code, report_year,
  sum(CASE WHEN basis = 'bodies' THEN n_reports ELSE 0 END) AS n_seen,
  max(CASE WHEN basis = 'territory' THEN 1 ELSE 0 END) AS n_territory,
  sum(CASE WHEN basis = 'bodies' AND form = '2014' THEN n_reports ELSE 0 END) AS n_form_2014,
  sum(CASE WHEN basis = 'bodies' AND form = '2019' THEN n_reports ELSE 0 END) AS n_form_2019,
  sum(CASE WHEN basis = 'bodies' AND form = '2021' THEN n_reports ELSE 0 END) AS n_form_2021,
  sum(CASE WHEN basis = 'bodies' AND form = 'local' THEN n_reports ELSE 0 END) AS n_form_local,
  sum(CASE WHEN basis = 'bodies' AND form = 'none' THEN n_reports ELSE 0 END) AS n_form_none
FROM region_forms
GROUP BY region_code, report_year;

CREATE OR REPLACE TEMPORARY VIEW coverage_others AS
SELECT t.ancestor AS region_code, r.report_year, count(*) AS n_other_scope
FROM reports r
JOIN tree t ON t.region_code = r.region_code AND t.report_year = r.report_year
WHERE r.scope NOT IN ('body', 'territory')
GROUP BY t.ancestor, r.report_year;

CREATE OR REPLACE TEMPORARY VIEW coverage_rejected AS
SELECT coalesce(t.ancestor, '000000') AS region_code, d.report_year, count(*) AS n_rejected
FROM documents d
LEFT JOIN tree t ON t.region_code = substr(d.body_id, 1, 6) AND t.report_year = d.report_year
WHERE d.outcome = 'rejected' AND d.report_year IS NOT NULL
GROUP BY coalesce(t.ancestor, '000000'), d.report_year;

CREATE OR REPLACE TEMPORARY VIEW coverage_keys AS
SELECT region_code, report_year FROM coverage_forms
UNION SELECT region_code, report_year FROM expected WHERE basis = 'bodies'
UNION SELECT region_code, report_year FROM coverage_others
UNION SELECT region_code, report_year FROM coverage_rejected;

SELECT
  k.region_code, k.report_year,
  coalesce(e.n_expected, 0L) AS n_expected,
  coalesce(f.n_seen, 0L) AS n_seen,
  CASE WHEN e.n_expected > 0 THEN coalesce(f.n_seen, 0L) / CAST(e.n_expected AS DOUBLE) END AS coverage,
  coalesce(e.n_silent, 0L) AS n_silent,
  CASE WHEN e.n_expected + e.n_silent > 0
       THEN coalesce(f.n_seen, 0L) / CAST(e.n_expected + e.n_silent AS DOUBLE) END AS coverage_lower,
  CAST(coalesce(f.n_territory, 0) AS BIGINT) AS n_territory,
  coalesce(o.n_other_scope, 0L) AS n_other_scope,
  coalesce(f.n_form_2014 + f.n_form_2019 + f.n_form_2021, 0L) AS n_with_form,
  coalesce(f.n_form_2014, 0L) AS n_form_2014,
  coalesce(f.n_form_2019, 0L) AS n_form_2019,
  coalesce(f.n_form_2021, 0L) AS n_form_2021,
  coalesce(f.n_form_local, 0L) AS n_form_local,
  coalesce(f.n_form_none, 0L) AS n_form_none,
  coalesce(x.n_rejected, 0L) AS n_rejected
FROM coverage_keys k
LEFT JOIN coverage_forms f ON f.region_code = k.region_code AND f.report_year = k.report_year
LEFT JOIN expected e ON e.region_code = k.region_code AND e.report_year = k.report_year AND e.basis = 'bodies'
LEFT JOIN coverage_others o ON o.region_code = k.region_code AND o.report_year = k.report_year
LEFT JOIN coverage_rejected x ON x.region_code = k.region_code AND x.report_year = k.report_year
