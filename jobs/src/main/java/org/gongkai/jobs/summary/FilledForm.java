package org.gongkai.jobs.summary;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Indicator;
import org.gongkai.finding.Finding;
import org.gongkai.jobs.dashboard.Fact;
import org.gongkai.jobs.words.FindingText;
import org.gongkai.jobs.words.Language;
import org.gongkai.quality.IdentityRules;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statutory form with the sums of a region: its own rows, columns and order, the cells of {@code form_cells}. A cell
 * that no body filled in is blank; an identity that the sums break is a footnote, since bodies that leave a total blank
 * make sums that do not add up.
 */
final class FilledForm {

    private final Figures figures;
    private final Form form;
    private final Map<String, Fact> cells = new HashMap<>();
    private final Map<String, List<Integer>> marks = new HashMap<>();
    private final List<String> footnotes = new ArrayList<>();

    private FilledForm(Figures figures, Form form, List<Fact> facts) {
        this.figures = figures;
        this.form = form;
        for (Fact fact : facts) {
            cells.put(fact.text("indicator") + "|" + fact.text("requester") + "|" + fact.text("unit"), fact);
        }
        footnotes();
    }

    /** The form of the year, and every other form that bodies used in it, each with its sums. */
    static List<Block> of(Figures figures) {
        List<Block> blocks = new ArrayList<>();
        for (Form form : Catalogue.get().forms()) {
            List<Fact> facts = figures.file().rows("form_cells", figures.year()).stream()
                    .filter(f -> f.is("basis", Figures.BODIES) && f.is("form", form.form()))
                    .toList();
            if (form.isFor(figures.year()) || !facts.isEmpty()) {
                blocks.addAll(new FilledForm(figures, form, facts).blocks());
            }
        }
        return blocks;
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        long bodies = cells.values().stream()
                .mapToLong(c -> c.count("n_bodies") + c.count("n_blank"))
                .max()
                .orElse(0);
        blocks.add(new Block.Notes(List.of(
                figures.words().get("form.intro", form.form(), form.document(), bodies),
                figures.words().get(form.isFor(figures.year()) ? "form.of_year" : "form.other_year"))));
        for (Form.Table table : form.tables()) {
            blocks.add(table.layout() == Form.Layout.LIST ? list(table) : matrix(table));
        }
        if (!footnotes.isEmpty()) {
            blocks.add(new Block.Notes(footnotes));
        }
        return blocks;
    }

