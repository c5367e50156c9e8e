"""Narratives of the form of 2014. Each template has its own order, wording, number style and distractors.

A template takes the body's facts and returns the paragraphs; what it states is noted as it is written. Figures of
the year before, percentages, reads, hotlines and document numbers are there to mislead, as they do in print.
"""

from .words import Notes


class Facts:
    """What a narrative may speak of, besides the notebook."""

    def __init__(self, body, year, figures, series, before):
        self.year, self.body, self.f, self.s = year, body, figures, series
        self.name, self.full = body.short(year), body.full(year)
        self.us = "我镇" if body.kind == "township" else "我局"
        self.area = body.place
        self.notes = Notes()
        self.requests = series["received"]
        self.website = figures.get("channel.website", series["website"])
        self.total = figures.get("publication.total", series["total"])
        self.received = figures.get("requests.received", series["received"])
        self.before, self.website_before = before

    def n(self, *args):
        return self.notes.n(*args)

    def change(self):
        """Against the year before, as a clause."""
        more = self.total - self.before
        return f"比上年增加{more}条" if more > 0 else f"比上年减少{-more}条" if more < 0 else "与上年持平"

    def percent(self):
        rate = 100 * (self.total - self.before) / max(1, self.before)
        return f"同比{'增长' if rate >= 0 else '下降'}{abs(rate):.1f}%"

    def has(self, platform):
        return self.s[platform] > 0

    def fans(self, platform):
        return self.s["followers"][platform]


def outcome(t, style="plain"):
    """The sentence on requests, and on reviews and lawsuits where there were none."""
    if t.received == 0:
        t.notes.none("requests.received", "review.total", "litigation.total")
        return "全年未收到政府信息公开申请，未发生因政府信息公开引起的行政复议和行政诉讼。"
    return f"全年共收到政府信息公开申请{t.n('requests.received', t.received, style)}件，均已依法处理。"


def plain_report(t):
    y = t.year
    out = [
        f"根据《中华人民共和国政府信息公开条例》的规定，由{t.name}编制本年度报告。报告所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。",
        "一、概述",
        f"{y}年，{t.us}把公开作为改进作风、方便群众的一件实事来抓，明确一个科室牵头，年初排出清单，年底逐项对账。对照{t.area}印发的要点，全年没有出现漏报、迟报。",
        "二、主动公开情况",
        f"{y}年，{t.us}主动公开政府信息{t.n('publication.total', t.total)}条，{t.change()}。其中，通过政府网站公开{t.n('channel.website', t.website)}条。",
    ]
    if t.has("weibo"):
        out.append(f"通过政务微博公开政府信息{t.n('channel.weibo', t.s['weibo'])}条，微博关注人数为{t.n('followers.weibo', t.fans('weibo'))}人。")
    if t.has("wechat"):
        out.append(f"通过政务微信公开政府信息{t.n('channel.wechat', t.s['wechat'])}条，微信公众号关注人数达到{t.n('followers.wechat', t.fans('wechat'))}人，全年阅读量约5万次。")
    return out + ["三、依申请公开情况", outcome(t), "四、存在的问题和下一步打算",
                  "一是内容更新还不够均衡，业务科室报送的积极性有差别；二是解读的形式比较单一。下一步将把报送情况纳入科室考核，多用图表和问答来解读政策。"]


def listed(t):
    y = t.year
    out = [
        f"现公布{t.name}{y}年政府信息公开工作年度报告。本报告由基本情况、公开渠道、申请办理、主要问题四部分组成，统计时限为{y}年1月1日至{y}年12月31日。",
        "一、基本情况",
        "（一）机制。修订了信息发布审核办法，文件起草时同步标明公开属性，实行先审后发。（二）培训。结合科室例会，对条例逐条讲解。",
        "二、公开渠道",
        f"1．政府网站。全年在{t.area}政府网站发布信息{t.n('channel.website', t.website, 'full')}条。",
    ]
    step = 2
    if t.has("weibo"):
        out.append(f"{step}．官方微博。全年发布信息{t.n('channel.weibo', t.s['weibo'], 'full')}条，粉丝{t.n('followers.weibo', t.fans('weibo'), 'full')}人。")
        step += 1
    if t.has("wechat"):
        out.append(f"{step}．微信公众号。全年推送信息{t.n('channel.wechat', t.s['wechat'], 'full')}条，粉丝{t.n('followers.wechat', t.fans('wechat'), 'full')}人。")
    return out + [f"以上渠道发布同一信息的按一条计算，全年合计公开政府信息{t.n('publication.total', t.total, 'full')}条。", "三、申请办理", outcome(t, "full"),
                  "四、主要问题", f"群众通过12345热线反映的事项较多，而提出公开申请的较少，说明宣传还不到位。{y + 1}年将在办事大厅增设查阅设备。"]


