package org.gongkai;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The house rules of the reader, each with its reason. */
@AnalyzeClasses(packages = "org.gongkai", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule rooms_know_only_what_lies_below = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("value")
            .definedBy("org.gongkai.value..")
            .layer("finding")
            .definedBy("org.gongkai.finding..")
            .layer("reference")
            .definedBy("org.gongkai.reference..")
            .layer("text")
            .definedBy("org.gongkai.text..")
            .layer("catalogue")
            .definedBy("org.gongkai.catalogue..")
            .layer("measure")
            .definedBy("org.gongkai.measure..")
            .layer("table")
            .definedBy("org.gongkai.table..")
            .layer("prose")
            .definedBy("org.gongkai.prose..")
            .layer("place")
            .definedBy("org.gongkai.place..")
            .layer("office")
            .definedBy("org.gongkai.office..")
            .layer("quality")
            .definedBy("org.gongkai.quality..")
            .layer("report")
            .definedBy("org.gongkai.report..")
            .whereLayer("measure")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("table")
            .mayOnlyBeAccessedByLayers("report")
            .whereLayer("prose")
            .mayOnlyBeAccessedByLayers("report", "quality")
            .whereLayer("place")
            .mayOnlyBeAccessedByLayers("report")
            .whereLayer("office")
            .mayOnlyBeAccessedByLayers("report")
            .whereLayer("quality")
            .mayOnlyBeAccessedByLayers("report")
            .layer("intake")
            .definedBy("org.gongkai.intake..")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("intake")
            .whereLayer("intake")
            .mayNotBeAccessedByAnyLayer()
            .because(
                    "a document goes from bytes to a report in one direction, and a room can be read without those above it");

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("org.gongkai.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_reader_knows_no_engine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.iceberg..", "org.apache.hadoop..", "scala..")
            .because("the reader runs in any program, in a second, on a laptop");

    @ArchTest
    static final ArchRule the_reader_prints_nothing = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is worth saying is a value that somebody gets: a finding, a rejection, an unmapped line");

    @ArchTest
    static final ArchRule reference_files_have_one_door = noClasses()
            .that()
            .resideOutsideOfPackage("org.gongkai.reference..")
            .should()
            .callMethod(Class.class, "getResourceAsStream", String.class)
            .because("what a room knows of the forms is data, and data are opened in one place");
}
