package org.gongkai.place;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who reports, as the sentences of a report say it where its title does not: {@code 由大通县教育局编制}, {@code
 * 现公布大通县教育局2019年政府信息公开工作年度报告}, {@code 如有疑问，请与大通县教育局办公室联系}, {@code 2019年，大通县教育局坚持…}. Read on
 * first need, because most titles say it all. One reader is one document: not shared between threads.
 */
final class OpeningReader {
    /** How surely a sentence names the reporter. */
    enum Strength {
        /** It says whose report this is. */
        AUTHOR,
        /** It names whom to ask, or who did something: most often the reporter. */
        LIKELY
    }

    /** A phrase that names a body, the words that say so, and where they begin in the text. */
    record Said(String phrase, String seen, int offset, Strength strength) {}

    private static final int OPENING = 2_000;
    private static final int TAIL = 600;
    private static final String NAME = "([^,，。;、:：《》<>|由]{3,40}?)";
    private static final Pattern MADE_BY = Pattern.compile(
            "(?:是|,|，|》|要求|规定|精神)?由" + NAME
                    + "(?:\\(以下简称[^)]{1,40}\\))?(?:(?:按照|根据|依据|依照|结合|围绕|针对|负责|组织|牵头|汇总|综合|整理|统一|于20)[^,，。]{0,60}?)?(?:编制|编写|编撰|撰写|制作)");
    /** 结合国家税务总局大通县税务局(以下简称“大通县税务局”)…统计数据撰写: who is given a short name here writes of himself. */
    private static final Pattern WITH = Pattern.compile("结合" + NAME + "\\((?:以下)?简称[^)]{1,40}\\)");

    private static final Pattern REPORT_OF = Pattern.compile(
            "(?:公布|公开|发布|印发|现将|将|编制|作出|形成)(?:了)?《?(?:20[0-9]{2}年度?)?" + NAME
                    + "(?:20[0-9]{2}年度?)?(?:的)?(?:政府信息公开|信息公开|政务公开)(?:工作)?(?:20[0-9]{2})?(?:年度?)?(?:工作)?(?:情况)?(?:报告|年报)");
    private static final Pattern ASK = Pattern.compile("(?:请|可|直接)(?:直接|径|致电|及时)?(?:与|向|同|和|联系|拨打)[:：]?" + NAME
            + "(?:\\([^)]{0,160}\\)?)?(?:联系|咨询|反映|反馈|查询|提出|\\(|,?联?系?地址|,?(?:联系)?电话|[。;,:：])");
    private static final Pattern DID = Pattern.compile(
            "(?:^|[。;]|(?=20[0-9]{2}年))(?:20[0-9]{2}年度?(?:以来)?,?)?(?:在[^,。]{2,40}下,)?" + NAME
                    + "(?:(?=\\(以下简称[^)]{2,20}\\)[坚以认深全严高按始])|坚持以|坚持|以习近平|以人民为中心|认真贯彻|认真落实|认真按照|深入贯彻|深入学习|始终|按照|根据《|严格按照|严格落实|严格执行|高度重视|全面贯彻|全面落实|在(?:市|县|区|省|旗|州|自治)?委)");
    private static final Pattern LEFT_OUT = Pattern.compile(
            "^(?:本|我|全[市县区省镇乡旗州国局]|各|该|上级|中央|国务院办公厅|党|社会|公众|年度|20[0-9]{2}年|一年|一是|为|对|有关|相关|以下|政府|省|市|县|区)$|^(?:本|我|各|该|全[市县区省镇乡旗州国局]|20[0-9]{2}|条例|国务院|向)|20[0-9]{2}年|\\([一二三四五六七八九十0-9]\\)|公民|群众|报告|情况|条例|网站|通知|制度");
    private static final Pattern OFFICE = Pattern.compile(
            "(?:政府|党务|政务)?(?:信息|政务)?公开(?:工作)?(?:领导小组)?(?:办公室|办|机构|中心|处|科|股|室)?$|(?:党政|党建|综合|秘书|行政|机关)(?:和?(?:政务|事务|服务|办公|综合|法规))*(?:办公室|办|科|股|室|处)$|办公室$|(?:信息公开)?(?:领导小组)(?:办公室)?$|(?:法规|政策法规|宣传|信息|秘书|人事|综合)[处科股]$");

    private final PlainText text;
    private List<Said> said;

    OpeningReader(PlainText text) {
        this.text = text;
    }

    /** The text whose opening this is. */
    PlainText text() {
        return text;
    }

    /** What the opening says, and whom the end says to ask; the surer first, then as printed. */
    List<Said> said() {
        if (said == null) {
            said = List.copyOf(read(text));
        }
        return said;
    }

    private static List<Said> read(PlainText text) {
        List<Said> said = new ArrayList<>();
        String all = text.text();
        String opening = all.substring(0, Math.min(OPENING, all.length()));
        find(MADE_BY, opening, 0, Strength.AUTHOR, said);
        find(REPORT_OF, opening, 0, Strength.AUTHOR, said);
        find(WITH, opening, 0, Strength.AUTHOR, said);
        find(ASK, opening, 0, Strength.LIKELY, said);
        if (all.length() > OPENING) {
            int from = Math.max(OPENING, all.length() - TAIL);
            find(ASK, all.substring(from), from, Strength.LIKELY, said);
        }
        find(DID, opening, 0, Strength.LIKELY, said);
        return said;
    }

    private static void find(Pattern pattern, String text, int offset, Strength strength, List<Said> to) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            String phrase = clean(m.group(1));
            if (phrase.length() >= 3 && !LEFT_OUT.matcher(phrase).find()) {
                to.add(new Said(phrase, m.group(), offset + m.start(), strength));
            }
        }
    }

    /** The body without the office inside it that answers questions. */
    private static String clean(String printed) {
        String phrase = printed.replaceAll("\\((?:以下简称|地址|电话|联系)[^)]*\\)?$", "");
        Matcher office = OFFICE.matcher(phrase);
        if (!office.find()) {
            return phrase;
        }
        String shorter = phrase.substring(0, office.start());
        // 四川省人民政府信息公开办公室: the government's office for this, not the government's office
        boolean forThis = office.group().contains("公开");
        if (forThis && shorter.endsWith("人民")) {
            return shorter + "政府";
        }
        // 两城镇人民政府党政办公室 works inside the government; 人民政府办公室 is a body of its own
        boolean isBody = "办公室".equals(office.group()) && shorter.endsWith("政府");
        return shorter.length() >= 3 && !isBody ? shorter : phrase;
    }
}
