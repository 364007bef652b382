package fr.binome.parcours.constat;

import static fr.binome.parcours.Plan.text;
import static fr.binome.parcours.Plan.weeks;
import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.board.Value;
import fr.binome.parcours.Classe;
import fr.binome.parcours.EquipeFields;
import fr.binome.parcours.PfmpFields;
import fr.binome.parcours.Plan;
import fr.binome.parcours.SituationFields;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class PfmpRulesTest {
    private static final List<String> STARTS = List.of("2026-11-09", "2027-01-11", "2027-05-10");

    private static Plan plan(String year, String ruleset, String weeks) {
        return fill(Plan.of(year, "ma"), ruleset, weeks);
    }

    private static Plan fill(Plan plan, String ruleset, String weeks) {
        plan.set(plan.root(), Classe.RULESET, word(ruleset));
        int place = 0;
        for (String count : weeks.split("\\+", -1)) {
            plan.pfmp(STARTS.get(place++), Integer.parseInt(count));
        }
        return plan;
    }

    private static List<String> rules(Plan plan) {
        List<String> rules = new ArrayList<>();
        for (String year : List.of("SEC", "PRE", "TER")) {
            for (String what : List.of("WEEKS", "SPLIT")) {
                plan.findings("PFMP-" + year + "-" + what).stream()
                        .map(finding -> finding.rule() + " " + finding.level())
                        .forEach(rules::add);
            }
        }
        return rules;
    }

    /** An empty column comes as null: nothing is found. */
    private static void assertSplit(
            String year, String ruleset, String weeks, @Nullable String expected) {
        assertThat(String.join("+", rules(plan(year, ruleset, weeks))))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({
        "seed-2019,3+3,",
        "seed-2019,2+2+2,",
        "reforme-2024,3+3,",
        "seed-2019,4+2,PFMP-SEC-SPLIT ERROR",
        "seed-2019,5,PFMP-SEC-WEEKS ERROR+PFMP-SEC-SPLIT ERROR",
        "seed-2019,3,PFMP-SEC-WEEKS ERROR",
        "seed-2019,2+2,PFMP-SEC-WEEKS ERROR",
        "seed-2019,3+2,PFMP-SEC-WEEKS ERROR+PFMP-SEC-SPLIT ERROR",
        "seed-2019,3+4,PFMP-SEC-WEEKS ERROR+PFMP-SEC-SPLIT ERROR",
    })
    @DisplayName("PFMP-SEC-WEEKS PFMP-SEC-SPLIT six weeks, 2 × 3 or 3 × 2 (D-61, D-63)")
    void splitsSeconde(String ruleset, String weeks, String expected) {
        assertSplit("seconde", ruleset, weeks, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "seed-2019,4+4,",
        "reforme-2024,4+4,",
        "seed-2019,5+3,PFMP-PRE-SPLIT WARN",
        "seed-2019,4,PFMP-PRE-WEEKS ERROR",
        "seed-2019,4+3,PFMP-PRE-WEEKS ERROR+PFMP-PRE-SPLIT WARN",
    })
    @DisplayName("PFMP-PRE-WEEKS PFMP-PRE-SPLIT eight weeks, 2 × 4 (D-125)")
    void splitsPremiere(String ruleset, String weeks, String expected) {
        assertSplit("premiere", ruleset, weeks, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "seed-2019,4+4,", "seed-2019,3+3,PFMP-TER-WEEKS ERROR+PFMP-TER-SPLIT WARN",
        "reforme-2024,3+3,", "reforme-2024,4+4,PFMP-TER-WEEKS ERROR+PFMP-TER-SPLIT WARN",
        "reforme-2024,4+2,PFMP-TER-SPLIT WARN",
    })
    @DisplayName("PFMP-TER-WEEKS PFMP-TER-SPLIT 8, 2 × 4; under the reform 6, 2 × 3 (D-127)")
    void splitsTerminale(String ruleset, String weeks, String expected) {
        assertSplit("terminale", ruleset, weeks, expected);
    }

    @Test
    @DisplayName("PFMP-TER-WEEKS the finding says which ruleset it compared with (D-127)")
    void namesTheRuleset() {
        assertThat(plan("terminale", "reforme-2024", "4+4").findings("PFMP-TER-WEEKS"))
                .extracting(Finding::detail)
                .containsExactly(new Detail.WeeksOf("reforme-2024", 8, 6));
        assertThat(plan("terminale", "seed-2019", "3+3").findings("PFMP-TER-WEEKS"))
                .extracting(Finding::detail)
                .containsExactly(new Detail.WeeksOf("seed-2019", 6, 8));
    }

    private static Plan planned(Plan plan) {
        return plan.set(plan.root(), Classe.PFMP_PLANIFIEES, new Value.Flag(true));
    }

    @Test
    @DisplayName(
            "PFMP-TOTAL what is left of 22 over the cycle; an error once every year is planned")
    void addsUpTheCycle() {
        Plan seconde = planned(fill(Plan.at("board0000001", "seconde", "ma"), "seed-2019", "3+3"));
        Plan premiere =
                planned(fill(Plan.at("board0000002", "premiere", "ma"), "seed-2019", "4+4"));
        Plan terminale =
                planned(fill(Plan.at("board0000003", "terminale", "ma"), "seed-2019", "4+4"));
        premiere.linkTo(seconde, "parcours").linkTo(terminale, "parcours");
        assertThat(premiere.findings("PFMP-TOTAL", seconde, terminale)).isEmpty();
        assertThat(seconde.findings("PFMP-TOTAL", premiere, terminale)).isEmpty();

        terminale.remove(
                terminale.board().children(terminale.root(), PfmpFields.PFMP).getFirst().id());
        Finding finding = premiere.findings("PFMP-TOTAL", seconde, terminale).getFirst();
        assertThat(finding.level()).isEqualTo(Level.ERROR);
        assertThat(finding.detail()).isEqualTo(new Detail.WeeksOf("seed-2019", 18, 22));

        terminale.set(terminale.root(), Classe.PFMP_PLANIFIEES, null);
        assertThat(premiere.findings("PFMP-TOTAL", seconde, terminale).getFirst().level())
                .isEqualTo(Level.INFO);
        assertThat(premiere.findings("PFMP-TOTAL").getFirst().detail())
                .isEqualTo(new Detail.WeeksOf("seed-2019", 8, 22));
    }

    @Test
    @DisplayName("PFMP-TOTAL the years before are those of the promotion where it is known")
    void followsThePromotion() {
        Plan now = fill(Plan.at("board0000001", "seconde", "ma"), "seed-2019", "3+3");
        Plan before = fill(Plan.at("board0000009", "seconde", "ma"), "seed-2019", "2+2");
        before.set(before.root(), Classe.RENTREE, new Value.Whole(2025));
        Plan premiere = fill(Plan.at("board0000002", "premiere", "ma"), "seed-2019", "4+4");
        premiere.linkTo(now, "parcours").linkTo(before, "promotion");

        assertThat(premiere.findings("PFMP-TOTAL", now, before).getFirst().detail())
                .isEqualTo(new Detail.WeeksOf("seed-2019", 12, 22));
    }

    @Test
    @DisplayName(
            "PFMP-SEC-EARLY a period after the choice: warn; the first after January: info (D-60)")
    void comesBeforeTheChoice() {
        Plan plan = Plan.of("seconde", "ma");
        EntityId pfmp = plan.pfmp("2027-01-25", 3);
        EntityId late = plan.pfmp("2027-05-17", 2);
        assertThat(plan.findings("PFMP-SEC-EARLY")).isEmpty();

        plan.set(late, PfmpFields.WEEKS, weeks("2027-05-17", 3));
        Finding finding = plan.findings("PFMP-SEC-EARLY").getFirst();
        assertThat(finding.level()).isEqualTo(Level.WARN);
        assertThat(finding.place().entity()).isEqualTo(late);
        assertThat(finding.detail())
                .isEqualTo(
                        new Detail.Beyond(
                                LocalDate.parse("2027-06-04"), LocalDate.parse("2027-05-31")));
        plan.set(plan.root(), Classe.ORIENTATION, Plan.day("2027-06-04"));
        assertThat(plan.findings("PFMP-SEC-EARLY")).isEmpty();

        plan.set(pfmp, PfmpFields.WEEKS, weeks("2027-02-01", 2));
        assertThat(plan.findings("PFMP-SEC-EARLY").getFirst().level()).isEqualTo(Level.INFO);
    }

    @Test
    @DisplayName(
            "PFMP-OBJECTIVES from four weeks before its start, each objective with a competence")
    void wantsObjectives() {
        Plan plan = Plan.of("premiere", "ma");
        EntityId pfmp = plan.pfmp("2026-11-09", 4);
        assertThat(plan.on("2026-10-11").findings("PFMP-OBJECTIVES")).isEmpty();
        assertThat(plan.on("2026-10-12").findings("PFMP-OBJECTIVES").getFirst().detail())
                .isEqualTo(new Detail.Starts(LocalDate.parse("2026-11-09")));

        EntityId objectif =
                plan.create(
                        PfmpFields.OBJECTIF,
                        pfmp,
                        Map.of(PfmpFields.LABEL, text("Tenir un poste")));
        assertThat(plan.findings("PFMP-OBJECTIVES")).hasSize(1);
        plan.tick(objectif, PfmpFields.OBJECTIF_COMPETENCE, "ma-b1-demande");
        assertThat(plan.findings("PFMP-OBJECTIVES")).isEmpty();
        plan.remove(objectif);
        assertThat(plan.on("2026-12-04").findings("PFMP-OBJECTIVES")).hasSize(1);
        assertThat(plan.on("2026-12-05").findings("PFMP-OBJECTIVES")).isEmpty();
    }

    @Test
    @DisplayName("PFMP-RESPONSABLE proposed within eight weeks of its start; silent once validated")
    void wantsAValidation() {
        PersonId direction = new PersonId("pdirection");
        Plan plan = Plan.of("premiere", "ma");
        EntityId pfmp = plan.pfmp("2026-11-09", 4);
        assertThat(plan.on("2026-09-13").findings("PFMP-RESPONSABLE")).isEmpty();
        assertThat(plan.on("2026-09-14").findings("PFMP-RESPONSABLE").getFirst().level())
                .isEqualTo(Level.INFO);

        plan.accept(
                        Classe.ACCES
                                .grant(plan.board().id(), direction, Role.LECTURE)
                                .toArray(KernelCommand[]::new))
                .tick(plan.root(), EquipeFields.DIRECTION, direction.value())
                .as(direction)
                .tick(pfmp, PfmpFields.VALIDATION, direction.value());
        assertThat(plan.findings("PFMP-RESPONSABLE")).isEmpty();
    }

    @Test
    @DisplayName("PFMP-CALENDRIER what lies in holidays since the zone is known is a finding")
    void findsHolidays() {
        Plan plan = Plan.of("premiere", "ma");
        plan.set(plan.root(), Classe.ZONE, null);
        plan.pfmp("2027-02-15", 2);
        assertThat(plan.findings("PFMP-CALENDRIER")).isEmpty();

        plan.set(plan.root(), Classe.ZONE, word("B"));
        assertThat(plan.findings("PFMP-CALENDRIER").getFirst().detail())
                .isEqualTo(new Detail.InHolidays("hiver"));
    }

    @Test
    @DisplayName("PFMP-CHEVAUCHEMENT an assessment window that falls in a PFMP is shown (D-37)")
    void findsCollisions() {
        Plan plan = Plan.of("premiere", "ma");
        EntityId pfmp = plan.pfmp("2026-11-09", 4);
        EntityId window =
                plan.create(
                        PfmpFields.FENETRE,
                        plan.root(),
                        Map.of(PfmpFields.FENETRE_WEEKS, weeks("2026-12-07", 1)));
        assertThat(plan.findings("PFMP-CHEVAUCHEMENT")).isEmpty();

        plan.set(window, PfmpFields.FENETRE_WEEKS, weeks("2026-11-30", 2));
        Finding finding = plan.findings("PFMP-CHEVAUCHEMENT").getFirst();
        assertThat(finding.place().entity()).isEqualTo(window);
        assertThat(finding.detail()).isEqualTo(new Detail.OverPfmp(pfmp));
    }

    @Test
    @DisplayName("PFMP-CHEVAUCHEMENT a situation that lay there before is a finding")
    void findsSituations() {
        Plan plan = Plan.of("premiere", "ma");
        EntityId situation =
                plan.situation("pret", Map.of(SituationFields.WEEKS, weeks("2026-11-09", 1)));
        EntityId pfmp = plan.id();
        plan.accept(Plan.creating(PfmpFields.PFMP, pfmp, plan.root(), Map.of()));
        assertThat(plan.findings("PFMP-CHEVAUCHEMENT")).isEmpty();
        assertThat(
                        plan.forced(pfmp, PfmpFields.WEEKS, weeks("2026-11-02", 4))
                                .findings("PFMP-CHEVAUCHEMENT"))
                .extracting(finding -> finding.place().entity())
                .containsExactly(situation);
    }
}
