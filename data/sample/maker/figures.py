"""Invented figures, consistent with the identities of the forms unless a break asks otherwise.

Weibo shrinks, WeChat grows, websites grow slowly: so that a trend by channel has something to show.
"""

import random

from .bodies import BODIES, BROKEN

WEIBO = {2015: 1.0, 2016: 0.86, 2017: 0.70, 2018: 0.52, 2019: 0.40, 2020: 0.33, 2021: 0.27}
WECHAT = {2015: 0.25, 2016: 0.45, 2017: 0.78, 2018: 1.15, 2019: 1.5, 2020: 1.9, 2021: 2.2}
WEBSITE = {2015: 0.86, 2016: 0.93, 2017: 1.0, 2018: 1.08, 2019: 1.12, 2020: 1.2, 2021: 1.24}
FOLLOWERS = {2015: 0.3, 2016: 0.5, 2017: 0.8, 2018: 1.2, 2019: 1.7, 2020: 2.4, 2021: 3.0}


def dice(*key):
    """A generator that depends on its key and on nothing else."""
    return random.Random("/".join(map(str, key)))


def split(rng, total, weights):
    """Parts of a total, by weight, adding up to it."""
    parts = [0] * len(weights)
    for _ in range(total):
        parts[rng.choices(range(len(weights)), weights)[0]] += 1
    return parts


def series(body, year):
    """What both the tables and the narrative of that year speak of."""
    fixed = dice(body.slug)
    size = body.size
    weight = {c: fixed.uniform(*r) for c, r in
              {"w": (0.75, 1.0), "b": (0.45, 0.75), "c": (0.25, 0.5), "o": (0.05, 0.15)}.items()}
    fans = {"weibo": fixed.randint(300, 4200), "wechat": fixed.randint(500, 6500)}
    busy = fixed.choice([0, 1, 2, 4, 6])
    rng = dice(body.slug, year)
    jitter = lambda: rng.uniform(0.94, 1.06)
    s = {
        "website": round(size * weight["w"] * WEBSITE[year] * jitter()) + 5,
        "weibo": round(size * weight["b"] * WEIBO[year] * jitter()) if "b" in body.channels else 0,
        "wechat": round(size * weight["c"] * WECHAT[year] * jitter()) if "c" in body.channels else 0,
        "other": round(size * weight["o"] * jitter()) if "o" in body.channels else 0,
        "gazette": 0,
    }
    s["total"] = published(rng, [s[c] for c in ("website", "weibo", "wechat", "other", "gazette")])
    s["followers"] = {p: round(n * FOLLOWERS[year] * jitter()) for p, n in fans.items() if s[p] > 0}
    s["received"] = rng.randint(0, busy * 2) if busy else 0
    return s


def published(rng, channels):
    """Items counted once: at least the largest channel, at most their sum."""
    low, high = max(channels), sum(channels)
    return low + round((high - low) * rng.choice([0.2, 0.4, 0.55, 0.7, 1.0]))


def form2014(body, year):
    """The 58 figures of the form of 2014, by indicator."""
    if body.territory:
        return territory2014(body, year)
    rng, s = dice(body.slug, year, "2014"), series(body, year)
    issued = rng.randint(0, 9)
    f = {
        "publication.total": s["total"],
        "publication.normative_documents": min(issued, s["total"]) - (1 if issued > 4 else 0),
        "normative_documents.issued": issued,
        "response.hot_topics": rng.randint(0, 4),
        "press_conference.total": rng.randint(0, 3),
        "online_interview.total": rng.randint(0, 2),
        "interpretation.articles": rng.randint(0, 12),
        "response.weibo_wechat": rng.randint(0, 3),
        "response.other": rng.randint(0, 2),
        "complaints.total": rng.choice([0, 0, 0, 1, 2]),
        "fees.collected": rng.choice([0, 0, 0, 0, 0.02]),
        "body.specialised_offices": rng.choice([0, 1, 1]),
        "body.reading_points": rng.randint(0, 3),
        "budget.special": rng.choice([0, 0.5, 0.8, 1.2, 2]),
        "meeting.total": rng.randint(1, 5),
        "training.sessions": rng.randint(0, 3),
    }
    for channel in ("gazette", "website", "weibo", "wechat", "other"):
        f["channel." + channel] = s[channel]
    f["press_conference.by_principal"] = rng.randint(0, f["press_conference.total"])
    f["online_interview.by_principal"] = rng.randint(0, f["online_interview.total"])
    f["training.participants"] = f["training.sessions"] * rng.randint(12, 40) + rng.choice([0, 2, 5])
    f["staff.full_time"], f["staff.part_time"] = rng.randint(0, 2), rng.randint(1, 6)
    f["staff.total"] = f["staff.full_time"] + f["staff.part_time"]
    requests2014(rng, f, s["received"])
    spoil2014(body, year, f)
    return f