def story(t):
    y = t.year
    out = [
        f"按照国办发〔2014〕32号文件的要求，{t.name}对{y}年（1月1日至12月31日）的政府信息公开工作作了梳理，形成本报告。",
        "一、总体情况",
        f"这一年，{t.us}公开工作的重心从“有没有”转到“好不好用”。全年累计主动公开各类政府信息{t.n('publication.total', t.total)}条，上年为{t.before}条。办公经费没有单列，开支7.5万元由局机关统筹解决。",
        f"网站仍是第一平台，{y}年在{t.area}政府门户网站公开政府信息{t.n('channel.website', t.website)}条，占绝大多数。",
    ]
    if t.has("wechat"):
        out.append(f"微信公众号后来居上，推送图文信息{t.n('channel.wechat', t.s['wechat'])}条；截至{y}年12月31日，公众号关注人数为{t.n('followers.wechat', t.fans('wechat'), 'wan')}人，单篇最高阅读量达8600次。")
    if t.has("weibo"):
        out.append(f"官方微博发布信息{t.n('channel.weibo', t.s['weibo'])}条，粉丝数为{t.n('followers.weibo', t.fans('weibo'), 'wan')}人，互动有所减少。")
    return out + ["二、办理公开申请的情况", outcome(t, "words"), "三、不足与改进",
                  "公开的内容以动态为主，决策和执行过程的内容偏少。今后拟围绕群众办事的全过程，按事项整理公开内容。"]


def words(t):
    y = t.year
    out = [
        f"本报告依据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为{y}年1月1日至{y}年12月31日。",
        "一、工作开展情况",
        f"{t.us}今年召开专题会议研究公开事项，调整了领导小组，形成了主要领导亲自过问、分管领导具体负责的格局。",
        f"全年通过{t.area}政府网站主动公开政府信息{t.n('channel.website', t.website, 'words')}条。",
    ]
    if t.has("weibo"):
        out.append(f"通过微博公开信息{t.n('channel.weibo', t.s['weibo'], 'words')}条。目前，微博粉丝有{t.n('followers.weibo', t.fans('weibo'))}人。")
    if t.has("wechat"):
        out.append(f"通过微信公众号公开信息{t.n('channel.wechat', t.s['wechat'], 'words')}条。目前，微信公众号粉丝有{t.n('followers.wechat', t.fans('wechat'))}人。")
    out += [f"除去重复，主动公开政府信息总数为{t.n('publication.total', t.total, 'words')}条。", "二、依申请公开政府信息情况"]
    if t.received == 0:
        t.notes.none("requests.received")
        out.append(f"{y}年度{t.us}没有收到公民、法人和其他组织提出的政府信息公开申请。")
    else:
        out.append(f"{y}年度{t.us}收到政府信息公开申请{t.n('requests.received', t.received, 'words')}件，均在规定期限内答复，答复率百分之百。")
    return out + ["三、收费及减免情况", "收费按照国家和自治区的规定执行。", "四、下一年工作思路", "加强与业务科室的沟通，及时更新公开指南和目录，不让栏目空着。"]


