"""Lays known figures out as tables, in the ways that extractors leave them. Labels come from data/reference/forms."""

import html
import json
import pathlib
import re

FORMS = pathlib.Path(__file__).resolve().parents[2] / "reference" / "forms"
DASH = "——"


def form(code):
    return json.loads((FORMS / f"{code}.json").read_text(encoding="utf-8"))


def printed(value):
    """A figure as a clerk types it."""
    if isinstance(value, float):
        return f"{value:g}" if value < 10000 else str(value)
    return str(value)


# ---- the list of 2014 --------------------------------------------------------------------------------------------


def label2014(row):
    """A label with its printed number: （一）, 1., 其中：."""
    longest = max([row["label"], *row["aliases"]], key=len)
    number = row["number"]
    if "其中" in number:
        return ("其中：" if number.endswith(("其中", "①")) else "") + row["label"]
    if row["code"] == "normative_documents.issued":
        return row["label"]
    if number in "一二三四五六七八九":
        return number + "、" + longest
    tail = number[number.index("(") :]
    if tail[-1].isdigit():
        return tail[tail.index(")") + 1 :] + "." + longest
    return "（" + tail[1:-1] + "）" + longest


def rows2014(figures):
    """(label, unit, figure or None, indicator or None) in printed order, headings among them."""
    rows, section, group = [], "", ""
    for row in form("2014")["tables"][0]["rows"]:
        if row["section"] != section:
            section = row["section"]
            if section[2:] != row["label"]:
                rows.append((section, "", None, None))
        if row.get("group", "") != group:
            group = row.get("group", "")
            if group:
                rows.append((group, "", None, None))
        rows.append((label2014(row), row["unit"], figures[row["code"]], row["code"]))
    return rows


def heading2014(year, style):
    return {"tab": f"政府信息公开情况统计表\n（{year}年度）", "pdf": f"附件\n\n政府信息公开情况统计表\n\n（{year} 年度）"}.get(
        style, f"{year}年度政府信息公开情况统计表")


def table2014(year, rows, style, mark):
    """The table as text; mark is what stands where a heading has no figure."""
    cells = [(label, unit, mark if code is None else value) for label, unit, value, code in rows]
    head = heading2014(year, style)
    if style == "tab":
        body = ["统计指标\t单位\t统计数"] + ["\t".join(c).rstrip("\t") for c in cells]
        return head + "\n" + "\n".join(body)
    if style == "pipe":
        body = ["| 统计指标 | 单位 | 统计数 |", "|---|---|---|"] + ["| " + " | ".join(c) + " |" for c in cells]
        return head + "\n\n" + "\n".join(body)
    if style == "column":
        body = ["统计指标", "单位", "统计数"] + [c for row in cells for c in row if c]
        return head + "\n" + "\n".join(body)
    if style == "blanks":
        return head + "\n" + "\n".join(aligned([("统计指标", "单位", "统计数")] + cells))
    if style == "pdf":
        return head + "\n\n填报单位（盖章）：\n\n统 计 指 标 单位 统计数\n\n" + "\n\n".join(wrapped(cells))
    if style == "html":
        body = "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>\n" for row in cells)
        return (f"<p style='text-align:center'><strong>{head}</strong></p>\n<table border='1'>\n"
                f"<tr><th>统计指标</th><th>单位</th><th>统计数</th></tr>\n{body}</table>")
    raise ValueError(style)


def width(text):
    return sum(2 if ord(c) > 0x2000 else 1 for c in text)


def broken(text, size):
    """Lines of about that many characters; a number is never broken, nor a comma left at the start of a line."""
    lines = [""]
    for piece in re.findall(r"[0-9０-９.,%]+|.", text):
        if len(lines[-1]) + len(piece) > size and piece not in "，。；：、）":
            lines.append("")
        lines[-1] += piece
    return [line.strip("　") for line in lines]


