package org.gongkai.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the name of a file says that it holds. */
public enum FileKind {
    TEXT("text/plain"),
    HTML("text/html"),
    PDF("application/pdf"),
    /** Word of 97 to 2003; in truth often a saved page, which its bytes tell. */
    DOC("application/msword"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** One record, an array of records, or records one after the other. */
    JSON("application/json"),
    /** One record a line. */
    JSON_LINES("application/x-ndjson"),
    /** Rows with the columns of a record; read by the jobs, not here. */
    PARQUET("application/vnd.apache.parquet"),
    ZIP("application/zip"),
    TAR("application/x-tar"),
    /** One compressed file, or a tar archive in it. */
    GZIP("application/gzip");

    private static final Map<String, FileKind> BY_SUFFIX = Map.ofEntries(
            Map.entry("txt", TEXT),
            Map.entry("text", TEXT),
            Map.entry("htm", HTML),
            Map.entry("html", HTML),
            Map.entry("xhtml", HTML),
            Map.entry("shtml", HTML),
            Map.entry("pdf", PDF),
            Map.entry("doc", DOC),
            Map.entry("rtf", DOC),
            // WPS Office saves the binary format of Word under its own name.
            Map.entry("wps", DOC),
            Map.entry("docx", DOCX),
            Map.entry("json", JSON),
            Map.entry("jsonl", JSON_LINES),
            Map.entry("ndjson", JSON_LINES),
            Map.entry("parquet", PARQUET),
            Map.entry("zip", ZIP),
            Map.entry("tar", TAR),
            Map.entry("tgz", GZIP),
            Map.entry("gz", GZIP));

    /** What a saved page or an archiver leaves beside documents. */
    private static final Set<String> BESIDE = Set.of(
            "png", "jpg", "jpeg", "gif", "bmp", "webp", "svg", "ico", "tif", "tiff", "css", "js", "map", "woff",
            "woff2", "ttf", "otf", "eot", "swf", "mp3", "mp4", "avi", "mov", "wmv", "exe", "dll", "lnk", "url", "db");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type, as {@code documents.media_type} carries it. */
    public String mediaType() {
        return mediaType;
    }

    /** The kind that the suffix names, empty for a name that none of ours has: such files in a folder are no input. */
    public static Optional<FileKind> of(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(BY_SUFFIX.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /**
     * Whether a member of an archive is no document by its name alone: pictures, styles, scripts, and names that file
     * systems and archivers keep for themselves ({@code .DS_Store}, {@code __MACOSX/…}). Everything else is looked at.
     */
    public static boolean isBesideDocuments(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return name.isEmpty()
                || name.startsWith(".")
                || path.startsWith("__MACOSX/")
                || dot >= 0 && BESIDE.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether a file of this kind is one document, to be read as a whole. */
    public boolean isDocument() {
        return this == TEXT || this == HTML || this == PDF || this == DOC || this == DOCX;
    }
}
