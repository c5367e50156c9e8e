package org.gongkai.jobs.lake;

import org.apache.hadoop.fs.Path;

import java.net.URI;
import java.nio.file.Paths;
import java.util.Optional;

/**
 * The folder that holds everything: {@code lake}, {@code marts} and {@code release}. Any address of a Hadoop file
 * system; an address without a scheme is a local folder.
 *
 * @param address absolute, with its scheme, without a slash at the end: {@code file:/data/gongkai-home}
 */
public record Home(String address) {
    /** The home at an address as a user gives it. */
    public static Home of(String given) {
        if (given.isBlank()) {
            throw new IllegalArgumentException("the home folder needs a name");
        }
        URI uri = new Path(given).toUri();
        if (uri.getScheme() == null || uri.getScheme().equals("file")) {
            java.nio.file.Path local = Paths.get(uri.getPath()).toAbsolutePath().normalize();
            return new Home("file://" + local);
        }
        return new Home(new Path(given).toString());
    }

    /** The folder on this machine, empty for a home elsewhere. */
    public Optional<java.nio.file.Path> local() {
        return address.startsWith("file://") ? Optional.of(Paths.get(address.substring(7))) : Optional.empty();
    }

    /** The address of something inside, such as {@code lake/warehouse}. */
    public String inside(String relative) {
        return address + "/" + relative;
    }

    /** As a user reads it; see {@link #shown(String)}. */
    public String shown() {
        return shown(address);
    }

    /**
     * An address as a user reads it: what lies below the working folder relative to it, any other local path without its
     * scheme, any other address as it is.
     */
    public static String shown(String address) {
        Path path = new Path(address);
        if (!"file".equals(path.toUri().getScheme())) {
            return address;
        }
        java.nio.file.Path here = Paths.get("").toAbsolutePath();
        java.nio.file.Path file = Paths.get(path.toUri().getPath());
        return (file.startsWith(here) && !file.equals(here) ? here.relativize(file) : file).toString();
    }
}
