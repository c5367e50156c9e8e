package org.gongkai.place;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the figures of a report cover, from the sentences at its beginning that say from what it was made. 汇总 alone
 * proves nothing: it counts together with whose figures were brought together.
 */
final class ScopeReader {
    private static final int OPENING = 2000;
    private static final Pattern SENTENCE = Pattern.compile("[^。;]{4,400}");
    private static final Pattern MADE = Pattern.compile("编制|编写|汇总|综合|统计|形成|包括|包含|涵盖|撰写");
    private static final Pattern NOT_BELOW = Pattern.compile("不(?:包?含|包括|涉及)(?:各|所辖|下辖|辖)?.{0,8}?(?:县|区|市|旗|乡|镇|街道)");
    private static final Pattern BELOW = Pattern.compile(
            "各(?:县|区|旗|乡|镇|街|街道|市州|地州市|地市|盟市|市[(、,和]|市\\(|设区市|州市|区市|苏木)|县\\(市|县[、,](?:市[、,])?区|市县区|县市区|乡镇|镇街|街镇|镇\\(街|乡\\(镇|镇[、,]街|(?:所辖|下辖|辖区内).{0,6}(?:县|区|乡|镇)|全(?:省|市|县|区|州|旗|盟|自治区)(?:各级)?(?:行政机关|政府机关|各级政府|政府系统)|各级行政机关|各区、市|各市、");
    private static final Pattern LEVEL = Pattern.compile(
            "各(?:有关|工作|组成|职能)?(?:部门|单位|委办局|委、?办、?局|直属)|政府(?:各|工作|组成|有关|所属|直属)?(?:部门|机构)|[省市县区州旗盟]直(?:各)?(?:部门|单位|机关)|本级");
    /** Words that belong to the duty, not to the making of the report: 《条例》 asks 各级行政机关 for reports. */
    private static final Pattern LAW = Pattern.compile("《[^》]{0,60}》");

    private static final Pattern ABOUT_FIGURES = Pattern.compile("报告|数据|年报");

    private ScopeReader() {}

    /** A scope and the sentence that says so; empty where nothing does. */
    record Stated(Scope scope, String seen, int offset) {}

    /** The scope of a government's report; {@code body} for departments and towns unless they report for their government. */
    static Stated read(ReporterKind kind, boolean governmentOffice, String text) {
        boolean own = kind != ReporterKind.GOVERNMENT;
        if (own && !governmentOffice) {
            return new Stated(Scope.BODY, "", 0);
        }
        Stated stated = stated(text.substring(0, Math.min(OPENING, text.length())));
        if (!own || stated.scope() != Scope.UNKNOWN) {
            return stated;
        }
        return new Stated(Scope.BODY, "", 0);
    }

    private static Stated stated(String opening) {
        Matcher sentence = SENTENCE.matcher(opening);
        Stated found = new Stated(Scope.UNKNOWN, "", 0);
        while (sentence.find()) {
            String said = LAW.matcher(sentence.group()).replaceAll("");
            if (NOT_BELOW.matcher(said).find()) {
                return new Stated(Scope.LEVEL, sentence.group(), sentence.start());
            }
            if (found.scope() != Scope.UNKNOWN
                    || !MADE.matcher(said).find()
                    || !ABOUT_FIGURES.matcher(said).find()) {
                continue;
            }
            Scope scope = BELOW.matcher(said).find()
                    ? Scope.TERRITORY
                    : LEVEL.matcher(said).find() ? Scope.LEVEL : Scope.UNKNOWN;
            if (scope != Scope.UNKNOWN) {
                found = new Stated(scope, sentence.group(), sentence.start());
            }
        }
        return found;
    }
}