def requests2014(rng, f, received):
    """Requests by route, and what became of them."""
    f["requests.received"] = received
    routes = split(rng, received, [3, 1, 6, 2])
    for route, n in zip(("in_person", "fax", "online", "letter"), routes):
        f["requests.received." + route] = n
    extended = 1 if received > 5 else 0
    f["requests.completed"] = received
    f["requests.completed.on_time"], f["requests.completed.extended"] = received - extended, extended
    f["reply.total"] = received
    outcomes = ("already_public", "granted", "partially_granted", "denied",
                "not_this_authority", "not_exist", "asked_to_amend", "other_channel")
    for outcome, n in zip(outcomes, split(rng, received, [3, 6, 1, 1, 2, 1, 1, 1])):
        f["reply." + outcome] = n
    reasons = ("state_secret", "commercial_secret", "personal_privacy", "security_stability",
               "not_government_information", "other_statutory")
    for reason, n in zip(reasons, split(rng, f["reply.denied"], [0, 1, 3, 0, 2, 2])):
        f["reply.denied." + reason] = n
    for kind in ("review", "litigation"):
        total = rng.choice([0, 1]) if received > 6 else 0
        f[kind + ".total"] = total
        for result, n in zip(("upheld", "corrected", "other"), split(rng, total, [4, 1, 1])):
            f[f"{kind}.{result}"] = n


def territory2014(body, year):
    """A government's figures for its whole territory: its sample bodies and the many that the sample lacks."""
    parts = [form2014(b, year) for b in BODIES if not b.territory and b.code in body.territory]
    rest = dice(body.slug, "rest").uniform(4.5, 6.0)
    f = {}
    for code in parts[0]:
        whole = sum(p[code] for p in parts) * rest
        f[code] = round(whole, 2) if code in ("budget.special", "fees.collected") else round(whole)
    rng = dice(body.slug, year, "territory")
    f["channel.gazette"] = rng.randint(60, 140)
    channels = [f["channel." + c] for c in ("gazette", "website", "weibo", "wechat", "other")]
    f["publication.total"] = max(channels) + round((sum(channels) - max(channels)) * 0.6)
    f["publication.normative_documents"] = f["normative_documents.issued"]
    for whole in ("press_conference", "online_interview"):
        f[whole + ".by_principal"] = f[whole + ".total"] // 2
    f["staff.total"] = f["staff.full_time"] + f["staff.part_time"]
    requests2014(rng, f, f["requests.received"])
    return f


def spoil2014(body, year, f):
    """The breaks that stand in a table of the form of 2014."""
    rule = BROKEN.get((body.slug, year))
    if rule == "2014-09":
        f["publication.total"] = f["channel.website"] - 120
    elif rule == "2014-01":
        f["requests.received"] += 3
    elif rule == "2014-11":
        f["normative_documents.issued"] = 2
        f["publication.normative_documents"] = 11
    if "jump.wan" in {r for (slug, _), r in BROKEN.items() if slug == body.slug}:
        # 1.5 万元 every year, so that the year in 元 stands out by exactly the slip.
        f["budget.special"] = 15000 if rule == "jump.wan" else 1.5


