"""The identities of data/reference/identities.json, held against the figures of the sample.

What breaks must be what bodies.BREAKS plans, and every plan that an identity can see must break.
"""

import json
import pathlib
from decimal import Decimal

from .bodies import BROKEN

IDENTITIES = pathlib.Path(__file__).resolve().parents[2] / "reference" / "identities.json"
TOTAL = "_T"


def unplanned(named):
    """Sentences on every breach that is not planned, and every planned one that is not there."""
    identities = json.loads(IDENTITIES.read_text(encoding="utf-8"))
    problems, seen = [], set()
    carried = {}
    for name, doc in named:
        values = {(i, r): Decimal(str(v)) for i, r, v, origin, status in doc.truth if origin == "form" and status == "A"}
        key = (doc.body.slug, doc.year)
        for identity in identities:
            if identity["form"] != str(doc.form) or identity["kind"] in ("soft", "between_years"):
                continue
            if any(not ok for ok in hold(identity, values)):
                if BROKEN.get(key) == identity["id"]:
                    seen.add(key)
                else:
                    problems.append(f"{name}: breaks {identity['id']} and is not meant to")
        carried[key] = (values.get(("requests.carried_in", TOTAL)), values.get(("requests.carried_out", TOTAL)))
    for (slug, year), (into, _) in carried.items():
        out = carried.get((slug, year - 1), (None, None))[1]
        if into is not None and out is not None and into != out:
            if BROKEN.get((slug, year)) == "carry_over":
                seen.add((slug, year))
            else:
                problems.append(f"{slug} {year}: carried in {into}, carried out the year before {out}")
    visible = {k for k, rule in BROKEN.items() if rule[:2] == "20" or rule == "carry_over"}
    return problems + [f"{slug} {year}: {BROKEN[slug, year]} is planned and holds" for slug, year in sorted(visible - seen)]


def hold(identity, values):
    """Whether it holds, once for each column or row that prints all its terms."""
    kind, left, right = identity["kind"], identity["lhs"], identity["rhs"]
    if kind == "row_sum":
        for indicator in sorted({i for i, r in values if r != TOTAL}):
            terms = [values.get((indicator, c)) for c in right]
            whole = values.get((indicator, TOTAL))
            if whole is not None and None not in terms:
                yield whole == sum(terms)
        return
    requesters = sorted({r for _, r in values}) if kind.startswith("column") else [TOTAL]
    for requester in requesters:
        a = [values.get((i, requester)) for i in left]
        b = [values.get((i, requester)) for i in right]
        if None in a or None in b:
            continue
        if identity["op"] == "=":
            yield sum(a) == sum(b)
        elif identity["op"] == ">=max":
            yield sum(a) >= max(b)
        else:
            yield sum(a) <= sum(b)
