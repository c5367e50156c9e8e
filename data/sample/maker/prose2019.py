"""Narratives of the forms of 2019 and 2021: section one before the tables, five and six after them."""


def follow(t, weibo, wechat):
    """Sentences on the two platforms, for those that the body runs."""
    out = []
    if t.has("weibo"):
        out.append(weibo())
    if t.has("wechat"):
        out.append(wechat())
    return "".join(out)


def period(t):
    y = t.year
    return f"本报告根据修订后的《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。"


def one(t):
    y = t.year
    return [period(t), "一、总体情况",
            f"（一）主动公开。{y}年，{t.us}主动公开政府信息{t.n('publication.total', t.total)}条，{t.percent()}；通过{t.area}政府网站公开{t.n('channel.website', t.website)}条。"
            + follow(t, lambda: f"政务微博发布信息{t.n('channel.weibo', t.s['weibo'])}条，粉丝{t.n('followers.weibo', t.fans('weibo'))}人。",
                     lambda: f"微信公众号发布信息{t.n('channel.wechat', t.s['wechat'])}条，粉丝{t.n('followers.wechat', t.fans('wechat'))}人。"),
            f"（二）依申请公开。共收到政府信息公开申请{t.n('requests.received', t.received)}件，依法依规办理。",
            "（三）监督保障。邀请群众代表走进机关评议公开工作，收到意见6条，全部吸收。"], [
            "五、存在的主要问题及改进情况", "主要问题是解读材料专业词句多。已改用问答形式，今后还将增加短视频。", "六、其他需要报告的事项", "没有需要报告的其他事项。"]


def two(t):
    y = t.year
    return [f"现将{t.name}{y}年政府信息公开工作情况报告如下。" + period(t), "一、总体情况",
            f"{y}年，{t.us}坚持以公开为常态，把规划、预决算、民生实事等内容及时上网，全年网站发布政府信息{t.n('channel.website', t.website, 'full')}条。",
            follow(t, lambda: f"截至年底，官方微博关注人数{t.n('followers.weibo', t.fans('weibo'), 'full')}人，全年发布{t.n('channel.weibo', t.s['weibo'], 'full')}条。",
                   lambda: f"截至年底，微信公众号关注人数{t.n('followers.wechat', t.fans('wechat'), 'full')}人，全年发布{t.n('channel.wechat', t.s['wechat'], 'full')}条。")], [
            "五、存在的主要问题及改进情况", f"{y - 1}年指出的栏目更新慢的问题已解决，栏目平均每月更新4次。目前的不足是公开的数据不便再次利用。",
            "六、其他需要报告的事项", "本年度没有收取信息处理费。"]


def three(t):
    y = t.year
    return [period(t), "一、总体情况",
            "一是健全制度，修订公开指南。二是做实平台。" + follow(
                t, lambda: f"微博全年发文{t.n('channel.weibo', t.s['weibo'])}条，粉丝{t.n('followers.weibo', t.fans('weibo'), 'wan')}人；",
                lambda: f"微信公众号全年发文{t.n('channel.wechat', t.s['wechat'])}条，关注用户{t.n('followers.wechat', t.fans('wechat'), 'wan')}人，累计阅读32万次；")
            + f"政府网站全年发布信息{t.n('channel.website', t.website)}条。三是规范办理，新收公开申请{t.n('requests.received', t.received)}件，没有一件因程序问题被纠正。"], [
            "五、存在的主要问题及改进情况", "一些事项的公开停留在结果，缺少依据和过程。将随结果一并公开有关依据。", "六、其他需要报告的事项", "无。"]


def four(t):
    y = t.year
    return [period(t), "一、总体情况",
            f"按照{t.area}政务公开工作要点，{t.us}逐条分解任务21项，年内全部完成。通过门户网站主动公开政府信息{t.n('channel.website', t.website, 'words')}条，内容以通知公告、办事指南为主。",
            follow(t, lambda: f"政务微博拥有粉丝{t.n('followers.weibo', t.fans('weibo'), 'over')}人，热度有所下降。",
                   lambda: f"微信公众号拥有粉丝{t.n('followers.wechat', t.fans('wechat'), 'over')}人，比{y - 1}年又有增加。"),
            f"本年度新收到政府信息公开申请{t.n('requests.received', t.received, 'words')}件。"], [
            "五、存在的主要问题及改进情况", "公开队伍以兼职为主，业务还不够熟。计划与高校合作开展轮训。", "六、其他需要报告的事项", "暂无其他需要报告的事项。"]


def five(t):
    y = t.year
    return [f"依据条例第五十条，{t.full}公布{y}年度报告，统计期限为{y}年1月1日至{y}年12月31日。", "一、总体情况",
            f"全年公开政府信息{t.n('publication.total', t.total, 'comma')}条，办理建议提案7件并公开答复。"
            + follow(t, lambda: f"“两微”之中，微博发布{t.n('channel.weibo', t.s['weibo'])}条、关注人数{t.n('followers.weibo', t.fans('weibo'))}人，",
                     lambda: f"微信公众号发布{t.n('channel.wechat', t.s['wechat'])}条、关注人数{t.n('followers.wechat', t.fans('wechat'))}人。")], [
            "五、存在的主要问题及改进情况", "主动回应关切还不够快。已与宣传部门建立会商机制，重要事项二十四小时内发声。", "六、其他需要报告的事项", "无其他需要报告的事项。"]


def six(t):
    y = t.year
    return [period(t), "一、总体情况",
            f"{y}年，{t.us}紧扣群众关心的事项推进公开，在{t.area}人民政府网站公开信息{t.n('channel.website', t.website)}条，"
            f"上年同期为{t.website_before}条。",
            follow(t, lambda: f"官方微博更新{t.n('channel.weibo', t.s['weibo'])}条信息，年末粉丝数{t.n('followers.weibo', t.fans('weibo'), 'comma')}人。",
                   lambda: f"微信公众号更新{t.n('channel.wechat', t.s['wechat'])}条信息，年末粉丝数{t.n('followers.wechat', t.fans('wechat'), 'comma')}人。"),
            "全年开展政府开放日活动2次，参加群众160余人次。"], [
            "五、存在的主要问题及改进情况", "不同栏目内容有重复。将合并栏目，设置统一入口。", "六、其他需要报告的事项", "没有应当报告的其他事项。"]


TEMPLATES = [one, two, three, four, five, six]
