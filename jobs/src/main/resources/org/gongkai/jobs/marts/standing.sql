-- standing: the reports whose figures may be added up, each in one basis. A working table.
--
-- grain     body_id, report_year
-- bodies    reports of scope `body`
-- territory reports of scope `territory`; where two bodies publish one region's territory in one year, the government
--           before its departments, then the lower body_id: a territory is counted once
-- Reports of scope `level` and `unknown` stand in neither. panel_id follows a body over a 1:1 change of its region's
-- code.
CREATE OR REPLACE TEMPORARY VIEW standing_ranked AS
SELECT
  r.*,
  row_number() OVER (
    PARTITION BY r.scope, CASE WHEN r.scope = 'territory' THEN r.region_code ELSE r.body_id END, r.report_year
    ORDER BY CASE r.kind WHEN 'government' THEN 0 ELSE 1 END, r.body_id) AS place
FROM reports r
WHERE r.scope IN ('body', 'territory');

SELECT
  r.body_id,
  r.report_year,
  r.region_code,
  CASE WHEN startswith(r.body_id, r.region_code) AND l.lineage IS NOT NULL
       THEN concat(l.lineage, substr(r.body_id, length(r.region_code) + 1))
       ELSE r.body_id END AS panel_id,
  CASE r.scope WHEN 'body' THEN 'bodies' ELSE 'territory' END AS basis,
  r.form,
  coalesce(r.period_to, r.published_on) AS as_of
FROM standing_ranked r
LEFT JOIN lineage l ON l.region_code = r.region_code
WHERE r.place = 1
