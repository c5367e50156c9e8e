-- requests: what became of the requests for information, one row a region and year.
--
-- grain   region_code, report_year, basis; only where at least one of the figures is there
-- figures measures of the same names (data/reference/measures.json), null where no body has a figure or the form of the
--         year does not ask: by_* routes end with 2018, from_* applicants and the carry-overs begin with 2019
-- rates   of sums over the bodies that state both: on_time_rate (until 2018), disclosure_rate
-- received_bodies, coverage   bodies behind `received`, and their part of the bodies expected
-- Caveat: columns need not come from the same bodies; denied is not comparable over 2018/19, denied_core is.
CREATE OR REPLACE TEMPORARY VIEW requests_wanted AS
SELECT * FROM region_measures
WHERE value IS NOT NULL
  AND (startswith(measure, 'requests.') OR startswith(measure, 'outcome.')
    OR measure IN ('review.concluded', 'review.corrected', 'litigation.concluded', 'litigation.corrected'));

SELECT
  region_code, report_year, basis,
  try_cast(max(CASE WHEN measure = 'requests.received' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS received,
  try_cast(max(CASE WHEN measure = 'requests.received.in_person' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS by_person,
  try_cast(max(CASE WHEN measure = 'requests.received.fax' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS by_fax,
  try_cast(max(CASE WHEN measure = 'requests.received.online' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS by_online,
  try_cast(max(CASE WHEN measure = 'requests.received.letter' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS by_letter,
  try_cast(max(CASE WHEN measure = 'requests.received' AND requester = 'requester.natural_person' THEN value END) AS DECIMAL(18,6)) AS from_natural_persons,
  try_cast(max(CASE WHEN measure = 'requests.received' AND requester = 'requester.organisation.business' THEN value END) AS DECIMAL(18,6)) AS from_business,
  try_cast(max(CASE WHEN measure = 'requests.received' AND requester = 'requester.organisation.research' THEN value END) AS DECIMAL(18,6)) AS from_research,
  try_cast(max(CASE WHEN measure = 'requests.received' AND requester = 'requester.organisation.public_welfare' THEN value END) AS DECIMAL(18,6)) AS from_public_welfare,
  try_cast(max(CASE WHEN measure = 'requests.received' AND requester = 'requester.organisation.legal_service' THEN value END) AS DECIMAL(18,6)) AS from_legal_service,
  try_cast(max(CASE WHEN measure = 'requests.received' AND requester = 'requester.organisation.other' THEN value END) AS DECIMAL(18,6)) AS from_other_organisations,
  try_cast(max(CASE WHEN measure = 'requests.carried_in' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS carried_in,
  try_cast(max(CASE WHEN measure = 'requests.carried_out' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS carried_out,
  try_cast(max(CASE WHEN measure = 'requests.concluded' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS concluded,
  try_cast(max(CASE WHEN measure = 'requests.concluded.on_time' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS concluded_on_time,
  try_cast(max(CASE WHEN measure = 'requests.concluded.extended' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS concluded_extended,
  max(CASE WHEN measure = 'requests.on_time_rate' THEN CAST(numerator AS DOUBLE) / CAST(denominator AS DOUBLE) END)
    AS on_time_rate,
  try_cast(max(CASE WHEN measure = 'outcome.granted' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS granted,
  try_cast(max(CASE WHEN measure = 'outcome.partially_granted' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS partially_granted,
  try_cast(max(CASE WHEN measure = 'outcome.denied' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS denied,
  try_cast(max(CASE WHEN measure = 'outcome.denied_core' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS denied_core,
  try_cast(max(CASE WHEN measure = 'outcome.not_held' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS not_held,
  max(CASE WHEN measure = 'outcome.disclosure_rate' AND requester = '_T'
           THEN CAST(numerator AS DOUBLE) / CAST(denominator AS DOUBLE) END) AS disclosure_rate,
  try_cast(max(CASE WHEN measure = 'review.concluded' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS reviews,
  try_cast(max(CASE WHEN measure = 'review.corrected' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS reviews_corrected,
  try_cast(max(CASE WHEN measure = 'litigation.concluded' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS lawsuits,
  try_cast(max(CASE WHEN measure = 'litigation.corrected' AND requester = '_T' THEN value END) AS DECIMAL(18,6)) AS lawsuits_corrected,
  max(CASE WHEN measure = 'requests.received' AND requester = '_T' THEN n_bodies ELSE 0L END) AS received_bodies,
  max(n_expected) AS n_expected,
  max(CASE WHEN measure = 'requests.received' AND requester = '_T' THEN n_bodies ELSE 0L END)
    / CAST(max(n_expected) AS DOUBLE) AS coverage
FROM requests_wanted
GROUP BY region_code, report_year, basis
