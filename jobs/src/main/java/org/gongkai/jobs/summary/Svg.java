package org.gongkai.jobs.summary;

import org.gongkai.jobs.words.Words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Charts as inline SVG: colours from the page's styles, and a sentence for those who do not see them. */
final class Svg {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 22;
    private static final int BOTTOM = 34;
    private static final int COLOURS = 8;
    /** Width of a digit of the smallest print. */
    private static final double DIGIT = 5.6;

    private final Words words;
    private final StringBuilder out = new StringBuilder();

    Svg(Words words) {
        this.words = words;
    }

    /**
     * A line over the years. A year without a figure is a gap, a break cuts the line and is marked, a step of near
     * comparability is dashed. Below the years stands the share of bodies that each figure rests on.
     */
    String line(Block.Line line) {
        List<Block.Point> points = line.points();
        Optional<BigDecimal> most =
                points.stream().flatMap(p -> p.value().stream()).max(BigDecimal::compareTo);
        if (most.isEmpty()) {
            return "<p class=\"note\">" + Html.escape(words.get("chart.none", line.title())) + "</p>\n";
        }
        boolean isShare = line.unit().equals("%");
        BigDecimal top = isShare ? BigDecimal.ONE : ceiling(most.get());
        open(isShare ? line.title() : words.get("chart.unit", line.title(), line.unit()), describe(line, isShare));
        axis(top, isShare);
        double step = step(points.size());
        boolean isNarrow = isNarrow(points.stream().map(Block.Point::bodies).toList(), step);
        StringBuilder path = new StringBuilder();
        List<String> dashed = new ArrayList<>();
        Optional<double[]> before = Optional.empty();
        for (int i = 0; i < points.size(); i++) {
            Block.Point point = points.get(i);
            double x = LEFT + step * (i + 0.5);
            text(x, HEIGHT - 16, "middle", "axis", Integer.toString(point.year()));
            if (point.step().equals("break") && i > 0 && hasBoth(points, i)) {
                cut(x - step / 2);
            }
            if (point.value().isEmpty()) {
                before = Optional.empty();
                continue;
            }
            double y = y(point.value().get(), top);
            if (before.isPresent() && !point.step().equals("break")) {
                String segment =
                        String.format(Locale.ROOT, "M%.1f %.1fL%.1f %.1f", before.get()[0], before.get()[1], x, y);
                if (point.step().equals("near")) {
                    dashed.add(segment);
                } else {
                    path.append(segment);
                }
            }
            out.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"c0\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill-opacity=\"%.2f\"/>",
                    x,
                    y,
                    4.0,
                    Math.max(0.15, point.coverage())));
            text(
                    x,
                    y - 9,
                    "middle",
                    "value",
                    Numbers.text(new Cell.Number(point.value().get(), isShare ? Cell.Look.PERCENT : Cell.Look.PLAIN)));
            text(x, HEIGHT - 3, "middle", "small", isNarrow ? coverage(point) : point.bodies());
            before = Optional.of(new double[] {x, y});
        }
        out.append("<path class=\"l0\" d=\"").append(path).append("\"/>");
        dashed.forEach(d -> out.append("<path class=\"l0 near\" d=\"").append(d).append("\"/>"));
        text(LEFT - 8, HEIGHT - 3, "end", "small", words.get(isNarrow ? "column.coverage" : "column.bodies"));
        return close(words.get("chart.legend"));
    }

    /** Counts that would run into each other give way to their share. */
    private static boolean isNarrow(List<String> bodies, double step) {
        return bodies.stream().anyMatch(b -> b.length() * DIGIT > step - DIGIT);
    }

    private static String coverage(Block.Point point) {
        return Math.round(point.coverage() * 100) + "%";
    }

    private void cut(double at) {
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"break\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                at,
                at,
                TOP,
                HEIGHT - BOTTOM));
        text(at, TOP - 6, "middle", "break-label", words.get("chart.break"));
    }

    private static boolean hasBoth(List<Block.Point> points, int i) {
        return points.subList(0, i).stream().anyMatch(p -> p.value().isPresent())
                || points.get(i).value().isPresent();
    }

    /** Shares of a whole: one bar a year; a year without figures has none. */
    String shares(Block.Shares shares) {
        StringBuilder said = new StringBuilder(shares.title());
        for (int i = 0; i < shares.years().size(); i++) {
            said.append("; ").append(shares.years().get(i)).append(": ");
            for (int k = 0; k < shares.names().size(); k++) {
                if (shares.shares().get(i).get(k).isPresent()) {
                    said.append(shares.names().get(k))
                            .append(' ')
                            .append(percent(shares.shares().get(i).get(k).get()))
                            .append(' ');
                }
            }
        }
        open(shares.title(), said.toString());
        axis(BigDecimal.ONE, true);
        double step = step(shares.years().size());
        boolean isNarrow = isNarrow(shares.bodies(), step);
        boolean hasFigure = false;
        for (int i = 0; i < shares.years().size(); i++) {
            double x = LEFT + step * i + step * 0.18;
            double wide = step * 0.64;
            text(
                    LEFT + step * (i + 0.5),
                    HEIGHT - 16,
                    "middle",
                    "axis",
                    shares.years().get(i).toString());
            boolean isStated = shares.shares().get(i).stream().anyMatch(Optional::isPresent);
            if (isStated && !isNarrow) {
                text(
                        LEFT + step * (i + 0.5),
                        HEIGHT - 3,
                        "middle",
                        "small",
                        shares.bodies().get(i));
            }
            if (hasFigure && isStated && shares.steps().get(i).equals("break")) {
                cut(LEFT + step * i);
            }
            hasFigure |= isStated;
            double base = HEIGHT - BOTTOM;
            for (int k = 0; k < shares.names().size(); k++) {
                Optional<BigDecimal> share = shares.shares().get(i).get(k);
                if (share.isEmpty()) {
                    continue;
                }
                double tall = share.get().doubleValue() * (HEIGHT - TOP - BOTTOM);
                base -= tall;
                out.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"c%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                        k % COLOURS,
                        x,
                        base,
                        wide,
                        tall));
                if (tall > 14 && wide > 34) {
                    text(x + wide / 2, base + tall / 2 + 4, "middle", "inside", percent(share.get()));
                }
            }
        }
        if (!isNarrow) {
            text(LEFT - 8, HEIGHT - 3, "end", "small", words.get("column.bodies"));
        }
        out.append("</svg></div><figcaption class=\"legend\">");
        for (int k = 0; k < shares.names().size(); k++) {
            out.append("<span><i class=\"b")
                    .append(k % COLOURS)
                    .append("\"></i>")
                    .append(Html.escape(shares.names().get(k)))
                    .append("</span>");
        }
        return out.append("</figcaption></figure>\n").toString();
    }

    private String describe(Block.Line line, boolean isShare) {
        StringBuilder said = new StringBuilder(line.title());
        for (Block.Point point : line.points()) {
            said.append("; ")
                    .append(point.year())
                    .append(": ")
                    .append(point.value()
                            .map(v -> Numbers.text(new Cell.Number(v, isShare ? Cell.Look.PERCENT : Cell.Look.PLAIN)))
                            .orElse("–"));
            if (point.step().equals("break")) {
                said.append(" (").append(words.get("chart.break")).append(')');
            }
        }
        return said.toString();
    }

    private void open(String title, String said) {
        out.append("<figure><p class=\"chart\">")
                .append(Html.escape(title))
                .append("</p><div class=\"drawing\" tabindex=\"0\"><svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\" aria-label=\"")
                .append(Html.escape(said))
                .append("\">");
    }

    private String close(String legend) {
        return out.append("</svg></div><figcaption class=\"note\">")
                .append(Html.escape(legend))
                .append("</figcaption></figure>\n")
                .toString();
    }

    private void axis(BigDecimal top, boolean isShare) {
        for (int i = 0; i <= 4; i++) {
            BigDecimal value = top.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(4), MathContext.DECIMAL64);
            double y = y(value, top);
            out.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y));
            text(
                    LEFT - 8,
                    y + 4,
                    "end",
                    "axis",
                    isShare
                            ? Math.round(value.doubleValue() * 100) + "%"
                            : Numbers.text(new Cell.Number(value, Cell.Look.PLAIN)));
        }
    }

    private void text(double x, double y, String anchor, String style, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                style,
                x,
                y,
                anchor,
                Html.escape(text)));
    }

    private static double step(int years) {
        return (WIDTH - LEFT - RIGHT) / (double) Math.max(1, years);
    }

    private static double y(BigDecimal value, BigDecimal top) {
        double share = value.divide(top, MathContext.DECIMAL64).doubleValue();
        return HEIGHT - BOTTOM - Math.max(0, share) * (HEIGHT - TOP - BOTTOM);
    }

    /** The next of 1, 2, 4, 8, 10 with zeros behind it: quarters of it are plain numbers. */
    private static BigDecimal ceiling(BigDecimal value) {
        if (value.signum() <= 0) {
            return BigDecimal.valueOf(4);
        }
        BigDecimal magnitude = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        for (int factor : new int[] {1, 2, 4, 8, 10}) {
            BigDecimal top = magnitude.multiply(BigDecimal.valueOf(factor));
            if (top.compareTo(value) >= 0) {
                return top.max(BigDecimal.valueOf(4));
            }
        }
        return magnitude.multiply(BigDecimal.TEN);
    }

    private static String percent(BigDecimal share) {
        return Numbers.text(new Cell.Number(share, Cell.Look.PERCENT));
    }
}