RESULTS = [
    "reply.granted", "reply.partially_granted",
    "reply.denied.state_secret", "reply.denied.prohibited_by_law", "reply.denied.security_stability",
    "reply.denied.third_party_rights", "reply.denied.internal_affairs", "reply.denied.deliberative",
    "reply.denied.enforcement_file", "reply.denied.administrative_query",
    "reply.unavailable.not_held", "reply.unavailable.must_be_created", "reply.unavailable.unclear_after_correction",
    "reply.not_processed.petition", "reply.not_processed.repeat", "reply.not_processed.published_material",
    "reply.not_processed.excessive", "reply.not_processed.reconfirm",
]
LIKELY = [9, 2, 0, 0, 0, 1, 1, 1, 1, 0, 4, 2, 1, 2, 1, 0, 0, 0]
OTHER = {2019: ["reply.other"], 2021: ["reply.other.no_correction", "reply.other.fee_unpaid", "reply.other.other"]}
COLUMNS = ["requester.natural_person", "requester.organisation.business", "requester.organisation.research",
           "requester.organisation.public_welfare", "requester.organisation.legal_service",
           "requester.organisation.other"]


# Requests that every body gets from natural persons in the years of the later forms: enough to carry some over.
CERTAIN = 2


def carried(body, year):
    """Requests carried from a year into the next, all from natural persons."""
    return dice(body.slug, year, "carried").choice([0, 0, 1, 2]) if year >= 2018 else 0


def matrix(body, year, form):
    """The figures of the forms of 2019 and 2021, by (indicator, requester)."""
    rng, s = dice(body.slug, year, "matrix"), series(body, year)
    results = RESULTS + OTHER[form]
    weights = LIKELY + [1] * len(OTHER[form])
    f = {}
    received = split(rng, s["received"], [8, 3, 0, 0, 2, 1])
    received[0] += CERTAIN
    into, out = carried(body, year - 1), carried(body, year)
    if BROKEN.get((body.slug, year)) == "carry_over":
        into += 1
    for i, column in enumerate(COLUMNS):
        a, b, c = received[i], into if i == 0 else 0, out if i == 0 else 0
        f["requests.received", column], f["requests.carried_in", column] = a, b
        f["requests.carried_out", column], f["reply.total", column] = c, a + b - c
        for row, n in zip(results, split(rng, a + b - c, weights)):
            f[row, column] = n
    for row in sorted({r for r, _ in f}):
        f[row, "_T"] = sum(f[row, c] for c in COLUMNS)
    for block in ("review", "litigation.direct", "litigation.after_review"):
        total = rng.choice([0, 0, 1, 2]) if s["received"] > 3 else 0
        for result, n in zip(("upheld", "corrected", "other", "pending"), split(rng, total, [4, 1, 1, 1])):
            f[f"{block}.{result}", "_T"] = n
        f[block + ".total", "_T"] = total
    f.update({(k, "_T"): v for k, v in article20(body, year, form).items()})
    return f


def article20(body, year, form):
    """Section two: documents, decisions, fees, procurement."""
    stock = dice(body.slug, "stock").randint(4, 20)
    rng = dice(body.slug, year, "article20")
    decisions = {k: rng.randint(0, 60) for k in ("licensing.decisions", "penalty.decisions")}
    decisions["coercion.decisions"] = rng.randint(0, 3)
    f = {"rules.produced": 0, "rules.newly_published": 0, "rules.published_stock": 0} if form == 2019 else {
        "rules.issued": 0, "rules.repealed": 0, "rules.in_force": 0}
    f.update(decisions)
    issued = rng.randint(0, 4)
    if form == 2021:
        f["normative_documents.issued"], f["normative_documents.repealed"] = issued, rng.randint(0, 3)
        f["normative_documents.in_force"] = stock + issued
        f["administrative_fees.amount"] = rng.choice([0, 0, 3.6, 12.75])
        return f
    f["normative_documents.produced"] = f["normative_documents.newly_published"] = issued
    f["normative_documents.published_stock"] = stock + issued + 4
    f["other_services.decisions"] = rng.randint(0, 25)
    for row, first in (("licensing", 8), ("other_services", 15), ("penalty", 22), ("coercion", 2),
                       ("administrative_fees", 3)):
        base = dice(body.slug, row).randint(first, first + 6)
        changes = {y: dice(body.slug, row, y).choice([-1, 0, 0, 2]) for y in (2019, 2020)}
        f[row + ".items_previous_year"] = base + (changes[2019] if year == 2020 else 0)
        f[row + ".items_change"] = changes[year]
    f["centralised_procurement.projects"] = rng.randint(0, 6)
    f["centralised_procurement.amount"] = f["centralised_procurement.projects"] * rng.randint(300, 900) * 100
    return f