def summary(t):
    y = t.year
    numbers = [f"网站{t.n('channel.website', t.website)}条"]
    if t.has("weibo"):
        numbers.append(f"微博{t.n('channel.weibo', t.s['weibo'])}条")
    if t.has("wechat"):
        numbers.append(f"微信{t.n('channel.wechat', t.s['wechat'])}条")
    out = [
        f"{t.name}{y}年度政府信息公开工作年度报告依照条例第三十一条、第三十二条编制，数据统计期间为{y}年1月1日到{y}年12月31日，欢迎在{t.area}政府网站查阅全文。",
        "一、主动公开",
        f"{y}年主动公开政府信息{t.n('publication.total', t.total, 'comma')}条，分渠道看：{'，'.join(numbers)}。同一信息在几个渠道发布的，总数中只计一次。",
    ]
    if t.s["followers"]:
        parts = [f"{w}关注人数{t.n('followers.' + p, t.fans(p), 'comma')}人" for p, w in (("weibo", "政务微博"), ("wechat", "微信公众号")) if t.has(p)]
        out.append(f"截至年底，{'，'.join(parts)}，均较年初有所增加。")
    return out + ["二、重点领域", "财政预决算和“三公”经费按时公开，三公经费支出3.86万元，比预算减少12%。建议提案办理结果3件随同公开。",
                  "三、依申请公开", outcome(t), "四、监督保障", "公布了监督方式，并请人大代表、政协委员和服务对象评议。", "五、问题和措施",
                  "公开栏目设置较粗，群众查找不便；将按业务主题细分栏目，并把常用表格做成可下载的附件。"]


def modest(t):
    y = t.year
    out = [
        f"为保障公众知情权，{t.name}将{y}年度政府信息公开工作情况报告如下（统计时间：{y}年1月1日—{y}年12月31日）。",
        "（一）组织推进",
        f"{y - 1}年{t.us}共公开信息{t.before}条，各科室多少不一。针对这一情况，{y}年建立了按月通报的办法。",
        "（二）公开数量",
        f"截至{y}年12月31日，{t.us}共主动公开政府信息{t.n('publication.total', t.total)}条；在政府网站上公开{t.n('channel.website', t.website)}条。",
    ]
    if t.has("wechat"):
        out.append(f"“{t.area}{t.body.stem(y)[:2]}”微信公众号全年发布信息{t.n('channel.wechat', t.s['wechat'])}条，现有关注人数{t.n('followers.wechat', t.fans('wechat'), 'over')}人。")
    if t.has("weibo"):
        out.append(f"“{t.area}{t.body.stem(y)[:2]}”政务微博全年发布信息{t.n('channel.weibo', t.s['weibo'])}条，现有关注人数{t.n('followers.weibo', t.fans('weibo'), 'over')}人。")
    return out + ["（三）申请办理", outcome(t), "（四）问题与打算",
                  "人员变动频繁，新手对公开与保密的界限把握不准。将组织以案例为主的培训，并请保密部门把关。"]


TEMPLATES = [plain_report, listed, story, words, summary, modest]


def split_parts(t):
    """A website figure with its parts, which add up to two less than it: the break prose.parts."""
    half, third = t.website // 2, t.website // 3
    rest = t.website - half - third - 2
    return f"通过政府网站主动公开信息{t.n('channel.website', t.website)}条，其中工作动态{half}条，部门文件{third}条，财政信息{rest}条。"


def government(t):
    y = t.year
    parts = "各乡镇、县政府各部门" if t.area.endswith("县") else "各县（市）区人民政府和市政府各部门"
    return [
        f"本报告由{t.area}人民政府办公室综合{parts}的政府信息公开工作年度报告编制而成。报告所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。",
        "一、概况",
        f"{y}年，全{t.area[-1]}把政务公开列入年度重点督查事项，按季度通报，公开的深度和时效都有提高。",
        "二、主动公开政府信息情况",
        f"{y}年，全{t.area[-1]}主动公开政府信息{t.n('publication.total', t.total)}条，其中政府公报公开{t.n('channel.gazette', t.f['channel.gazette'])}条，政府网站公开{t.n('channel.website', t.website)}条，政务微博公开{t.n('channel.weibo', t.f['channel.weibo'])}条，政务微信公开{t.n('channel.wechat', t.f['channel.wechat'])}条。",
        "三、依申请公开政府信息情况",
        f"全{t.area[-1]}共收到政府信息公开申请{t.n('requests.received', t.received)}件，按时办结{t.n('requests.completed.on_time', t.f['requests.completed.on_time'])}件。",
        "四、存在的主要问题",
        "部分单位重发布、轻解读，基层公开力量薄弱。下一步将推进基层政务公开标准化，统一公开目录。",
    ]
