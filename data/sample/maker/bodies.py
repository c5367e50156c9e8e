"""Who reports in the sample, for which years, and what is broken on purpose.

The places are real, so that codes and hierarchies can be tried; every figure and every sentence is invented.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Body:
    """A reporting body.

    slug: ASCII stem of its files; code: GB/T 2260; city: the prefecture, printed before a district's name;
    place: its own region; name: the body without its place; size: rough number of items a year;
    channels: the channels that it uses; last: last report year; gaps: years without a report.
    """

    slug: str
    code: str
    city: str
    place: str
    name: str
    size: int
    channels: str
    last: int = 2018
    gaps: tuple = ()
    renamed: str = ""
    territory: tuple = ()
    kind: str = "department"
    first: int = 2015

    def stem(self, year: int) -> str:
        """The name without its place, as of that year (a rename of the 2018-19 reform counts from 2019)."""
        return self.renamed if self.renamed and year >= 2019 else self.name

    def short(self, year: int) -> str:
        return self.place + self.stem(year)

    def full(self, year: int) -> str:
        """Districts carry their city, counties do not, as is usual in print."""
        prefix = self.city if self.place.endswith("区") else ""
        return prefix + self.place + self.stem(year)

    def years(self):
        return [y for y in range(self.first, self.last + 1) if y not in self.gaps]


YC, SZS, ZW = "银川市", "石嘴山市", "中卫市"

# Channels: w website, b weibo, c wechat, g gazette, o other.
BODIES = [
    Body("yinchuan-statistics", "640100", YC, YC, "统计局", 420, "wbco"),
    Body("yinchuan-education", "640100", YC, YC, "教育局", 610, "wbco", last=2021),
    Body("xingqing-education", "640104", YC, "兴庆区", "教育局", 260, "wbc", last=2021),
    Body("xingqing-finance", "640104", YC, "兴庆区", "财政局", 150, "wco"),
    Body("xingqing-civil-affairs", "640104", YC, "兴庆区", "民政局", 190, "wbco", gaps=(2016,)),
    Body("xixia-audit", "640105", YC, "西夏区", "审计局", 90, "wo"),
    Body("xixia-education", "640105", YC, "西夏区", "教育局", 230, "wbc", last=2021),
    Body("jinfeng-health", "640106", YC, "金凤区", "卫生和计划生育局", 280, "wbco", last=2021, renamed="卫生健康局"),
    Body("jinfeng-civil-affairs", "640106", YC, "金凤区", "民政局", 170, "wbc"),
    Body("yongning-finance", "640121", YC, "永宁县", "财政局", 130, "wco", gaps=(2015,)),
    Body("yongning-audit", "640121", YC, "永宁县", "审计局", 80, "wo"),
    Body("yongning-wangyuan", "640121", YC, "永宁县", "望远镇人民政府", 110, "wbo", kind="township", gaps=(2018,)),
    Body("shizuishan-water", "640200", SZS, SZS, "水务局", 300, "wbc"),
    Body("dawukou-education", "640202", SZS, "大武口区", "教育局", 240, "wbc", last=2021),
    Body("dawukou-civil-affairs", "640202", SZS, "大武口区", "民政局", 160, "wbco"),
    Body("huinong-finance", "640205", SZS, "惠农区", "财政局", 120, "wc"),
    Body("pingluo-education", "640221", SZS, "平罗县", "教育局", 210, "wbco", last=2021),
    Body("pingluo-statistics", "640221", SZS, "平罗县", "统计局", 100, "wo", gaps=(2017,)),
    Body("pingluo-water", "640221", SZS, "平罗县", "水务局", 140, "wbc"),
    Body("zhongwei-audit", "640500", ZW, ZW, "审计局", 160, "wbc"),
    Body("zhongwei-education", "640500", ZW, ZW, "教育局", 380, "wbco"),
    Body("shapotou-civil-affairs", "640502", ZW, "沙坡头区", "民政局", 200, "wbco", last=2021),
    Body("zhongning-education", "640521", ZW, "中宁县", "教育局", 220, "wbc"),
    Body("haiyuan-education", "640522", ZW, "海原县", "教育局", 180, "wbo", last=2021),
    Body("haiyuan-water", "640522", ZW, "海原县", "水务局", 95, "wo"),
    Body("pingluo-government", "640221", SZS, "平罗县", "人民政府", 0, "wbcgo", territory=("640221",), kind="government"),
    Body(
        "yinchuan-government", "640100", YC, YC, "人民政府", 0, "wbcgo", first=2016,
        territory=("640100", "640104", "640105", "640106", "640121"), kind="government",
    ),
]


@dataclass(frozen=True)
class Break:
    """One thing that is wrong on purpose: file, the rule that should notice, and what was done."""

    slug: str
    year: int
    rule: str
    what: str
    extra: dict = field(default_factory=dict, hash=False)


BREAKS = [
    Break("shizuishan-water", 2016, "2014-09", "政府网站 prints 120 more than the total of published items"),
    Break("dawukou-education", 2017, "2014-01", "收到申请数 is 3 more than the sum of its four routes"),
    Break("huinong-finance", 2018, "2014-11", "more normative documents published than issued"),
    Break("zhongning-education", 2017, "year.title_period", "the stated period was left at 2016; title and table say 2017"),
    Break("jinfeng-civil-affairs", 2018, "prose.table", "the narrative gives 17 website items fewer than the table"),
    Break("xixia-audit", 2017, "prose.parts", "the parts of the website figure add up to 2 less than it"),
    Break("zhongwei-audit", 2017, "jump.wan", "the special budget is printed in 元 in a row that counts in 万元"),
    Break("haiyuan-education", 2021, "carry_over", "上年结转 prints one request more than 2020 carried out"),
]

BROKEN = {(b.slug, b.year): b.rule for b in BREAKS}

# The report that was filed again: same body and year, later date, other figures.
REFILED = ("yongning-audit", 2016)
# The report without a table.
PROSE_ONLY = ("haiyuan-water", 2016)
# The report in GB18030.
GB18030 = ("huinong-finance", 2016)
# The body whose reports of 2015-2018 come as JSON lines.
JSONL = "zhongwei-education"
