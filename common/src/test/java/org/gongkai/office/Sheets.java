package org.gongkai.office;

import org.gongkai.table.PrintedForm;

import java.util.ArrayList;
import java.util.List;

/** An invented report as it leaves a writer: paragraphs and tables, to be saved in any format. */
public final class Sheets {
    /** A paragraph or a table. */
    public sealed interface Block {
        record Words(String text) implements Block {}

        record Table(List<List<PrintedForm.Box>> rows) implements Block {}
    }

    /** A cell with its place in the grid. */
    record Placed(PrintedForm.Box box, int row, int column) {}

    private Sheets() {}

    /** The filled-in form with a title, prose before and a signature behind. */
    public static List<Block> of(PrintedForm form, String title, String prose) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words(title));
        blocks.add(new Block.Words("一、总体情况"));
        blocks.add(new Block.Words(prose));
        for (PrintedForm.Table table : form.tables()) {
            table.lead().forEach(line -> blocks.add(new Block.Words(line)));
            blocks.add(new Block.Table(table.rows()));
        }
        blocks.add(new Block.Words("单位负责人：甲某　审核人：乙某　填报日期：2018.1.4"));
        return blocks;
    }

    /** Where each cell of a table stands, spans taken into account. */
    static List<Placed> grid(List<List<PrintedForm.Box>> rows) {
        List<Placed> placed = new ArrayList<>();
        List<Integer> covered = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            int column = 0;
            int[] now = covered.stream().mapToInt(Integer::intValue).toArray();
            for (int i = 0; i < covered.size(); i++) {
                covered.set(i, Math.max(0, covered.get(i) - 1));
            }
            for (PrintedForm.Box box : rows.get(r)) {
                while (column < now.length && now[column] > 0) {
                    column++;
                }
                placed.add(new Placed(box, r, column));
                for (int i = 0; i < box.columnSpan(); i++, column++) {
                    while (covered.size() <= column) {
                        covered.add(0);
                    }
                    covered.set(column, box.rowSpan() - 1);
                }
            }
        }
        return placed;
    }

    static int columns(List<Placed> cells) {
        return cells.stream()
                .mapToInt(c -> c.column() + c.box().columnSpan())
                .max()
                .orElse(0);
    }
}
