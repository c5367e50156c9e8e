package org.gongkai.jobs.cli;

import org.gongkai.intake.IntakeLimits;
import org.gongkai.report.TextLimits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How much one input may cost, as options; what is beyond costs its own document. Their reasons stand at the limits. */
public final class LimitOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--max-document",
            paramLabel = "MIB",
            defaultValue = "32",
            description = "Largest document in MiB. Default: ${DEFAULT-VALUE}.")
    private int documentMebibytes;

    @Option(
            names = "--max-characters",
            paramLabel = "N",
            defaultValue = "4000000",
            description = "Longest text of a document, with its markup. Default: ${DEFAULT-VALUE}.")
    private int characters;

    @Option(
            names = "--max-lines",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Most lines of a document. Default: ${DEFAULT-VALUE}.")
    private int lines;

    @Option(
            names = "--max-expansion",
            paramLabel = "N",
            defaultValue = "200",
            description = "Bytes out of a packed byte before an archive counts as a bomb. Default: ${DEFAULT-VALUE}.")
    private int expansion;

    @Option(
            names = "--max-nesting",
            paramLabel = "N",
            defaultValue = "3",
            description = "Archives inside archives. Default: ${DEFAULT-VALUE}.")
    private int nesting;

    /** The limits; what has no option is as usual. */
    IntakeLimits limits() {
        IntakeLimits usual = IntakeLimits.DEFAULT;
        if (documentMebibytes < 1 || documentMebibytes > 1024) {
            throw new ParameterException(spec.commandLine(), "--max-document is between 1 and 1024 MiB");
        }
        try {
            return new IntakeLimits(
                    documentMebibytes << 20,
                    expansion,
                    usual.expansionFree(),
                    nesting,
                    usual.jsonDepth(),
                    new TextLimits(characters, lines));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