def aligned(rows):
    """Columns held by runs of blanks."""
    wide = min(74, max(width(r[0]) for r in rows)) + 4
    return [(r[0] + " " * max(2, wide - width(r[0])) + r[1] + " " * (8 - width(r[1])) + r[2]).rstrip() for r in rows]


def wrapped(rows):
    """Single blanks between columns; a long label breaks, its unit and figure on its last line or on the next."""
    lines = []
    for i, (label, unit, value) in enumerate(rows):
        tail = " ".join(x for x in (unit, value) if x)
        pieces = [label[k : k + 28] for k in range(0, len(label), 28)]
        if len(pieces) == 1:
            lines.append((label + " " + tail).rstrip())
        elif i % 2:
            lines += pieces + [tail]
        else:
            lines += pieces[:-1] + [pieces[-1] + " " + tail]
        if i == 31:
            lines[-1] += "\n\f"
    return lines


# ---- the matrices of 2019 and 2021 -------------------------------------------------------------------------------

RULE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
RESULT = "三、本年度办理结果"
HEADS = {"reply.denied": "（三）不予公开", "reply.unavailable": "（四）无法提供", "reply.not_processed": "（五）不予处理",
         "reply.other": "（六）其他处理"}


def cell(figures, blanks, indicator, requester="_T"):
    if (indicator, requester) in blanks:
        return ""
    value = figures[indicator, requester]
    if indicator.endswith("items_change"):
        return f"+{value}" if value > 0 else str(value)
    if indicator == "centralised_procurement.amount":
        return f"{value}元" if value % 10000 else f"{value // 10000}万元"
    return printed(value)


def article20(figures, blanks, table):
    """The header and the rows of one small table of section two."""
    yield ["信息内容"] + [c["label"] for c in table["columns"]]
    for row in table["rows"]:
        codes = [f"{row['code']}.{c['code']}" for c in table["columns"]]
        yield [row["label"]] + [cell(figures, blanks, code) for code in codes]


def request_rows(figures, blanks, table):
    """(leading labels, seven figures) a row; groups stand before their first row only, as merged cells do."""
    columns = [c["code"] for c in table["columns"] if c["role"] != "heading"]
    seen = set()
    for row in table["rows"]:
        if row["role"] == "heading":
            continue
        values = [cell(figures, blanks, row["code"], "_T" if c == "requester.total" else c) for c in columns]
        number, lead = row["number"], []
        if number[0] != "三":
            yield [number + "、" + row["label"]], values
            continue
        if not seen:
            lead.append(RESULT)
        seen.add(row["code"])
        parent = row["parent"] if row["parent"] in HEADS and row["parent"] != row["code"] else ""
        if parent and number[-1].isdigit():
            lead += [HEADS[parent]] if parent not in seen else []
            seen.add(parent)
            yield lead + [number[-1] + "." + row["label"]], values
        else:
            aliases = [a for a in row["aliases"] if a.startswith("（")] or [f"（{number[2]}）{row['label']}"]
            yield lead + [aliases[0]], values


def plain(rows, style):
    if style == "pipe":
        return "\n".join("| " + " | ".join(r) + " |" for r in rows)
    if style == "column":
        return "\n".join(c for r in rows for c in r if c)
    return "\n".join("\t".join(r) for r in rows)


