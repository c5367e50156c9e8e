package org.gongkai.jobs.marts;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Measure;
import org.gongkai.report.Digests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a mart set is a function of, as one digest: the state of the lake, the roster, the corrections, regions and
 * definitions, and this build. Where it is that of the newest set, there is nothing to compute.
 */
final class MadeFrom {
    private MadeFrom() {}

    /**
     * The digest.
     *
     * @param build digest of the program, {@link #build}
     * @param snapshots what of the lake is read
     */
    static String digest(String build, String snapshots, MartInputs inputs, Roster roster, Corrections corrections) {
        MessageDigest digest = Digests.start();
        for (Object part : new Object[] {
            build,
            snapshots,
            inputs.regions().all(),
            inputs.measures().regimes(),
            inputs.measures().all().stream().map(MadeFrom::text).toList(),
            roster,
            corrections.entries()
        }) {
            digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return Digests.end(digest);
    }

    /** A measure as text, the same in every process: immutable maps are walked in another order in each. */
    private static String text(Measure measure) {
        return String.join(
                "|",
                measure.code(),
                measure.unit(),
                measure.kind().code(),
                measure.labelZh(),
                measure.labelEn(),
                Boolean.toString(measure.byRequester()),
                new TreeMap<>(measure.formulas()).toString(),
                new TreeMap<>(measure.steps()).toString(),
                measure.reason());
    }

    /** Digest of the jars that hold the program and its reference data; empty where it runs from folders of classes. */
    static Optional<String> build() {
        MessageDigest digest = Digests.start();
        TreeSet<String> jars = new TreeSet<>();
        for (Class<?> one : new Class<?>[] {MadeFrom.class, Catalogue.class}) {
            Optional<Path> jar = jar(one);
            if (jar.isEmpty()) {
                return Optional.empty();
            }
            jars.add(jar.get().toString());
        }
        try {
            for (String jar : jars) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(Path.of(jar)), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(Digests.end(digest));
    }

    private static Optional<Path> jar(Class<?> one) {
        CodeSource source = one.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            URI place = source.getLocation().toURI();
            return "file".equals(place.getScheme())
                    ? Optional.of(Path.of(place)).filter(Files::isRegularFile)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
