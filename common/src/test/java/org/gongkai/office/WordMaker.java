package org.gongkai.office;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.gongkai.office.Sheets.Block;
import org.gongkai.office.Sheets.Placed;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Writes Word files: .docx with merged cells, and rich text. */
public final class WordMaker {
    private WordMaker() {}

    /** A .docx; cells merged across and down as Word marks them. */
    public static byte[] docx(List<Block> blocks) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Block block : blocks) {
                if (block instanceof Block.Words words) {
                    document.createParagraph().createRun().setText(words.text());
                } else {
                    table(document.createTable(), Sheets.grid(((Block.Table) block).rows()));
                }
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void table(XWPFTable table, List<Placed> cells) {
        table.removeRow(0);
        int rows = cells.stream().mapToInt(c -> c.row() + 1).max().orElse(0);
        for (int r = 0; r < rows; r++) {
            int row = r;
            XWPFTableRow line = table.createRow();
            while (!line.getTableCells().isEmpty()) {
                line.removeCell(0);
            }
            cells.stream()
                    .filter(c -> c.row() <= row && row < c.row() + c.box().rowSpan())
                    .sorted(Comparator.comparingInt(Placed::column))
                    .forEach(c -> cell(line.createCell(), c, row));
        }
    }

    private static void cell(XWPFTableCell cell, Placed placed, int row) {
        CTTcPr look = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        if (placed.box().columnSpan() > 1) {
            look.addNewGridSpan().setVal(BigInteger.valueOf(placed.box().columnSpan()));
        }
        if (placed.box().rowSpan() > 1) {
            look.addNewVMerge().setVal(placed.row() == row ? STMerge.RESTART : STMerge.CONTINUE);
        }
        if (placed.row() == row) {
            cell.setText(placed.box().text());
        }
    }

    /** Rich text, as WordPad and mail programs save it. */
    public static byte[] rtf(List<Block> blocks) {
        StringBuilder out = new StringBuilder("{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0{\\fonttbl{\\f0 SimSun;}}\n");
        for (Block block : blocks) {
            if (block instanceof Block.Words words) {
                out.append("\\pard ").append(escaped(words.text())).append("\\par\n");
                continue;
            }
            List<Placed> cells = Sheets.grid(((Block.Table) block).rows());
            int rows = cells.stream().mapToInt(c -> c.row() + 1).max().orElse(0);
            for (int r = 0; r < rows; r++) {
                int row = r;
                List<Placed> line = cells.stream()
                        .filter(c -> c.row() <= row && row < c.row() + c.box().rowSpan())
                        .sorted(Comparator.comparingInt(Placed::column))
                        .toList();
                out.append("\\trowd");
                line.forEach(
                        c -> out.append("\\cellx").append((c.column() + c.box().columnSpan()) * 900));
                out.append("\\pard\\intbl ");
                line.forEach(c -> out.append(c.row() == row ? escaped(c.box().text()) : "")
                        .append("\\cell "));
                out.append("\\row\n");
            }
        }
        return out.append("}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c < 128) {
                out.append(c);
            } else {
                out.append("\\u").append((int) (short) c).append('?');
            }
        }
        return out.toString();
    }
}
