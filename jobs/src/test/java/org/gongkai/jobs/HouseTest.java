package org.gongkai.jobs;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The house rules of the jobs, each with its reason. */
@AnalyzeClasses(packages = "org.gongkai.jobs", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("org.gongkai.jobs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule inspect_starts_without_spark = noClasses()
            .that()
            .resideInAnyPackage("org.gongkai.jobs.inspect..", "org.gongkai.jobs.words..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.iceberg..", "org.apache.hadoop..")
            .because("one report is answered in about a second, and a session alone takes longer");

    @ArchTest
    static final ArchRule commands_hold_no_spark = fields().that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Command")
            .should()
            .notHaveRawType("org.apache.spark.sql.SparkSession")
            .because("help and inspect look at every command, on a class path without Spark");

    @ArchTest
    static final ArchRule the_lake_knows_no_job = noClasses()
            .that()
            .resideInAPackage("org.gongkai.jobs.lake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.gongkai.jobs.ingest..",
                    "org.gongkai.jobs.marts..",
                    "org.gongkai.jobs.release..",
                    "org.gongkai.jobs.cli..")
            .because("tables outlive the jobs that fill them");

    @ArchTest
    static final ArchRule only_commands_end_the_process = noClasses()
            .that()
            .resideOutsideOfPackage("org.gongkai.jobs.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("an exit code is the command's to choose");
}
