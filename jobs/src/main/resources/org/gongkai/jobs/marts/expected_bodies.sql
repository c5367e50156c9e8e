-- expected_bodies: which bodies should have reported, and which of them did.
--
-- grain     basis, body_id, region_code, report_year; body_id is that of the body's series: it goes on over a 1:1 change of
--           its region's code
-- reason    seen     a report of it stands in the basis
--           between  no report, but one in the year before and one in the year after
--           roster   no report, but the roster names it for the year. With a roster the panel says nothing
--           silent   no report of any scope and not expected, though it reported in one of the three years before. Not counted in
--                    n_expected: whether it fell silent, was dissolved or was not collected cannot be told. Left out once
--                    its functions went to another body (body_successions.csv) or its region's code ended
-- on_roster whether the roster names it for the year
-- Caveat: before the first and after the last report of a body the panel rule expects nothing of it: where half of the
-- bodies stop, coverage of the other half is 1. The silent ones show that.
CREATE OR REPLACE TEMPORARY VIEW expected_bodies_seen AS
SELECT DISTINCT panel_id, region_code, report_year, basis FROM standing;

CREATE OR REPLACE TEMPORARY VIEW expected_bodies_listed AS
SELECT DISTINCT
  CASE WHEN startswith(r.body_id, r.region_code) AND l.lineage IS NOT NULL
       THEN concat(l.lineage, substr(r.body_id, length(r.region_code) + 1))
       ELSE r.body_id END AS panel_id,
  r.region_code, r.report_year
FROM roster r
LEFT JOIN lineage l ON l.region_code = r.region_code;

CREATE OR REPLACE TEMPORARY VIEW expected_bodies_steps AS
SELECT panel_id, region_code, report_year, basis,
  lead(report_year) OVER year_by_year AS next_year, lead(region_code) OVER year_by_year AS next_region
FROM expected_bodies_seen
WINDOW year_by_year AS (PARTITION BY panel_id, basis ORDER BY report_year, region_code);

CREATE OR REPLACE TEMPORARY VIEW expected_bodies_after AS
SELECT *, explode(array(1, 2, 3)) AS years_after FROM expected_bodies_steps;

-- The years without a report after one with: up to three, and none behind the last year that has reports.
CREATE OR REPLACE TEMPORARY VIEW expected_bodies_missed AS
SELECT panel_id, basis, next_year = report_year + 2 AS is_between,
  CASE WHEN next_year = report_year + 2 THEN next_region ELSE region_code END AS region_code,
  report_year + years_after AS report_year
FROM expected_bodies_after
WHERE next_year IS NULL OR report_year + years_after < next_year;

-- A report of another scope stands in no basis, but its body is not silent.
CREATE OR REPLACE TEMPORARY VIEW expected_bodies_filed AS
SELECT DISTINCT
  CASE WHEN startswith(r.body_id, r.region_code) AND l.lineage IS NOT NULL
       THEN concat(l.lineage, substr(r.body_id, length(r.region_code) + 1))
       ELSE r.body_id END AS panel_id,
  r.report_year
FROM reports r
LEFT JOIN lineage l ON l.region_code = r.region_code;

CREATE OR REPLACE TEMPORARY VIEW expected_bodies_unseen AS
SELECT m.panel_id, m.region_code, m.report_year, m.basis,
  CASE WHEN m.is_between THEN 'between' ELSE 'silent' END AS reason
FROM expected_bodies_missed m
LEFT JOIN ended_bodies e ON e.stem = substr(m.panel_id, 8) AND m.report_year >= e.first_year
LEFT JOIN expected_bodies_filed f ON f.panel_id = m.panel_id AND f.report_year = m.report_year
LEFT JOIN ended_regions g ON g.region_code = m.region_code AND m.report_year > g.last_year
WHERE NOT (SELECT max(given) FROM roster_given)
  AND m.report_year <= (SELECT max(report_year) FROM standing)
  AND (m.is_between OR m.basis = 'bodies' AND e.stem IS NULL AND g.region_code IS NULL AND f.panel_id IS NULL);

SELECT s.basis, s.panel_id AS body_id, s.region_code, s.report_year, 'seen' AS reason, r.panel_id IS NOT NULL AS on_roster
FROM expected_bodies_seen s
LEFT JOIN (SELECT DISTINCT panel_id, report_year FROM expected_bodies_listed) r
  ON s.basis = 'bodies' AND r.panel_id = s.panel_id AND r.report_year = s.report_year
UNION ALL
SELECT basis, panel_id, region_code, report_year, reason, false FROM expected_bodies_unseen
UNION ALL
SELECT 'bodies', r.panel_id, r.region_code, r.report_year, 'roster', true
FROM expected_bodies_listed r
LEFT ANTI JOIN expected_bodies_seen s
  ON s.basis = 'bodies' AND s.panel_id = r.panel_id AND s.report_year = r.report_year
