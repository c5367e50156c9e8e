package org.gongkai.jobs.lake;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files in the folder of a table that no snapshot names: what tasks wrote for a job that died. Listed on the driver,
 * since files of a lake are counted in thousands and a Spark job for each table costs more. A file counts as named by
 * its path alone, whatever the spelling of the address: in doubt a file stays.
 */
final class Orphans {
    private Orphans() {}

    /**
     * The orphans of a table.
     *
     * @param before what was written since then may belong to a job that is running and is none
     * @return their addresses, in order
     */
    static List<String> of(Table table, Configuration hadoop, Instant before) throws IOException {
        Set<String> named = named(table);
        List<String> orphans = new ArrayList<>();
        Path root = new Path(table.location());
        list(root.getFileSystem(hadoop), root, named, before.toEpochMilli(), orphans);
        orphans.sort(null);
        return orphans;
    }

    private static void list(FileSystem fs, Path folder, Set<String> named, long before, List<String> orphans)
            throws IOException {
        FileStatus[] children;
        try {
            children = fs.listStatus(folder);
        } catch (FileNotFoundException e) {
            return; // a table without a row has no folder for data
        }
        for (FileStatus child : children) {
            if (child.isDirectory()) {
                list(fs, child.getPath(), named, before, orphans);
            } else if (child.getModificationTime() <= before && !named.contains(path(child.getPath()))) {
                orphans.add(child.getPath().toString());
            }
        }
    }

    private static Set<String> named(Table table) throws IOException {
        Set<String> named = new HashSet<>();
        ReachableFileUtil.metadataFileLocations(table, false).forEach(f -> named.add(path(f)));
        named.add(path(ReachableFileUtil.versionHintLocation(table)));
        ReachableFileUtil.manifestListLocations(table).forEach(f -> named.add(path(f)));
        ReachableFileUtil.statisticsFilesLocations(table).forEach(f -> named.add(path(f)));
        for (Snapshot snapshot : table.snapshots()) {
            for (ManifestFile manifest : snapshot.allManifests(table.io())) {
                if (named.add(path(manifest.path()))) {
                    content(table, manifest, named);
                }
            }
        }
        return named;
    }

    private static void content(Table table, ManifestFile manifest, Set<String> named) throws IOException {
        if (manifest.content() == ManifestContent.DATA) {
            try (CloseableIterable<String> files = ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
                files.forEach(f -> named.add(path(f)));
            }
        } else {
            try (ManifestReader<DeleteFile> files =
                    ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
                files.forEach(f -> named.add(path(f.location())));
            }
        }
    }

    private static String path(String address) {
        return path(new Path(address));
    }

    private static String path(Path address) {
        return address.toUri().getPath();
    }
}
