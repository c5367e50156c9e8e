package org.gongkai.jobs.ingest;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;

/**
 * Time stamps of a Parquet file as the wall clock shows them in China, where reports are published: a day is asked for, and
 * midnight there is the day before in UTC. No state.
 */
final class ParquetTimes {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private ParquetTimes() {}

    /** A time stamp of 64 bits, such as {@code 2019-01-04T00:00}: an instant, or a wall clock time as it stands. */
    static String of(long count, TimestampLogicalTypeAnnotation type) {
        ChronoUnit unit = switch (type.getUnit()) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
        Instant instant = Instant.EPOCH.plus(count, unit);
        return LocalDateTime.ofInstant(instant, type.isAdjustedToUTC() ? CHINA : ZoneOffset.UTC)
                .toString();
    }

    /** An instant as Spark and Hive write it unless told otherwise: nanoseconds of the day and the Julian day, 12 bytes. */
    static String of(Binary int96) {
        ByteBuffer bytes = int96.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        LocalDateTime utc = LocalDate.EPOCH
                .with(JulianFields.JULIAN_DAY, bytes.getInt())
                .atStartOfDay()
                .plusNanos(nanos);
        return LocalDateTime.ofInstant(utc.toInstant(ZoneOffset.UTC), CHINA).toString();
    }
}
