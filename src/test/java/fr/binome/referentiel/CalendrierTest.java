package fr.binome.referentiel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

class CalendrierTest {
    private static Referentiels referentiels;
    private static Calendrier calendrier;

    @BeforeAll
    static void load() throws Exception {
        referentiels = Referentiels.load();
        calendrier = referentiels.calendriers().getFirst();
    }

    @Test
    @DisplayName("C-1 week 1 is the week in which students come back")
    void countsFromTheReturn() {
        assertThat(calendrier.semaines()).hasSize(44);
        assertThat(number("2026-08-31")).isEqualTo(1);
        assertThat(number("2026-09-06")).isEqualTo(1);
        assertThat(number("2026-09-07")).isEqualTo(2);
        assertThat(number("2027-07-02")).isEqualTo(44);
        assertThat(calendrier.week(LocalDate.parse("2026-08-30"))).isNull();
        assertThat(calendrier.week(LocalDate.parse("2027-07-05"))).isNull();
    }

    private static int number(String day) {
        Calendrier.Semaine week = calendrier.week(LocalDate.parse(day));
        return week == null ? 0 : week.number();
    }

    @ParameterizedTest
    @CsvSource({
        "A,2027-02-12,false", "A,2027-02-13,true", "A,2027-02-28,true", "A,2027-03-01,false",
        "B,2027-02-19,false", "B,2027-02-20,true", "B,2027-03-07,true", "B,2027-03-08,false",
        "C,2027-02-05,false", "C,2027-02-06,true", "C,2027-02-21,true", "C,2027-02-22,false",
    })
    @DisplayName(
            "C-2 holidays last from the Saturday to the eve of the day lessons resume, by zone")
    void knowsTheZones(String zone, String day, boolean off) {
        assertThat(calendrier.holiday(LocalDate.parse(day), zone) != null).isEqualTo(off);
    }

    @ParameterizedTest
    @CsvSource({"A", "B", "C"})
    @DisplayName("C-2 each zone has 36 weeks of lessons")
    void teaches36Weeks(String zone) {
        assertThat(calendrier.semaines().stream().filter(week -> week.teaches(zone))).hasSize(36);
    }

    @Test
    @DisplayName("C-3 Alsace and Moselle have Good Friday and 26 December besides")
    void knowsAlsaceMoselle() {
        assertThat(calendrier.feries(true).stream().map(Calendrier.Ferie::date))
                .contains(LocalDate.parse("2027-03-26"), LocalDate.parse("2026-12-26"));
        assertThat(calendrier.feries(false)).hasSize(calendrier.feries(true).size() - 2);
    }

    @Test
    @DisplayName("the rulesets are 6 + 8 + 8 and 6 + 8 + 6 weeks; an unknown one is the default")
    void loadsRulesets() {
        Ruleset seed = referentiels.ruleset("seed-2019");
        Ruleset reforme = referentiels.ruleset("reforme-2024");
        Ruleset.Year before = seed.year("terminale");
        Ruleset.Year now = reforme.year("terminale");

        assertThat(seed.totalWeeks()).isEqualTo(22);
        assertThat(reforme.totalWeeks()).isEqualTo(20);
        assertThat(before).isNotNull();
        assertThat(now).isNotNull();
        assertThat(before == null || now == null ? 0 : before.weeks() - now.weeks()).isEqualTo(2);
        assertThat(now == null ? 0 : now.finDAnnee()).isEqualTo(4);
        assertThat(referentiels.ruleset("none")).isSameAs(seed);
        assertThat(referentiels.ruleset(null)).isSameAs(seed);
    }

    @Test
    @DisplayName("all 91 rules are there, with the values that they compare with")
    void loadsRules() {
        assertThat(referentiels.regles()).hasSize(91);
        assertThat(referentiels.parametres().minBlocs()).isEqualTo(2);
        assertThat(referentiels.parametres().orientationChoice(2026)).isEqualTo("2027-05-31");
        assertThat(referentiels.parametres().coInterventionDisciplines())
                .containsExactlyInAnyOrder("francais", "mathematiques");
        assertThat(referentiels.referentiels().getFirst().volumes().get("seconde"))
                .isEqualTo(new VolumeAnnuel(30, 330, 30, 30, 30, 60, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calendrier-2026-2027.json|\"monday\": \"2026-09-07\"|\"monday\": \"2026-09-08\"|week 2 starts on 2026-09-07|-2",
                "calendrier-2026-2027.json|\"A\": \"toussaint\"|\"A\": \"cours\"|zone A is not what its holidays say|-6",
                "calendrier-2026-2027.json|\"date\": \"2026-09-01\"|\"date\": \"2026-09-11\"|week 1 is not the week|-",
                "calendrier-2026-2027.json|\"resume\": \"2027-01-04\"|\"resume\": \"2027-13-04\"|resume is no day|0",
                "calendrier-2026-2027.json|\"scope\": \"alsace-moselle\"|\"scope\": \"alsace\"|scope is none of|0",
                "pfmp.json|\"totalWeeks\": 20|\"totalWeeks\": 21|do not add up|0",
                "pfmp.json|\"weeksEach\": 4|\"weeksEach\": 0|weeksEach is missing or no whole number|0",
                "pfmp.json|\"orientationChoiceDate\": \"05-31\"|\"orientationChoiceDate\": \"05-32\"|is no month and day|0",
                "regles.json|\"id\": \"HOR-TITRE-BLOC\"|\"id\": \"HOR-MULTIBLOC\"|stands on line|0",
                "regles.json|\"minBlocs\": 2|\"blocs\": 2|minBlocs is missing|-1",
                "regles.json|\"id\": \"CDO-PROJET\"|\"id\": \"CDO-PROJETS\"|the rule CDO-PROJET is missing|-",
                "regles.json|\"seconde\": \"courante\"|\"seconde\": \"facile\"|seconde is none of|0",
                "disciplines.json|\"kind\": \"general\"|\"kind\": \"autre\"|kind is none of|0",
                "ma.json|\"hoursPerYear\": 330|\"hoursPerYear\": \"330\"|hoursPerYear is missing or no whole|0",
            })
    @DisplayName("C-4 a broken file of rules or days names its line and fault")
    void namesTheLine(String file, String sound, String broken, String fault, String shift)
            throws Exception {
        String text = read(file);
        int at = text.indexOf(sound);
        assertThat(at).as(sound).isPositive();
        String spoilt = text.substring(0, at) + broken + text.substring(at + sound.length());
        long line = spoilt.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        String place =
                file + ":" + (shift.equals("-") ? "" : line + Integer.parseInt(shift) + ": ");

        assertThatExceptionOfType(DataFaults.class)
                .isThrownBy(
                        () ->
                                Referentiels.load(
                                        name ->
                                                (name.equals(file) ? spoilt : read(name))
                                                        .getBytes(StandardCharsets.UTF_8)))
                .satisfies(
                        faults ->
                                assertThat(faults.faults().stream().map(DataFault::toString))
                                        .anyMatch(
                                                told ->
                                                        told.startsWith(place)
                                                                && told.contains(fault)));
    }

    private static String read(String name) throws IOException {
        try (InputStream file = CalendrierTest.class.getResourceAsStream("/referentiels/" + name)) {
            assertThat(file).isNotNull();
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
