-- form_cells: the cells of the statutory forms, added up as they are printed.
--
-- grain         region_code, report_year, basis, form, indicator, requester, unit
-- value         Σ over the reports on that form; a total that a body leaves blank is not derived here, so that a total
--               may be less than the sum of its parts: the measures derive, this table does not
-- unit          figures of two units (元 and 万元) are two rows, never one sum
-- n_bodies      bodies with a figure, n_zero of them print 0; n_blank bodies that print none
-- Figures of the narrative are in no cell of a form.
CREATE OR REPLACE TEMPORARY VIEW form_cells_own AS
SELECT
  s.region_code, s.report_year, s.basis, s.form, o.indicator, o.requester, coalesce(o.unit, '') AS unit,
  sum(o.value) AS value,
  count(o.value) AS n_bodies,
  count(CASE WHEN o.value = 0 THEN 1 END) AS n_zero,
  count(CASE WHEN o.value IS NULL THEN 1 END) AS n_blank,
  count(CASE WHEN o.value IS NOT NULL AND o.status = 'E' THEN 1 END) AS n_approximate
FROM observations o
JOIN standing s ON s.body_id = o.body_id AND s.report_year = o.report_year
WHERE o.is_preferred AND o.origin <> 'prose' AND s.form <> 'none'
GROUP BY s.region_code, s.report_year, s.basis, s.form, o.indicator, o.requester, coalesce(o.unit, '');

SELECT
  t.ancestor AS region_code, c.report_year, c.basis, c.form, c.indicator, c.requester, c.unit,
  try_cast(sum(c.value) AS DECIMAL(18,6)) AS value,
  sum(c.n_bodies) AS n_bodies, sum(c.n_zero) AS n_zero, sum(c.n_blank) AS n_blank,
  sum(c.n_approximate) AS n_approximate
FROM form_cells_own c
JOIN tree t ON t.region_code = c.region_code AND t.report_year = c.report_year
 AND (c.basis = 'bodies' OR t.ancestor = c.region_code)
GROUP BY t.ancestor, c.report_year, c.basis, c.form, c.indicator, c.requester, c.unit
