package org.gongkai.jobs.synth;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One Parquet file of documents, with the columns that an ingest takes; all are texts. Not thread-safe. */
final class ParquetShard implements Closeable {
    private static final List<String> COLUMNS = List.of("source", "title", "publisher", "published_on", "text", "html");
    private static final long ROW_GROUP = 8L << 20;

    private final SimpleGroupFactory rows;
    private final ParquetWriter<Group> writer;

    /** Begins a file, which must not be there. */
    ParquetShard(Path file) throws IOException {
        Types.MessageTypeBuilder message = Types.buildMessage();
        COLUMNS.forEach(c -> message.addField(Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(c)));
        MessageType type = message.named("documents");
        this.rows = new SimpleGroupFactory(type);
        this.writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new Configuration(false))
                .withType(type)
                .withRowGroupSize(ROW_GROUP)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build();
    }

    /** Writes a document; what it does not have is missing. */
    void write(Map<String, Object> document) throws IOException {
        Group row = rows.newGroup();
        for (String column : COLUMNS) {
            if (document.containsKey(column)) {
                row.append(column, (String) document.get(column));
            }
        }
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
