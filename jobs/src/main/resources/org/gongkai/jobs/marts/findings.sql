-- findings: where a report breaks a rule; those found while reading it, and those that need more than one report.
--
-- grain   body_id, report_year, rule, place
-- between years (carry_over, stock_flow, 2019-08, jump.tenfold, jump.wan): found by the pass over the series of a body's
--         reports, SeriesRules
-- territory.below_bodies   a measure as the government publishes it for its territory is less than the sum of its bodies:
--         a territory holds its bodies, so that nothing but joint publications can explain it; no tolerance
-- territory.bodies   it is more, although every expected body has a figure and none fell silent. Where bodies are missing,
--         a difference is as it should be: a column of measures has it (territory_less_bodies), and no finding. Both are
--         found in the government's report
-- document.twin   another body's report is the same text, blanks apart; texts of 100 characters and more
-- correction      a figure that counts otherwise than printed
-- A finding never changes a figure. A line on the right is one of the same report, 0 where the figure stands elsewhere.
CREATE OR REPLACE TEMPORARY VIEW findings_territories AS
SELECT s.body_id, t.report_year, s.region_code, t.measure AS place,
       CASE WHEN t.value < t.beside_value THEN 'territory.below_bodies' ELSE 'territory.bodies' END AS rule,
       t.value AS left_value, t.beside_value AS right_value, 0 AS left_line
FROM region_measures t
JOIN standing s ON s.region_code = t.region_code AND s.report_year = t.report_year
JOIN expected e ON e.region_code = t.region_code AND e.report_year = t.report_year
WHERE t.basis = 'territory' AND s.basis = 'territory' AND e.basis = 'bodies' AND t.requester = '_T'
  AND t.kind <> 'ratio'
  AND (t.value < t.beside_value OR t.value > t.beside_value AND t.beside_bodies = e.n_expected AND e.n_silent = 0);

CREATE OR REPLACE TEMPORARY VIEW findings_prints AS
SELECT f.body_id, f.report_year, f.region_code, d.print
FROM filed f
JOIN document_prints d ON d.sha256 = f.document;

-- Reports of one text beside each other, so that texts are read once.
CREATE OR REPLACE TEMPORARY VIEW findings_alike AS
SELECT collect_list(named_struct('body_id', body_id, 'report_year', report_year, 'region_code', region_code)) AS reports
FROM findings_prints
GROUP BY print
HAVING count(*) > 1;

CREATE OR REPLACE TEMPORARY VIEW findings_one_of_them AS
SELECT reports, explode(reports) AS report FROM findings_alike;

CREATE OR REPLACE TEMPORARY VIEW findings_pairs AS
SELECT report, explode(reports) AS other FROM findings_one_of_them;

CREATE OR REPLACE TEMPORARY VIEW findings_twins AS
SELECT DISTINCT report.body_id, report.report_year, report.region_code, other.body_id AS place
FROM findings_pairs
WHERE other.body_id <> report.body_id;

CREATE OR REPLACE TEMPORARY VIEW findings_across AS
SELECT body_id, report_year, region_code, rule, place, left_value, right_value, left_line FROM series_findings
UNION ALL
SELECT body_id, report_year, region_code, rule, place,
       try_cast(left_value AS DECIMAL(18,6)), try_cast(right_value AS DECIMAL(18,6)), left_line
FROM findings_territories
UNION ALL
SELECT body_id, report_year, region_code, 'document.twin', place, NULL, NULL, 0 FROM findings_twins
UNION ALL
SELECT body_id, report_year, region_code, 'correction', concat(indicator, '|', requester), value, corrected_value, line
FROM matched_corrections;

SELECT body_id, report_year, region_code, rule, place, severity, message, left_value, right_value, left_line, right_line
FROM printed_findings
UNION ALL
SELECT a.body_id, a.report_year, a.region_code, a.rule, a.place, w.severity,
  replace(replace(replace(w.zh,
    '{left}', coalesce(regexp_replace(CAST(a.left_value AS STRING), '\\.?0+$', ''), '（空）')),
    '{right}', coalesce(regexp_replace(CAST(a.right_value AS STRING), '\\.?0+$', ''), '（空）')),
    '{place}', a.place),
  a.left_value, a.right_value, a.left_line, 0
FROM findings_across a
JOIN rule_words w ON w.rule = a.rule
