package fr.binome;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;

/** Each package knows only what stands above it; the order is the design's. */
class BoundariesTest {
    private static final List<String> ORDER =
            List.of(
                    "text",
                    "board",
                    "referentiel",
                    "apport",
                    "parcours",
                    "sqlite",
                    "journal",
                    "people",
                    "wire",
                    "room",
                    "demonstration",
                    "web");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("fr.binome");

    static List<String> order() {
        return ORDER;
    }

    @ParameterizedTest
    @MethodSource("order")
    void knowsOnlyWhatStandsAbove(String name) {
        List<String> below = new ArrayList<>();
        ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size())
                .forEach(each -> below.add("fr.binome." + each + ".."));
        below.add("fr.binome");
        noClasses()
                .that()
                .resideInAPackage("fr.binome." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below.toArray(String[]::new))
                .because("a reader understands a package from those above it alone")
                .check(CLASSES);
    }

    @Test
    void onlyTheWebKnowsVertx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.binome.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .because("rooms must run in a simulation, without sockets")
                .check(CLASSES);
    }

    @Test
    void theJournalKnowsIdsOnly() {
        noClasses()
                .that()
                .resideInAPackage("fr.binome.journal..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("fr.binome.board.Board")
                .because("it stores opaque bytes with a header")
                .check(CLASSES);
    }

    @Test
    void decisionsDoNotReadTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage("fr.binome.text..", "fr.binome.board..", "fr.binome.parcours..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time is handed in, so that a decision can be replayed")
                .check(CLASSES);
    }
}
