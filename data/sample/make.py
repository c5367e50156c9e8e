#!/usr/bin/env python3
"""Writes data/sample/reports and data/sample/truth.csv; with --check, says whether they are what it would write.

    python3 data/sample/make.py            writes
    python3 data/sample/make.py --check    exit 1 and a list where a file differs or a figure breaks a rule unplanned

Standard library only. No clock, no random seed from outside: the same files on every machine.
"""

import csv
import io
import json
import pathlib
import sys

sys.dont_write_bytecode = True

from maker import checks, figures, layout, prose, prose2019  # noqa: E402
from maker.bodies import BODIES, BROKEN, GB18030, JSONL, PROSE_ONLY, REFILED  # noqa: E402
from maker.figures import dice  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ["file", "region_code", "body", "report_year", "indicator", "requester", "value", "origin", "status"]
STYLES = ["tab", "pdf", "blanks", "column", "pipe", "pdf", "tab", "html"]
CENTURY = "〇一二三四五六七八九"


class Document:
    """One report: where it goes, what it says, and the true values of its figures."""

    def __init__(self, body, year, again=False):
        self.body, self.year, self.again = body, year, again
        self.rng = dice(body.slug, year, "layout", again)
        self.form = 2014 if year < 2019 else 2019 if year < 2021 else 2021
        order = BODIES.index(body) + (year - 2015) // 2
        self.style = STYLES[order % len(STYLES)]
        if self.form != 2014:
            self.style = ("tab", "html", "pipe", "tab", "column", "html")[(order + year) % 6]
        if body.slug == JSONL and year == 2018:
            self.style = "html"
        if (body.slug, year) in (GB18030, PROSE_ONLY) and self.style == "html":
            self.style = "tab"
        self.template = (BODIES.index(body) * 5 + year) % 6
        self.rule = BROKEN.get((body.slug, year))
        self.series = figures.series(body, year)
        self.truth = []
        self.published = (year + 1, 3 if again else 1, self.rng.randint(5, 28))
        self.text = self.write()

    # -- the parts ------------------------------------------------------------------------------------------------

    def write(self):
        if self.form == 2014:
            before, after = self.narrative2014(), []
        else:
            before, after = self.narrative2019()
        title, signature = self.title(), self.signature()
        if (self.body.slug, self.year) == PROSE_ONLY:
            return self.page([title, *self.wrap(before), *self.wrap(signature)])
        if self.form == 2014:
            return self.page([title, *self.wrap(before), *self.wrap(signature), self.table2014()])
        return self.page([title, *self.wrap(before), *self.tables(), *self.wrap(after), *self.wrap(signature)])

    def title(self):
        full, y = self.body.full(self.year), self.year
        number = "".join(CENTURY[int(c)] for c in str(y))
        shapes = [
            f"{full}{y}年政府信息公开工作年度报告",
            f"{full}\n{y}年政府信息公开工作年度报告",
            f"{y}年{full}政府信息公开年度报告",
            f"{full}{y}年度政府信息公开工作年度报告",
            f"{full}{number}年政府信息公开工作年度报告",
            f"{full}关于{y}年政府信息公开工作的年度报告",
        ]
        return shapes[(BODIES.index(self.body) + y) % len(shapes)]

    def date(self):
        y, m, d = self.published
        return f"{y}年{m}月{d}日"

    def signature(self):
        return [self.body.full(self.year), self.date()]

    def narrative2014(self):
        f = figures.form2014(self.body, self.year)
        s = dict(self.series)
        if self.body.territory:
            s["followers"] = {}
        if self.again:
            f["channel.website"] += 8
            f["publication.total"] += 8
        self.figures = f
        t = prose.Facts(self.body, self.year, f, s, self.before())
        if self.rule == "prose.table":
            t.website -= 17
        template = prose.government if self.body.territory else prose.TEMPLATES[self.template]
        if self.rule in ("year.title_period", "prose.parts"):
            template = prose.plain_report
        paragraphs = template(t)
        if self.rule == "year.title_period":
            paragraphs[0] = paragraphs[0].replace(f"{self.year}年", f"{self.year - 1}年")
        if self.rule == "prose.parts":
            paragraphs[4] = prose.split_parts(t)
            t.notes.claims = [c for c in t.notes.claims if c[0] != "publication.total"]
        if self.again:
            paragraphs.insert(1, "经核对，原公布的报告漏计了部分网站信息，现更正后重新公布。")
        self.claim(t)
        return paragraphs

    def narrative2019(self):
        self.figures = figures.matrix(self.body, self.year, self.form)
        t = prose.Facts(self.body, self.year, {}, self.series, self.before())
        t.received = self.figures["requests.received", "_T"]
        before, after = prose2019.TEMPLATES[self.template](t)
        self.claim(t)
        return [p for p in before if p], after

    def before(self):
        """(total, website) of the year before, which narratives mention and nobody should take for this year's."""
        if self.body.territory:
            return 0, 0
        if self.year == 2015:
            return round(self.series["total"] * 0.9), round(self.series["website"] * 0.9)
        last = figures.series(self.body, self.year - 1)
        if self.year > 2019:
            return last["total"], last["website"]
        table = figures.form2014(self.body, self.year - 1)
        return table["publication.total"], table["channel.website"]

    def claim(self, t):
        for indicator, value, status in dict.fromkeys(t.notes.claims):
            self.truth.append((indicator, "_T", value, "prose", status))

    # -- the tables -----------------------------------------------------------------------------------------------

    def table2014(self):
        rows = layout.rows2014(self.figures)
        mark = layout.DASH if self.rng.random() < 0.6 or self.style == "pdf" else ""
        missing = self.missing()
        out = []
        for label, unit, value, code in rows:
            blank = code is not None and value == 0 and missing and self.rng.random() < 0.25
            out.append((label, unit, missing.strip() if blank else "" if code is None else layout.printed(value), code))
            if code:
                self.truth.append((code, "_T", "" if blank else value, "form", "O" if blank else "A"))
        return layout.table2014(self.year, out, self.style, mark)

    def missing(self):
        """What a clerk without a figure leaves: mostly nothing is missing, else a blank cell, a dash, a slash."""
        roll = self.rng.random()
        if roll < 0.75 or self.body.territory:
            return ""
        return layout.DASH if roll < 0.88 or self.style in ("column", "pdf", "blanks") else "/" if roll < 0.93 else " "

    def tables(self):
        blanks = set()
        if self.style in ("html", "tab") and self.rng.random() < 0.3:
            kept = {"requests.received", "requests.carried_in", "reply.total", "requests.carried_out"}
            blanks = {k for k, v in self.figures.items()
                      if v == 0 and k[0].startswith(("reply.", "requests.")) and (k[0] not in kept or k[1] != "_T")}
        for key, value in self.figures.items():
            gone = key in blanks
            self.truth.append((*key, "" if gone else value, "form", "O" if gone else "A"))
        sections = (layout.section2, layout.section3, layout.section4)
        return [s(self.form, self.figures, blanks, self.style) for s in sections]

    # -- the page -------------------------------------------------------------------------------------------------

    def wrap(self, paragraphs):
        """Hard line ends at 27 characters with blank lines between, as text taken out of a PDF has them."""
        if self.style != "pdf":
            return paragraphs
        return ["\n\n".join(layout.broken("　　" + p, 27)) for p in paragraphs]

    def page(self, parts):
        if self.style != "html":
            head = ""
            if self.style == "tab" and self.form == 2014:
                y, m, d = self.published
                head = f"索引号\t{self.body.code}/{y}-{self.rng.randint(100, 9999):05d}\t发布日期\t{y}-{m:02d}-{d:02d}\n\n"
            return head + "\n\n".join(parts).rstrip() + "\n"
        title = parts[0].replace("\n", "")
        inner = "\n".join(p if "<table" in p else f"<p>{p}</p>" for p in parts[1:])
        return (f"<!DOCTYPE html>\n<html lang='zh-CN'><head><meta charset='utf-8'><title>{title}</title>\n"
                "<script>var visits = 20180;</script><style>td { padding: 2px }</style></head>\n<body>\n"
                f"<div class='nav'><ul><li>首页</li><li>{self.body.place}概况</li><li>政务公开</li></ul></div>\n"
                f"<div class='content'><h1>{title}</h1>\n{inner}\n</div>\n"
                "<div class='footer'>网站地图 使用帮助</div>\n</body></html>\n")

    # -- where it goes --------------------------------------------------------------------------------------------

    @property
    def name(self):
        ending = "html" if self.style == "html" else "txt"
        again = "-again" if self.again else ""
        return f"{self.body.code[:4]}/{self.body.code}-{self.body.slug}-{self.year}{again}.{ending}"

    def data(self):
        encoding = "gb18030" if (self.body.slug, self.year) == GB18030 else "utf-8"
        return self.text.encode(encoding)

    def line(self, source):
        """The same as one JSON line, with what a crawler knows beside the text; source is its name in the truth."""
        y, m, d = self.published
        out = {"source": source, "title": self.title().replace("\n", ""),
               "publisher": self.body.full(self.year), "region_code": self.body.code, "report_year": self.year,
               "published_on": f"{y}-{m:02d}-{d:02d}"}
        if self.style == "html":
            out["html"] = self.text
        elif "\f" in self.text:
            out["pages"] = self.text.split("\f")
        else:
            out["text"] = self.text
        return json.dumps(out, ensure_ascii=False)


