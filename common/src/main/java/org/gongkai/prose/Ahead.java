package org.gongkai.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands behind a mark of a sentence. Looks only so far ahead that a sentence without an end costs no more than its
 * length.
 *
 * @param text the paragraph
 * @param marks the marks of the sentence
 */
record Ahead(String text, List<Mark> marks) {
    /** Marks that are looked at, at most. */
    static final int FARTHEST = 60;

    private static final int LONGEST_BRACKET = 120;
    private static final Tags FIGURE = Tags.of("#figure");
    private static final Set<String> ISSUES = Set.of("期", "次");
    private static final Set<String> ITEMS = Set.of("条", "篇", "则", "条次", "篇次");

    /** From the mark after {@code i} to the next punctuation; a figure inside shows as the tag {@code #figure}. */
    Span tail(int i) {
        List<Mark> rest = new ArrayList<>();
        int end = marks.get(i).end();
        for (int j = i + 1; j < Math.min(marks.size(), i + FARTHEST); j++) {
            Mark mark = marks.get(j);
            if (mark instanceof Mark.Word next && next.tags().contains("neg")) {
                end = next.start();
                break;
            }
            if (mark instanceof Mark.Point point && (point.sign() != '、' || marks.get(i) instanceof Mark.Figure)) {
                int closing = point.sign() == '(' && !(marks.get(i) instanceof Mark.Figure) ? closing(j) : -1;
                if (closing > j) {
                    // 申诉案(包括信访、举报): an explanation.
                    j = closing;
                    rest.add(new Mark.Silent(mark.start(), marks.get(closing).end()));
                    end = marks.get(closing).end();
                    continue;
                }
                if (point.sign() == ',' && goesOn(rest, j + 1) && !(marks.get(i) instanceof Mark.Figure)) {
                    continue;
                }
                end = point.start();
                break;
            }
            rest.add(
                    mark instanceof Mark.Figure figure
                                    && figure.numeral().amount().signum() != 0
                                    && !isNegatedOne(j)
                            ? new Mark.Word(mark.start(), mark.end(), FIGURE, false)
                            : mark);
            end = mark.end();
        }
        int from = marks.get(i).end();
        return new Span(text, from, Math.max(from, end), rest);
    }

