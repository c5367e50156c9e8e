package org.gongkai.office;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * The pages of a PDF as lines, read by PDFBox as Tika does, but with the gaps between the columns of a table kept: Tika
 * writes one blank for a gap of any width, and then nobody can tell where a label ends and its value begins.
 */
final class PdfPages {
    private PdfPages() {}

    static Opened read(byte[] bytes, OfficeLimits limits) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() == 0) {
                // PDFBox mends what it can: of a file cut off early nothing is left, and that is no scan.
                return new Opened.Closed(Opened.Why.DAMAGED, "has no page: it breaks off, it seems");
            }
            if (document.getNumberOfPages() > limits.pages()) {
                return new Opened.Closed(Opened.Why.TOO_LARGE, "has " + document.getNumberOfPages() + " pages");
            }
            Limited out = new Limited(limits.characters());
            try {
                new ByColumns().writeText(document, out);
            } catch (IOException e) {
                if (out.full) {
                    return new Opened.Closed(
                            Opened.Why.TOO_LARGE, "gives more than " + limits.characters() + " characters");
                }
                throw e;
            }
            String text = out.text.toString();
            return text.isBlank()
                    ? new Opened.Closed(
                            Opened.Why.NO_TEXT,
                            document.getNumberOfPages() + " pages without a character: scanned, it seems")
                    : new Opened.Pages(text);
        } catch (InvalidPasswordException e) {
            return new Opened.Closed(Opened.Why.DAMAGED, "asks for a password");
        }
    }

    /** Characters by their place on the page; a gap as wide as a character is a border of columns. */
    private static final class ByColumns extends PDFTextStripper {
        private static final String GAP = "   ";

        /** Gap in widths of the character before it; words of one label stand closer than that. */
        private static final float COLUMN = 0.9f;

        private float end = Float.NaN;
        private float width;

        ByColumns() {
            setSortByPosition(true);
            setSuppressDuplicateOverlappingText(true);
            setAddMoreFormatting(false);
            setLineSeparator("\n");
            setParagraphStart("");
            setParagraphEnd("");
            setPageStart("");
            setPageEnd("\f");
            setWordSeparator("");
        }

        @Override
        protected void writeString(String text, List<TextPosition> places) throws IOException {
            if (!places.isEmpty()) {
                float start = places.get(0).getXDirAdj();
                if (!Float.isNaN(end)) {
                    super.writeString(start - end > COLUMN * width ? GAP : " ");
                }
                TextPosition last = places.get(places.size() - 1);
                end = last.getXDirAdj() + last.getWidthDirAdj();
                width = Math.max(last.getFontSizeInPt() / 2, last.getWidthDirAdj());
            }
            super.writeString(text);
        }

        @Override
        protected void writePageStart() throws IOException {
            end = Float.NaN;
            super.writePageStart();
        }

        @Override
        protected void writeLineSeparator() throws IOException {
            end = Float.NaN;
            super.writeLineSeparator();
        }
    }

    /** Stops a file that gives more than a report can hold. */
    private static final class Limited extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int most;
        private boolean full;

        Limited(int most) {
            this.most = most;
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            if (text.length() + length > most || Thread.currentThread().isInterrupted()) {
                full = true;
                throw new IOException("more than " + most + " characters");
            }
            text.append(buffer, offset, length);
        }

        @Override
        public void flush() {
            // everything is in memory
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
