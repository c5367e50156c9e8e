package org.gongkai.jobs.cli;

import org.gongkai.jobs.ingest.InputMissing;
import org.gongkai.jobs.lake.LakeException;
import org.gongkai.jobs.marts.MartsRefused;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.util.Optional;

/**
 * The one main class, on a laptop and under {@code spark-submit}. It names the commands and turns what goes wrong into a
 * sentence and an exit code. No class of Spark is loaded before a command needs one.
 */
@Command(
        name = "gongkai",
        header = "Annual open-government-information reports, turned into tables and yearly trends.",
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            AggregateCommand.class,
            PublishCommand.class,
            SummarizeCommand.class,
            InspectCommand.class,
            TraceCommand.class,
            DiffCommand.class,
            MaintainCommand.class,
            SynthesizeCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        // Under spark-submit the driver's process may go on to other things; only a failure has to end it.
        if (code != ExitCode.DONE || System.getProperty("SPARK_SUBMIT") == null) {
            System.exit(code);
        }
    }

    /** The commands, ready to be executed. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(110);
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed");
    }

    private static int explain(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof MartsRefused refused) {
            err.println("gongkai: " + refused.getMessage());
            err.flush();
            return refused.isGate() ? ExitCode.QUALITY : ExitCode.INPUT;
        }
        if (failure instanceof InputMissing || failure instanceof LakeException) {
            err.println("gongkai: " + failure.getMessage());
            err.flush();
            return ExitCode.INPUT;
        }
        Optional<String> trouble = Trouble.of(failure);
        if (trouble.isPresent()) {
            err.println("gongkai: " + trouble.get());
            err.flush();
            return ExitCode.INPUT;
        }
        err.println("gongkai: this is a defect in gongkai, please report it with the lines below");
        failure.printStackTrace(err);
        err.flush();
        return ExitCode.DEFECT;
    }
}
