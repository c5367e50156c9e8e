package org.gongkai.office;

import org.gongkai.office.Sheets.Block;
import org.gongkai.office.Sheets.Placed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes a PDF as office programs lay it out: cells wrapped to their width and centred in their height, pages broken
 * between rows. The font is named and not embedded, with a predefined character map, so that no font file is needed.
 */
public final class PdfMaker {
    private static final int SIZE = 8;
    private static final int LEADING = 12;
    private static final int LEFT = 40;
    private static final int TOP = 800;
    private static final int BOTTOM = 50;

    private final List<StringBuilder> pages = new ArrayList<>(List.of(new StringBuilder()));
    private int y = TOP;

    private final int width;

    private PdfMaker(int width) {
        this.width = width;
    }

    /** The bytes of the file, on paper so wide that few labels are wrapped. */
    public static byte[] wide(List<Block> blocks) {
        return pdf(blocks, 1100);
    }

    /** The bytes of the file on A4, where most labels of a matrix run over two lines and more. */
    public static byte[] narrow(List<Block> blocks) {
        return pdf(blocks, 515);
    }

    private static byte[] pdf(List<Block> blocks, int width) {
        PdfMaker maker = new PdfMaker(width);
        for (Block block : blocks) {
            if (block instanceof Block.Words words) {
                maker.paragraph(words.text());
            } else {
                maker.table(Sheets.grid(((Block.Table) block).rows()));
            }
        }
        return maker.file();
    }

    private void paragraph(String text) {
        for (String line : wrapped(text, width)) {
            need(LEADING);
            show(line, LEFT, y);
            y -= LEADING;
        }
        y -= LEADING / 2;
    }

    private void table(List<Placed> cells) {
        int columns = Sheets.columns(cells);
        double[] share = new double[columns];
        Arrays.fill(share, 1.5);
        for (Placed cell : cells) {
            if (cell.box().columnSpan() == 1) {
                double wide = cell.box().text().length() / 2.5;
                share[cell.column()] =
                        Math.max(share[cell.column()], cell.box().value() ? wide : Math.min(width / 130.0, wide));
            }
        }
        double all = Arrays.stream(share).sum();
        int[] x = new int[columns + 1];
        for (int i = 0; i < columns; i++) {
            x[i + 1] = x[i] + (int) (width * share[i] / all);
        }
        int rows = cells.stream().mapToInt(c -> c.row() + 1).max().orElse(0);
        int[] height = new int[rows];
        Arrays.fill(height, LEADING + 4);
        for (Placed cell : cells) {
            if (cell.box().rowSpan() == 1) {
                height[cell.row()] = Math.max(height[cell.row()], lines(cell, x).size() * LEADING + 4);
            }
        }
        for (int row = 0; row < rows; row++) {
            need(height[row]);
            for (Placed cell : cells) {
                if (cell.row() == row) {
                    int tall = 0;
                    for (int i = row; i < Math.min(rows, row + cell.box().rowSpan()); i++) {
                        tall += height[i];
                    }
                    List<String> lines = lines(cell, x);
                    int room = Math.min(tall, y - BOTTOM);
                    int at = y - Math.max(0, room - lines.size() * LEADING) / 2;
                    for (String line : lines.subList(0, Math.min(lines.size(), Math.max(1, room / LEADING)))) {
                        show(line, LEFT + x[cell.column()], at);
                        at -= LEADING;
                    }
                }
            }
            y -= height[row];
        }
        y -= LEADING;
    }

    private static List<String> lines(Placed cell, int[] x) {
        return wrapped(cell.box().text(), x[cell.column() + cell.box().columnSpan()] - x[cell.column()] - SIZE);
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        double used = 0;
        for (int i = 0; i < text.length(); i++) {
            double wide = text.charAt(i) < 128 ? SIZE / 2.0 : SIZE;
            boolean number = i > start && text.charAt(i) < 128 && text.charAt(i - 1) < 128;
            if (used + wide > width && i > start && !number) {
                lines.add(text.substring(start, i));
                start = i;
                used = 0;
            }
            used += wide;
        }
        lines.add(text.substring(start));
        return lines;
    }

    private void need(int height) {
        if (y - height < BOTTOM) {
            show("- " + pages.size() + " -", 290, 30);
            pages.add(new StringBuilder());
            y = TOP;
        }
    }

    private void show(String text, int x, int at) {
        if (text.isBlank()) {
            return;
        }
        StringBuilder hex = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_16BE)) {
            hex.append(String.format(Locale.ROOT, "%02X", b));
        }
        pages.get(pages.size() - 1)
                .append("BT /F1 ")
                .append(SIZE)
                .append(" Tf 1 0 0 1 ")
                .append(x)
                .append(' ')
                .append(at)
                .append(" Tm <")
                .append(hex)
                .append("> Tj ET\n");
    }

    private byte[] file() {
        List<String> objects = new ArrayList<>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(6 + 2 * i).append(" 0 R ");
        }
        objects.add("<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>");
        objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H"
                + " /DescendantFonts [4 0 R] >>");
        objects.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500]"
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 5 0 R >>");
        objects.add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
                + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        for (int i = 0; i < pages.size(); i++) {
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + (width + 80)
                    + " 842] /Resources << /Font << /F1 3 0 R >> >>" + " /Contents " + (7 + 2 * i) + " 0 R >>");
            objects.add("<< /Length " + pages.get(i).length() + " >>\nstream\n" + pages.get(i) + "\nendstream");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.5\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder xref = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            xref.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(StandardCharsets.US_ASCII));
        }
        int start = out.size();
        out.writeBytes(("xref\n0 " + (objects.size() + 1) + "\n" + xref + "trailer\n<< /Size " + (objects.size() + 1)
                        + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
