"""Numbers as reports write them, and a notebook of what was claimed."""

DIGITS = "零一二三四五六七八九"


def fullwidth(n):
    return "".join(chr(ord(c) + 0xFEE0) for c in str(n))


def chinese(n):
    """1 to 9999 in words: 120 is 一百二十."""
    out, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // power % 10
        if digit:
            out += ("零" if zero and out else "") + DIGITS[digit] + unit
            zero = False
        else:
            zero = True
    return out[1:] if out.startswith("一十") else out


class Notes:
    """Collects what a narrative states: (indicator, value, status) in the order of writing."""

    def __init__(self):
        self.claims = []

    def n(self, indicator, value, style="plain"):
        """The numeral, and the claim noted. Styles: plain, full, words, comma, wan, over (余, approximate)."""
        status = "A"
        if style == "full":
            text = fullwidth(value)
        elif style == "words" and 0 < value < 10000:
            text = chinese(value)
        elif style == "comma":
            text = f"{value:,}"
        elif style == "wan" and value >= 10000:
            value = value // 100 * 100
            text = f"{value / 10000:g}万"
        elif style == "over" and value >= 200:
            value, status = value // 100 * 100, "E"
            text = f"{value}余"
        else:
            text = str(value)
        self.claims.append((indicator, value, status))
        return text

    def none(self, *indicators):
        """Noted as a zero that is said in words."""
        self.claims += [(i, 0, "A") for i in indicators]
        return ""
