-- form_cells: the cells of the statutory forms, added up as they are printed.
--
-- grain         region_code, report_year, basis, form, indicator, requester, unit
-- value         Σ over the reports on that form; a total that a body leaves blank is not derived here, so that a total
--               may be less than the sum of its parts: the measures derive, this table does not
-- unit          figures of two units (元 and 万元) are two rows, never one sum
-- n_bodies      bodies with a figure, n_zero of them print 0; n_blank bodies that print none
-- Figures of the narrative are in no cell of a form.
SELECT region_code, report_year, basis, form, indicator, requester, unit, value, n_bodies, n_zero, n_blank, n_approximate
FROM form_sums
