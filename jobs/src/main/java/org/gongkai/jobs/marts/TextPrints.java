package org.gongkai.jobs.marts;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.gongkai.report.Digests;

import java.security.MessageDigest;

/**
 * What tells whether two documents are the same text, blanks apart: a digest of the bytes that are left. Over bytes, because
 * texts are what the lake has most of.
 */
final class TextPrints {
    /** Shorter texts are alike by chance. */
    private static final int SHORTEST = 100;

    private static final UserDefinedFunction PRINT =
            functions.udf((UDF1<byte[], byte[]>) TextPrints::print, DataTypes.BinaryType);

    private TextPrints() {}

    /** Columns {@code sha256} and {@code print} of the documents that were parsed and are long enough. */
    static Dataset<Row> of(Dataset<Row> documents) {
        return documents
                .where(functions
                        .col("outcome")
                        .equalTo("parsed")
                        .and(functions.col("characters").geq(SHORTEST)))
                .select(
                        functions.col("sha256"),
                        PRINT.apply(functions.col("text").cast(DataTypes.BinaryType))
                                .as("print"));
    }

    /** Digest of UTF-8 text without blanks: those of ASCII, U+00A0 and U+3000. */
    static byte[] print(byte[] text) {
        // The engine may go on using the bytes it gave.
        byte[] kept = new byte[text.length];
        int size = 0;
        for (int i = 0; i < text.length; i++) {
            byte next = text[i];
            if (next == ' ' || next >= '\t' && next <= '\r') {
                continue;
            }
            if (next == (byte) 0xC2 && i + 1 < text.length && text[i + 1] == (byte) 0xA0) {
                i++;
            } else if (next == (byte) 0xE3
                    && i + 2 < text.length
                    && text[i + 1] == (byte) 0x80
                    && text[i + 2] == (byte) 0x80) {
                i += 2;
            } else {
                kept[size++] = next;
            }
        }
        MessageDigest digest = Digests.start();
        digest.update(kept, 0, size);
        return digest.digest();
    }
}