def documents():
    made = [Document(b, y) for b in BODIES for y in b.years()]
    body = next(b for b in BODIES if b.slug == REFILED[0])
    return made + [Document(body, REFILED[1], again=True)]


def files():
    """Path below data/sample -> bytes, and the documents with the name under which the truth knows them."""
    out, named, lines = {}, [], []
    for doc in documents():
        if doc.body.slug == JSONL:
            named.append((f"{named_jsonl()}#{len(lines) + 1}", doc))
            lines.append(doc.line(named[-1][0]))
        else:
            out["reports/" + doc.name] = doc.data()
            named.append((doc.name, doc))
    out[f"reports/{named_jsonl()}"] = ("\n".join(lines) + "\n").encode("utf-8")
    out["truth.csv"] = truth(named).encode("utf-8")
    return out, named


def named_jsonl():
    body = next(b for b in BODIES if b.slug == JSONL)
    return f"{body.code[:4]}/{body.code}-{JSONL}.jsonl"


def truth(named):
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for name, doc in sorted(named, key=lambda n: n[0]):
        for indicator, requester, value, origin, status in doc.truth:
            value = format(value, "g") if isinstance(value, float) else value
            table.writerow([name, doc.body.code, doc.body.full(doc.year), doc.year, indicator, requester, value, origin, status])
    return text.getvalue()


def main(arguments):
    made, named = files()
    problems = checks.unplanned(named)
    there = {"reports/" + p.relative_to(HERE / "reports").as_posix() for p in (HERE / "reports").rglob("*") if p.is_file()}
    if arguments == ["--check"]:
        problems += [f"{p}: differs from what make.py writes" for p, data in made.items()
                     if not (HERE / p).is_file() or (HERE / p).read_bytes() != data]
        problems += [f"{p}: not written by make.py" for p in sorted(there - made.keys())]
    elif arguments:
        print(__doc__, file=sys.stderr)
        return 2
    else:
        for stale in there - made.keys():
            (HERE / stale).unlink()
        for path, data in made.items():
            (HERE / path).parent.mkdir(parents=True, exist_ok=True)
            (HERE / path).write_bytes(data)
    for problem in problems:
        print(problem, file=sys.stderr)
    figures_printed = sum(len(doc.truth) for _, doc in named)
    print(f"{len(named)} reports of {len({d.body.slug for _, d in named})} bodies in {len(made) - 1} files, {figures_printed} figures")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
