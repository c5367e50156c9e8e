-- findings: where a report breaks a rule; those found while reading it, and those that need more than one report.
--
-- grain   body_id, report_year, rule, place
-- panel   the same body in neighbouring years with the same scope; it goes on over a 1:1 change of its region's code
-- printed the figures as printed, corrections apart; totals only
-- carry_over, stock_flow, 2019-08   identities between years (data/reference/identities.json), where every figure of
--         theirs is printed in a table; found in the later report
-- jump.tenfold   a figure more than 10 times that of the year before, or less than a tenth; jump.wan: about 10,000
--         times (from 10^3.5 to 10^4.5). Same unit; zeros are no jump
-- territory.below_bodies   a measure as the government publishes it for its territory is less than the sum of its bodies:
--         a territory holds its bodies, so that nothing but joint publications can explain it; no tolerance
-- territory.bodies   it is more, although every expected body has a figure and none fell silent. Where bodies are missing,
--         a difference is as it should be: a column of measures has it (territory_less_bodies), and no finding. Both are
--         found in the government's report
-- document.twin   another body's report is the same text, blanks apart; texts of 100 characters and more
-- correction      a figure that counts otherwise than printed
-- A finding never changes a figure. A line on the right is one of the same report, 0 where the figure stands elsewhere.
CREATE OR REPLACE TEMPORARY VIEW findings_filed AS
SELECT r.body_id, r.report_year, r.region_code, r.scope, r.form, r.document,
  CASE WHEN startswith(r.body_id, r.region_code) AND l.lineage IS NOT NULL
       THEN concat(l.lineage, substr(r.body_id, length(r.region_code) + 1))
       ELSE r.body_id END AS panel_id
FROM reports r
LEFT JOIN lineage l ON l.region_code = r.region_code;

CREATE OR REPLACE TEMPORARY VIEW findings_figures AS
SELECT f.panel_id, f.body_id, f.report_year, f.region_code, f.scope, o.indicator, o.origin, o.value, o.unit, o.status,
       o.line
FROM printed o
JOIN findings_filed f ON f.body_id = o.body_id AND f.report_year = o.report_year
WHERE o.is_preferred AND o.requester = '_T' AND o.value IS NOT NULL;

CREATE OR REPLACE TEMPORARY VIEW findings_linked AS
SELECT k.rule, k.form, k.place, k.n_terms, f.panel_id, f.scope, f.report_year - k.year_offset AS report_year,
  sum(CASE WHEN k.side = 'left' THEN k.coefficient * f.value END) AS left_value,
  sum(CASE WHEN k.side = 'right' THEN k.coefficient * f.value END) AS right_value,
  max(CASE WHEN k.side = 'left' THEN f.line END) AS left_line,
  count(*) AS n, bit_or(shiftleft(1L, k.term)) AS found
FROM findings_figures f
JOIN links k ON k.indicator = f.indicator
WHERE f.origin <> 'prose' AND f.status = 'A'
GROUP BY k.rule, k.form, k.place, k.n_terms, f.panel_id, f.scope, f.report_year - k.year_offset;

CREATE OR REPLACE TEMPORARY VIEW findings_chained AS
SELECT r.body_id, k.report_year, r.region_code, k.rule, k.place, k.left_value, k.right_value, k.left_line
FROM findings_linked k
JOIN findings_filed r
  ON r.panel_id = k.panel_id AND r.scope = k.scope AND r.report_year = k.report_year AND r.form = k.form
WHERE k.n = k.n_terms AND k.found = shiftleft(1L, CAST(k.n_terms AS INT)) - 1 AND k.left_value <> k.right_value;

CREATE OR REPLACE TEMPORARY VIEW findings_steps AS
SELECT *,
  lag(report_year) OVER year_by_year = report_year - 1 AS follows,
  lag(value) OVER year_by_year AS before
FROM findings_figures
WINDOW year_by_year AS (PARTITION BY panel_id, scope, indicator, unit ORDER BY report_year, body_id);

CREATE OR REPLACE TEMPORARY VIEW findings_jumps AS
SELECT body_id, report_year, region_code, indicator AS place, value AS left_value, before AS right_value,
       line AS left_line, CAST(greatest(value, before) AS DOUBLE) / CAST(least(value, before) AS DOUBLE) AS times
FROM findings_steps
WHERE follows AND value > 0 AND before > 0;

CREATE OR REPLACE TEMPORARY VIEW findings_territories AS
SELECT s.body_id, t.report_year, s.region_code, t.measure AS place,
       CASE WHEN t.value < b.value THEN 'territory.below_bodies' ELSE 'territory.bodies' END AS rule,
       t.value AS left_value, b.value AS right_value, 0 AS left_line
FROM region_measures t
JOIN region_measures b
  ON b.region_code = t.region_code AND b.report_year = t.report_year AND b.measure = t.measure
 AND b.requester = t.requester
JOIN standing s ON s.region_code = t.region_code AND s.report_year = t.report_year
JOIN expected e ON e.region_code = b.region_code AND e.report_year = b.report_year AND e.basis = b.basis
WHERE t.basis = 'territory' AND b.basis = 'bodies' AND s.basis = 'territory' AND t.requester = '_T'
  AND t.kind <> 'ratio'
  AND (t.value < b.value OR t.value > b.value AND b.n_bodies = e.n_expected AND e.n_silent = 0);

CREATE OR REPLACE TEMPORARY VIEW findings_texts AS
SELECT sha256, md5(regexp_replace(text, '[\\s\\u00A0\\u3000]+', '')) AS print
FROM documents
WHERE outcome = 'parsed' AND characters >= 100;

CREATE OR REPLACE TEMPORARY VIEW findings_prints AS
SELECT f.body_id, f.report_year, f.region_code, d.print
FROM findings_filed f
JOIN findings_texts d ON d.sha256 = f.document;

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
SELECT body_id, report_year, region_code, rule, place,
       CAST(left_value AS DECIMAL(18,6)) AS left_value, CAST(right_value AS DECIMAL(18,6)) AS right_value, left_line
FROM findings_chained
UNION ALL
SELECT body_id, report_year, region_code,
       CASE WHEN times BETWEEN pow(10, 3.5) AND pow(10, 4.5) THEN 'jump.wan' ELSE 'jump.tenfold' END, place,
       left_value, right_value, left_line
FROM findings_jumps
WHERE times > 10
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