    private Block list(Form.Table table) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Form.Entry row : table.rows()) {
            Optional<Fact> fact = row.isHeading() ? Optional.empty() : cell(row.code(), Value.TOTAL, row.unit());
            rows.add(List.of(
                    Cell.text(row.number()),
                    Cell.text(label(row) + marks(row.code())),
                    Cell.text(figures.unitWord(row.unit())),
                    row.isHeading() ? Cell.text("") : value(fact),
                    row.isHeading() ? Cell.text("") : n(fact)));
        }
        return new Block.Grid(
                title(table),
                List.of(
                        figures.words().get("form.number"),
                        figures.words().get("form.item"),
                        figures.words().get("column.unit"),
                        figures.words().get("form.sum"),
                        figures.words().get("column.bodies")),
                rows,
                List.of());
    }

    private Block matrix(Form.Table table) {
        List<Form.Entry> columns =
                table.columns().stream().filter(c -> !c.isHeading()).toList();
        List<String> headings = new ArrayList<>();
        List<List<String>> groups = new ArrayList<>();
        boolean byRow = table.cellCode().contains("{row}");
        headings.add(byRow ? figures.words().get("form.item") : "");
        groups.add(List.of());
        for (Form.Entry column : columns) {
            headings.add(name(column));
            groups.add(above(table, column, byRow));
        }
        headings.add(figures.words().get("column.bodies"));
        groups.add(List.of());
        List<List<Cell>> rows = new ArrayList<>();
        for (Form.Entry row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(byRow ? row.number() + " " + label(row) + marks(row.code()) : ""));
            long most = 0;
            for (Form.Entry column : columns) {
                if (row.isHeading()) {
                    cells.add(Cell.text(""));
                    continue;
                }
                Indicator indicator = Catalogue.cell(form, table, row, column);
                Optional<Fact> fact = cell(indicator.code(), indicator.requester(), indicator.unit());
                most = Math.max(most, fact.map(f -> f.count("n_bodies")).orElse(0L));
                cells.add(value(fact));
            }
            cells.add(row.isHeading() ? Cell.text("") : Cell.count(most));
            rows.add(cells);
        }
        return new Block.Grid(title(table), headings, groups, rows, List.of());
    }

    /**
     * The headings above a column. Where a table has rows, the outermost is the same for all: it says what the table says.
     * A translation stands by itself, so that of the headings only those are left that are entries of the form.
     */
    private List<String> above(Form.Table table, Form.Entry column, boolean byRow) {
        List<String> printed = column.header().isEmpty() || !byRow
                ? column.header()
                : column.header().subList(1, column.header().size());
        if (figures.language() == Language.zh) {
            return printed;
        }
        return printed.stream()
                .flatMap(h -> table.columns().stream()
                        .filter(c -> c.isHeading() && c.label().equals(h))
                        .map(Form.Entry::labelEn))
                .toList();
    }

    private String title(Form.Table table) {
        String own = figures.word("form.table", table.table());
        return own.equals(table.table()) ? table.title() : own;
    }

    private String name(Form.Entry entry) {
        return figures.language() == Language.zh ? entry.label() : entry.labelEn();
    }

    private Optional<Fact> cell(String indicator, String requester, String unit) {
        return Optional.ofNullable(cells.get(indicator + "|" + requester + "|" + unit));
    }

    private Cell value(Optional<Fact> fact) {
        return fact.flatMap(f -> f.number("value"))
                .<Cell>map(v -> new Cell.Number(v, Cell.Look.PLAIN))
                .orElse(new Cell.Blank(figures.words().get("blank.O")));
    }

    private static Cell n(Optional<Fact> fact) {
        return Cell.count(fact.map(f -> f.count("n_bodies")).orElse(0L));
    }

    private String label(Form.Entry row) {
        String indent =
                "　".repeat((int) row.code().chars().filter(c -> c == '.').count() > 1 ? 1 : 0);
        return indent + name(row);
    }

    private String marks(String code) {
        StringBuilder text = new StringBuilder();
        marks.getOrDefault(code, List.of())
                .forEach(m -> text.append(" [").append(m).append(']'));
        return text.toString();
    }

    private void footnotes() {
        List<Value> values = new ArrayList<>();
        for (Fact fact : cells.values()) {
            Optional<BigDecimal> sum = fact.number("value");
            if (sum.isPresent() && fact.count("n_approximate") == 0) {
                values.add(new Value(
                        fact.text("indicator"),
                        fact.text("requester"),
                        sum,
                        fact.text("unit"),
                        Status.NORMAL,
                        Origin.FORM,
                        1,
                        fact.text("indicator"),
                        sum.get().toPlainString()));
            }
        }
        Map<String, Finding> found = new LinkedHashMap<>();
        IdentityRules.check(form.form(), values).forEach(f -> found.put(f.rule() + " " + f.place(), f));
        FindingText sentences = new FindingText(figures.language());
        int number = 0;
        for (Finding finding : found.values()) {
            number++;
            String place = finding.place().contains("|")
                    ? finding.place().substring(0, finding.place().indexOf('|'))
                    : finding.place();
            marks.computeIfAbsent(place, p -> new ArrayList<>()).add(number);
            footnotes.add("[" + number + "] " + sentences.of(finding) + " "
                    + figures.words().get("form.footnote"));
        }
    }
}
