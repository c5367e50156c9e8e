package org.gongkai.office;

import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.sax.ToXMLContentHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.InputStream;

/** Word files as XHTML, by Tika. Headers, footers, comments and deleted text stay away; embedded files stay closed. */
final class WordMarkup {
    private WordMarkup() {}

    static Opened read(OfficeFiles.Kind kind, byte[] bytes, OfficeLimits limits)
            throws IOException, SAXException, TikaException {
        Parser parser = switch (kind) {
            case DOCX -> new OOXMLParser();
            case RTF -> new RTFParser();
            default -> new OfficeParser();
        };
        ContentHandler xhtml = new ToXMLContentHandler();
        Limited out = new Limited(xhtml, limits.characters());
        try (TikaInputStream in = TikaInputStream.get(bytes)) {
            parser.parse(in, out, new Metadata(), context());
        } catch (EncryptedDocumentException e) {
            return new Opened.Closed(Opened.Why.DAMAGED, "asks for a password");
        } catch (SAXException | TikaException | IOException | RuntimeException e) {
            if (out.full) {
                return new Opened.Closed(
                        Opened.Why.TOO_LARGE, "gives more than " + limits.characters() + " characters");
            }
            throw e;
        }
        return out.written
                ? new Opened.Markup(xhtml.toString())
                : new Opened.Closed(Opened.Why.NO_TEXT, "opens and holds no character");
    }

    private static ParseContext context() {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setIncludeHeadersAndFooters(false);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        config.setIncludeShapeBasedContent(true);
        config.setExtractMacros(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    /** Leaves embedded files alone. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // a picture or a sheet inside the report is not the report
        }
    }

    /** Stops a file that gives more than a report can hold. */
    private static final class Limited extends ContentHandlerDecorator {
        private static final int MARKUP = 16;

        private final int most;
        private long count;
        private boolean full;
        private boolean written;
        private boolean body;

        Limited(ContentHandler next, int most) {
            super(next);
            this.most = most;
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            body |= local.equals("body");
            add(MARKUP);
            super.startElement(uri, local, name, attributes);
        }

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            for (int i = start; body && !written && i < start + length; i++) {
                written = !Character.isWhitespace(text[i]);
            }
            add(length);
            super.characters(text, start, length);
        }

        private void add(int length) throws SAXException {
            count += length;
            if (count > most || Thread.currentThread().isInterrupted()) {
                full = true;
                throw new SAXException("more than " + most + " characters");
            }
        }
    }
}