def section2(code, figures, blanks, style):
    parts = ["二、主动公开政府信息情况"]
    for table in [t for t in form(code)["tables"] if t["table"].startswith("art20")]:
        rows = list(article20(figures, blanks, table))
        if style == "html":
            span = len(rows[0])
            parts.append(f"<table border='1'>\n<tr><th colspan='{span}'>{table['title']}</th></tr>\n"
                         + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>\n" for r in rows) + "</table>")
        else:
            parts += [("| " + table["title"] + " |" if style == "pipe" else table["title"]), plain(rows, style)]
    return "\n".join(parts)


def section3(code, figures, blanks, style):
    table = next(t for t in form(code)["tables"] if t["table"] == "requests")
    rows = list(request_rows(figures, blanks, table))
    head = "三、收到和处理政府信息公开申请情况\n"
    names = [c["label"] for c in table["columns"] if len(c["header"]) == 2]
    if style == "html":
        return head + requests_html(rows, names)
    top = [[RULE, "申请人情况"], ["自然人", "法人或其他组织", "总计"], names]
    if style == "pipe":
        top = [[RULE, "", "", "申请人情况"] + [""] * 6, ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"],
               ["", "", "", ""] + names + [""]]
        lines = top + [padded(lead) + values for lead, values in rows]
        return head + plain(lines, style)
    if style == "tab":
        top = [[RULE, "申请人情况"], ["", "自然人", "法人或其他组织", "总计"], ["", ""] + names]
    return head + plain(top + [lead + values for lead, values in rows], style)


def padded(lead):
    """Leading labels in three columns, the label of the row last of them."""
    if len(lead) == 3:
        return lead
    if len(lead) == 2:
        return [lead[0], lead[1], ""] if lead[0] == RESULT else ["", lead[0], lead[1]]
    label = lead[0]
    if label[0] in "一二四" and label[1] == "、":
        return [label, "", ""]
    return ["", label, ""] if label[0] == "（" else ["", "", label]


def requests_html(rows, names):
    """With the row and column spans of the printed form."""
    out = ["<table border='1'>", f"<tr><td colspan='3' rowspan='3'>{RULE}</td><td colspan='7'>申请人情况</td></tr>",
           "<tr><td rowspan='2'>自然人</td><td colspan='5'>法人或其他组织</td><td rowspan='2'>总计</td></tr>",
           "<tr>" + "".join(f"<td>{n}</td>" for n in names) + "</tr>"]
    leads = [lead for lead, _ in rows]
    inside = sum(1 for lead in leads if lead[-1][1] != "、")
    for i, (lead, values) in enumerate(rows):
        tds = []
        for part in lead:
            if part == RESULT:
                tds.append(f"<td rowspan='{inside}'>{part}</td>")
            elif part in HEADS.values() and part != lead[-1]:
                span = 1
                while i + span < len(leads) and len(leads[i + span]) == 1 and leads[i + span][0][0].isdigit():
                    span += 1
                tds.append(f"<td rowspan='{span}'>{part}</td>")
            else:
                span = 1 if part[0].isdigit() else 3 if part[1] == "、" else 2
                tds.append(f"<td colspan='{span}'>{html.escape(part)}</td>")
        out.append("<tr>" + "".join(tds) + "".join(f"<td>{v}</td>" for v in values) + "</tr>")
    return "\n".join(out + ["</table>"])


def section4(code, figures, blanks, style):
    table = next(t for t in form(code)["tables"] if t["table"] == "review_litigation")
    head = "四、政府信息公开行政复议、行政诉讼情况\n"
    labels = [c["label"] for c in table["columns"]]
    values = [cell(figures, blanks, c["code"]) for c in table["columns"]]
    top, paths = ["行政复议", "行政诉讼"], ["未经复议直接起诉", "复议后起诉"]
    if style == "html":
        five = "<td colspan='5'>"
        return head + "\n".join([
            "<table border='1'>", f"<tr><td colspan='5' rowspan='2'>{top[0]}</td><td colspan='10'>{top[1]}</td></tr>",
            f"<tr>{five}{paths[0]}</td>{five}{paths[1]}</td></tr>",
            "<tr>" + "".join(f"<td>{c}</td>" for c in labels) + "</tr>",
            "<tr>" + "".join(f"<td>{c}</td>" for c in values) + "</tr>", "</table>"])
    if style == "pipe":
        top = ["行政复议"] + [""] * 4 + ["行政诉讼"] + [""] * 9
        paths = [""] * 5 + ["未经复议直接起诉"] + [""] * 4 + ["复议后起诉"] + [""] * 4
    return head + plain([top, paths, labels, values], style)