    /** {@code 未发生因申请行政复议,提起行政诉讼的情况}: what is denied goes on behind the comma. */
    private boolean goesOn(List<Mark> denied, int i) {
        boolean isCase = i < marks.size()
                && marks.get(i) instanceof Mark.Word word
                && Span.hasAny(word.tags(), "review", "litigation")
                && denied.stream()
                        .anyMatch(
                                m -> m instanceof Mark.Word said && said.tags().contains("review"))
                && Span.hanBetween(text, marks.get(i - 1).end(), word.start()) == 0;
        if (!isCase) {
            return false;
        }
        for (int j = i; j < marks.size() && !(marks.get(j) instanceof Mark.Point); j++) {
            if (marks.get(j) instanceof Mark.Figure
                    || marks.get(j) instanceof Mark.Word word && word.tags().contains("neg")) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a figure counts, if the words for it follow: {@code 4宗政府信息公开申请}. Up to the next punctuation or up to 和; where
     * another figure comes first the words may belong to that one, and nothing is taken.
     */
    Span tailOfFigure(int i) {
        int end = marks.get(i).end();
        List<Mark> counted = new ArrayList<>();
        for (int j = i + 1; j < Math.min(marks.size(), i + FARTHEST); j++) {
            Mark mark = marks.get(j);
            if (mark instanceof Mark.Figure) {
                return new Span(text, marks.get(i).end(), marks.get(i).end(), List.of());
            }
            boolean and = mark instanceof Mark.Word word && word.tags().contains("conj");
            if (mark instanceof Mark.Point sign && sign.sign() == '(' && isPost(j)) {
                counted.addAll(marks.subList(j + 1, closing(j)));
                return new Span(text, marks.get(i).end(), marks.get(closing(j)).end(), counted);
            }
            if (mark instanceof Mark.Point || and && (figureFollows(j) || isBy(j + 1))) {
                return new Span(text, marks.get(i).end(), mark.start(), counted);
            }
            counted.add(mark);
            end = mark.end();
            if (mark instanceof Mark.Word word && Span.hasAny(word.tags(), "full_time", "part_time")) {
                // 1名兼职人员负责平台维护和业务培训: what they do is not what is counted.
                break;
            }
        }
        return new Span(text, marks.get(i).end(), end, counted);
    }

    /** {@code 2人(兼职)}: the bracket says which staff was counted. */
    private boolean isPost(int opening) {
        int closing = closing(opening);
        return closing == opening + 2
                && marks.get(opening + 1) instanceof Mark.Word word
                && Span.hasAny(word.tags(), "full_time", "part_time");
    }

    /** {@code 和通过电子邮件提交的…}: another of its kind begins. */
    private boolean isBy(int i) {
        return i < marks.size()
                && marks.get(i) instanceof Mark.Word word
                && word.tags().contains("locative");
    }

    /** Whether a figure comes before the next punctuation. */
    boolean figureFollows(int i) {
        for (int j = i + 1; j < Math.min(marks.size(), i + FARTHEST) && !(marks.get(j) instanceof Mark.Point); j++) {
            if (marks.get(j) instanceof Mark.Figure) {
                return true;
            }
        }
        return false;
    }

    /** {@code 没有发生一起行政复议}: not a single one, which is none. */
    boolean isNegatedOne(int i) {
        return i > 0
                && marks.get(i) instanceof Mark.Figure figure
                && figure.numeral().amount().compareTo(BigDecimal.ONE) == 0
                && marks.get(i - 1) instanceof Mark.Word word
                && word.tags().contains("neg")
                && Span.hanBetween(text, word.end(), figure.start()) == 0;
    }

    /** {@code 推送图文信息365期、1460篇}, {@code 刊发68期，共95条}: the issues, and then what is in them. */
    boolean isIssuesOfItems(int i) {
        if (!(marks.get(i) instanceof Mark.Figure issues && ISSUES.contains(issues.unit()))) {
            return false;
        }
        for (int j = i + 1; j < Math.min(marks.size(), i + 5); j++) {
            Mark mark = marks.get(j);
            if (Span.hanBetween(text, marks.get(j - 1).end(), mark.start()) > 0) {
                return false;
            }
            if (mark instanceof Mark.Figure items) {
                return ITEMS.contains(items.unit());
            }
            boolean between = mark instanceof Mark.Point
                    || mark instanceof Mark.Word word
                            && (Span.isFiller(word) || word.tags().contains("total"));
            if (!between) {
                return false;
            }
        }
        return false;
    }

    /** {@code 共公开615条，今年新增94条}: the one counts all years, the other this one. */
    boolean isBesideGain(int i) {
        if (!(i + 2 < marks.size()
                && marks.get(i + 1) instanceof Mark.Point
                && marks.get(i) instanceof Mark.Figure all)) {
            return false;
        }
        Tags between = new Tags();
        for (int j = i + 2; j < Math.min(marks.size(), i + 6); j++) {
            if (Span.hanBetween(text, marks.get(j - 1).end(), marks.get(j).start()) > 0) {
                return false;
            }
            if (marks.get(j) instanceof Mark.Figure gain) {
                return between.contains("gain")
                        && between.contains("fullyear")
                        && gain.unit().equals(all.unit());
            }
            if (!(marks.get(j) instanceof Mark.Word word)) {
                return false;
            }
            between.addAll(word.tags());
        }
        return false;
    }

    /** {@code 受理124宗(含2021年度结转5宗)}, {@code 收到4件,其中上年度结转2件}: more than what came in that year. */
    boolean includesCarried(int i) {
        boolean opens = i + 1 < marks.size()
                && marks.get(i + 1) instanceof Mark.Point sign
                && (sign.sign() == '('
                        || i + 2 < marks.size()
                                && marks.get(i + 2) instanceof Mark.Word among
                                && among.tags().contains("among"));
        boolean covers = opens
                && marks.get(i + 2) instanceof Mark.Word among
                && among.tags().contains("among");
        for (int j = i + 2; opens && j < Math.min(marks.size(), i + 8); j++) {
            if (marks.get(j) instanceof Mark.Word word) {
                covers |= word.tags().contains("covering");
                if (covers && Span.hasAny(word.tags(), "carry", "carried_in")) {
                    return true;
                }
            } else if (marks.get(j) instanceof Mark.Figure || marks.get(j) instanceof Mark.Point) {
                return false;
            }
        }
        return false;
    }

    /** Whether nothing but punctuation follows directly. */
    boolean endsAtPoint(int i) {
        int end = marks.get(i).end();
        int next = i + 1 < marks.size() ? marks.get(i + 1).start() : text.length();
        return Span.hanBetween(text, end, Math.min(next, end + 8)) == 0
                && (i + 1 == marks.size() || marks.get(i + 1) instanceof Mark.Point);
    }

    /** The tags of what follows in the sentence. */
    Tags tags(int i) {
        Tags tags = new Tags();
        for (int j = i + 1; j < Math.min(marks.size(), i + 30); j++) {
            if (marks.get(j) instanceof Mark.Word word) {
                tags.addAll(word.tags());
            }
        }
        return tags;
    }

    /** Figures from {@code i} on that only commas or 和 separate. */
    int figuresInList(int i) {
        int count = 1;
        for (int j = i + 1; j < Math.min(marks.size(), i + FARTHEST); j++) {
            Mark mark = marks.get(j);
            boolean separates = mark instanceof Mark.Point point && (point.sign() == '、' || point.sign() == ',')
                    || mark instanceof Mark.Word word && word.tags().contains("conj");
            if (mark instanceof Mark.Figure
                    && Span.hanBetween(text, marks.get(j - 1).end(), mark.start()) == 0) {
                count++;
            } else if (!separates) {
                break;
            }
        }
        return count;
    }

    /** Index of the bracket that closes the one at {@code opening}; -1 where none does. */
    int closing(int opening) {
        int depth = 0;
        for (int i = opening; i < Math.min(marks.size(), opening + LONGEST_BRACKET); i++) {
            if (marks.get(i) instanceof Mark.Point point) {
                depth += point.sign() == '(' ? 1 : point.sign() == ')' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
