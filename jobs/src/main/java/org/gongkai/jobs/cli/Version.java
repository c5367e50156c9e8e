package org.gongkai.jobs.cli;

import org.gongkai.report.ReportReader;
import picocli.CommandLine;

import java.util.Optional;

/** What {@code --version} prints. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(built from source)");
        return new String[] {"gongkai " + version + ", reader " + ReportReader.VERSION};
    }
}
