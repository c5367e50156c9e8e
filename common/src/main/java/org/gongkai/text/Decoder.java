package org.gongkai.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bytes to characters, without being told the charset. Thread-safe; no state.
 *
 * <p>In this order: a byte order mark, the first bytes of other formats, UTF-16 without a mark, strict UTF-8, strict
 * GB18030 (which holds GBK and GB2312); what none of them can read goes to ICU's detector, and what is mostly control
 * characters is no text. Bytes that are no text give {@link Decoded.Binary}, never an exception.
 */
public final class Decoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 64 * 1024;
    private static final double PLAUSIBLE = 0.9;
    private static final double CONTROLS = 0.01;
    private static final List<Magic> MAGIC = List.of(
            new Magic("pdf", "%PDF-"),
            new Magic("zip", "PK\u0003\u0004"),
            new Magic("zip", "PK\u0005\u0006"),
            new Magic("ole2", "\u00d0\u00cf\u0011\u00e0"),
            new Magic("png", "\u0089PNG"),
            new Magic("jpeg", "\u00ff\u00d8\u00ff"),
            new Magic("gif", "GIF8"),
            new Magic("gzip", "\u001f\u008b"),
            new Magic("rar", "Rar!\u001a"),
            new Magic("7z", "7z\u00bc\u00af"),
            new Magic("rtf", "{\\rtf"));

    private record Magic(String format, String first) {
        boolean opens(byte[] bytes) {
            if (bytes.length < first.length()) {
                return false;
            }
            for (int i = 0; i < first.length(); i++) {
                if ((bytes[i] & 0xff) != first.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private Decoder() {}

    /** The text of the bytes; empty text for no bytes. */
    public static Decoded decode(byte[] bytes) {
        Optional<Decoded> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        for (Magic magic : MAGIC) {
            if (magic.opens(bytes)) {
                return new Decoded.Binary(magic.format(), "not a text: its first bytes are those of " + magic.format());
            }
        }
        // Java's own reading of UTF-8 is several times as fast; what it cannot read it replaces.
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        boolean readable = utf8.indexOf('\ufffd') < 0;
        boolean zeros = holdsZero(bytes, sampled(bytes));
        Optional<Decoded> wide = readable && !zeros ? Optional.empty() : wide(bytes, zeros);
        if (wide.isPresent()) {
            return wide.get();
        }
        if (readable) {
            return text(utf8, StandardCharsets.UTF_8, 0);
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            Optional<String> text = strict(bytes, charset);
            if (text.isPresent() && (charset == StandardCharsets.UTF_8 || plausible(text.get()) >= PLAUSIBLE)) {
                return text(text.get(), charset, 0);
            }
        }
        return detected(bytes);
    }

    private static Optional<Decoded> marked(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(lenient(bytes, 3, StandardCharsets.UTF_8));
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return Optional.of(lenient(bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return Optional.of(lenient(bytes, 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: zero bytes, or pairs that are Chinese in one order and nonsense in the other. */
    private static Optional<Decoded> wide(byte[] bytes, boolean zeros) {
        int length = sampled(bytes);
        if (length < 4) {
            return Optional.empty();
        }
        String little = new String(bytes, 0, length, StandardCharsets.UTF_16LE);
        String big = new String(bytes, 0, length, StandardCharsets.UTF_16BE);
        double littleScore = plausible(little);
        double bigScore = plausible(big);
        // Pairs of ASCII letters look like rare characters: without a zero byte only a text that is no UTF-8 counts.
        if (!zeros && strict(bytes, StandardCharsets.UTF_8).isPresent()) {
            return Optional.empty();
        }
        if (Math.max(littleScore, bigScore) < 0.95 || Math.abs(littleScore - bigScore) < 0.2) {
            return Optional.empty();
        }
        return Optional.of(
                lenient(bytes, 0, littleScore > bigScore ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE));
    }

    /** Bytes that are looked at, whole pairs. */
    private static int sampled(byte[] bytes) {
        return Math.min(bytes.length, SAMPLE) & ~1;
    }

    private static boolean holdsZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static Decoded detected(byte[] bytes) {
        List<Charset> candidates = new ArrayList<>();
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? java.util.Arrays.copyOf(bytes, SAMPLE) : bytes);
        for (CharsetMatch match : detector.detectAll()) {
            if (match.getConfidence() >= 10 && Charset.isSupported(match.getName())) {
                candidates.add(Charset.forName(match.getName()));
            }
        }
        candidates.add(StandardCharsets.UTF_8);
        candidates.add(GB18030);
        Decoded.Text best = null;
        double bestScore = -1;
        for (Charset charset : candidates) {
            Decoded.Text text = replacing(bytes, 0, charset);
            double score = plausible(text.text());
            if (score > bestScore) {
                best = text;
                bestScore = score;
            }
        }
        if (best == null || bestScore < 0.7) {
            return new Decoded.Binary("binary", "not a text: no charset gives readable characters");
        }
        return text(best.text(), best.charset(), best.replaced());
    }

    private static Decoded lenient(byte[] bytes, int from, Charset charset) {
        Decoded.Text text = replacing(bytes, from, charset);
        return text(text.text(), text.charset(), text.replaced());
    }

    private static Decoded.Text replacing(byte[] bytes, int from, Charset charset) {
        String text = new String(bytes, from, bytes.length - from, charset);
        int replaced = (int) text.chars().filter(c -> c == '\ufffd').count();
        return new Decoded.Text(text, charset, replaced);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoded text(String text, Charset charset, int replaced) {
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == '\u007f') {
                controls++;
            }
        }
        if (controls > text.length() * CONTROLS && controls > 1) {
            return new Decoded.Binary("binary", "not a text: " + controls + " control characters");
        }
        return new Decoded.Text(text, charset, replaced);
    }

    /** Share of characters that a Chinese report is made of. */
    private static double plausible(String text) {
        int length = Math.min(text.length(), SAMPLE);
        if (length == 0) {
            return 1;
        }
        int good = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean ascii = c >= ' ' && c < 127 || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            boolean chinese =
                    c >= '\u4e00' && c <= '\u9fa5' || c >= '\u3000' && c <= '\u303f' || c >= '\uff00' && c <= '\uff5e';
            boolean sign = c >= '\u2010' && c <= '\u2027'
                    || c >= '\u2460' && c <= '\u24ff'
                    || c == '\u00b7'
                    || c == '\u00a0'
                    || c == '\u25a1';
            if (ascii || chinese || sign) {
                good++;
            }
        }
        return (double) good / length;
    }
}
