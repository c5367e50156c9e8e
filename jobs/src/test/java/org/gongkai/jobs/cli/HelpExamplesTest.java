package org.gongkai.jobs.cli;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Every example of a help page is a call that the command takes; {@code tests/cli/examples.sh} runs them. */
class HelpExamplesTest {
    @TestFactory
    Stream<DynamicTest> everyExampleIsACallThatTheCommandTakes() {
        List<DynamicTest> tests = new ArrayList<>();
        Main.commandLine().getSubcommands().forEach((name, command) -> {
            String[] footer = command.getCommandSpec().usageMessage().footer();
            if (!name.equals("help") && !name.equals("generate-completion")) {
                tests.add(DynamicTest.dynamicTest(
                        name + " has examples", () -> assertThat(footer).isNotEmpty()));
            }
            for (String line : footer) {
                String example = line.strip();
                if (example.startsWith("gongkai ")) {
                    tests.add(DynamicTest.dynamicTest(
                            example,
                            () -> assertThatCode(() -> new CommandLine(new Main())
                                            .setCaseInsensitiveEnumValuesAllowed(true)
                                            .parseArgs(words(example)))
                                    .doesNotThrowAnyException()));
                }
            }
        });
        assertThat(tests).hasSizeGreaterThan(15);
        return tests.stream();
    }

    /** The words of a call without the program's name and what the shell keeps for itself. */
    private static String[] words(String example) {
        String call = example.replaceAll(" (>|# ).*$", "")
                .replaceAll(" --master '[^']*'| -- .*$", "")
                .replace("'", "");
        return Arrays.stream(call.split("\\s+")).skip(1).toArray(String[]::new);
    }
}
