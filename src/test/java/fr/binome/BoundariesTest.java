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
                    "mongodb",
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
    void onlyWhatIsForMongoDBKnowsItsDriver() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "fr.binome.mongodb..",
                        "fr.binome.journal.mongo..",
                        "fr.binome.people.mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..")
                .because("a store is chosen in one place, and can go without the rest")
                .check(CLASSES);
    }

    /** The packages of each store. */
    static List<List<String>> stores() {
        return List.of(
                List.of("journal.memory", "people.memory"),
                List.of("sqlite", "journal.sqlite", "people.sqlite"),
                List.of("mongodb", "journal.mongo", "people.mongo"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void noStoreKnowsAnother(List<String> store) {
        List<String> others = new ArrayList<>();
        stores().stream()
                .filter(other -> !other.equals(store))
                .forEach(other -> others.addAll(packages(other)));
        noClasses()
                .that()
                .resideInAnyPackage(packages(store).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.toArray(String[]::new))
                .because("what one store promises must not rest on another")
                .check(CLASSES);
    }

    private static List<String> packages(List<String> store) {
        return store.stream().map(name -> "fr.binome." + name + "..").toList();
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
