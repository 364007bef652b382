package fr.binome.parcours.constat;

import static fr.binome.parcours.Plan.text;
import static fr.binome.parcours.Plan.weeks;
import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.EntityId;
import fr.binome.parcours.Classe;
import fr.binome.parcours.Complexite;
import fr.binome.parcours.CycleYear;
import fr.binome.parcours.Plan;
import fr.binome.parcours.SituationFields;
import fr.binome.parcours.insight.CoverageSummary;
import fr.binome.parcours.insight.SituationInsight;
import fr.binome.parcours.reading.Coverage;
import fr.binome.parcours.reading.Lineage;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Coverage of each year, and how a situation builds on earlier ones. */
class SpiraleRulesTest {
    private final Plan seconde = Plan.at("board0000001", "seconde", "ma", "mcv-a", "mcv-b");
    private final Plan premiere = Plan.at("board0000002", "premiere", "ma");

    private static Coverage.Cell cell(Plan plan, String competence) {
        return plan.read(Coverage.Cell.class, "coverage/" + competence);
    }

    private static List<String> gaps(Plan plan) {
        return plan.read(CoverageSummary.class, "coverage").gaps();
    }

    @Test
    @DisplayName(
            "R-1 an étape counts in full for each competence it names; the level is the highest")
    void countsInFull() {
        EntityId first = premiere.situation("pret", Map.of());
        premiere.etape(first, 60, "X", "ma-b1-flux", "ma-b1-demande");
        premiere.etape(first, 30, "Y", "ma-b1-flux");
        EntityId second =
                premiere.situation("bilan", Map.of(SituationFields.COMPLEXITE, word("critique")));
        premiere.etape(second, 10, "X", "ma-b1-flux");

        assertThat(cell(premiere, "ma-b1-flux"))
                .isEqualTo(
                        new Coverage.Cell(2, 100, Complexite.CRITIQUE, 0, List.of(second, first)));
        assertThat(cell(premiere, "ma-b1-demande").minutes()).isEqualTo(60);
    }

    @Test
    @DisplayName(
            "R-2 situations count from « prêt » on; drafts are told apart and count for nothing")
    void drawsDraftsHollow() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        premiere.etape(situation, 60, "X", "ma-b1-flux");
        assertThat(cell(premiere, "ma-b1-flux"))
                .isEqualTo(new Coverage.Cell(0, 0, null, 1, List.of(situation)));
        assertThat(gaps(premiere)).contains("ma-b1-flux");

        for (String status : List.of("pret", "en-classe", "bilan")) {
            premiere.set(situation, SituationFields.STATUS, word(status));
            assertThat(cell(premiere, "ma-b1-flux").count()).as(status).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("R-3 a competence on no étape is « sans étape »: it counts 1 and 0 minutes (D-18)")
    void countsSansEtape() {
        EntityId situation = premiere.situation("pret", Map.of());
        premiere.etape(situation, 60, "X", "ma-b1-demande");
        premiere.tick(
                situation, SituationFields.COMPETENCE_ENVISAGEE, "ma-b1-flux", "ma-b1-demande");

        assertThat(cell(premiere, "ma-b1-flux").count()).isEqualTo(1);
        assertThat(cell(premiere, "ma-b1-flux").minutes()).isZero();
        assertThat(cell(premiere, "ma-b1-demande").minutes()).isEqualTo(60);
        SituationInsight read = premiere.read(SituationInsight.class, "situation/" + situation);
        assertThat(read.sansEtape()).containsExactly("ma-b1-flux");
    }

    @Test
    @DisplayName(
            "SPI-CHAQUE-ANNEE a gap names the competence, the year and the last week for it (D-21)")
    void namesGaps() {
        assertThat(premiere.findings("SPI-CHAQUE-ANNEE")).isEmpty();
        EntityId situation = premiere.situation("brouillon", Map.of());
        premiere.etape(situation, 60, "X", "ma-b1-flux");

        assertThat(premiere.findings("SPI-CHAQUE-ANNEE")).hasSize(11);
        assertThat(premiere.findings("SPI-CHAQUE-ANNEE").stream().map(Finding::detail))
                .contains(
                        new Detail.Gap(
                                "ma-b1-flux",
                                CycleYear.PREMIERE,
                                1,
                                44,
                                LocalDate.parse("2027-06-28"),
                                false));
        premiere.set(situation, SituationFields.STATUS, word("pret"));
        assertThat(premiere.findings("SPI-CHAQUE-ANNEE")).hasSize(10);
        assertThat(premiere.findings("SEC-COMMUNES")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "seed-2019,B,,44", "seed-2019,B,2027-06-21,42", "seed-2019,A,2027-06-28,43",
        "reforme-2024,B,,40", "reforme-2024,B,2027-06-21,38", "seed-2019,,,",
    })
    @DisplayName("C-5 the last week for a gap: no holidays, no PFMP, not the end of terminale")
    void findsTheLastWeek(String ruleset, String zone, String pfmp, Integer week) {
        Plan plan = Plan.of("terminale", "ma");
        plan.set(plan.root(), Classe.RULESET, word(ruleset));
        plan.set(plan.root(), Classe.ZONE, zone == null ? null : word(zone));
        if (pfmp != null) {
            plan.pfmp(pfmp, pfmp.equals("2027-06-21") ? 2 : 1);
        }
        plan.etape(plan.situation("brouillon", Map.of()), 60, "X", "ma-b1-flux");

        Detail detail = plan.findings("SPI-CHAQUE-ANNEE").getFirst().detail();
        assertThat(detail).isInstanceOf(Detail.Gap.class);
        assertThat(((Detail.Gap) detail).week()).isEqualTo(week);
    }

    @Test
    @DisplayName("C-5 a gap is late once its last week is over")
    void comesTooLate() {
        premiere.etape(premiere.situation("brouillon", Map.of()), 60, "X", "ma-b1-flux");
        for (String day : List.of("2027-07-04", "2027-07-05")) {
            Detail detail = premiere.on(day).findings("SPI-CHAQUE-ANNEE").getFirst().detail();
            assertThat(((Detail.Gap) detail).late()).as(day).isEqualTo(day.endsWith("05"));
        }
    }

    @Test
    @DisplayName("SEC-COMMUNES seconde counts the eleven common competences, no specialty's (D-48)")
    void countsCommonOnes() {
        EntityId situation = seconde.situation("pret", Map.of(SituationFields.UNIVERS, word("ma")));
        seconde.etape(situation, 60, "X", "sec-suivre", "ma-b2-prestations");

        assertThat(gaps(seconde)).hasSize(10).doesNotContain("sec-suivre");
        assertThat(seconde.findings("SEC-COMMUNES")).hasSize(10);
        assertThat(seconde.findings("SPI-CHAQUE-ANNEE")).isEmpty();
        assertThat(seconde.read()).doesNotContainKey("coverage/ma-b2-prestations");
    }

    @Test
    @DisplayName("SPI-PROGRESSION a competence that is worked at a lower complexity than before")
    void doesNotRecede() {
        premiere.linkTo(seconde, "parcours");
        EntityId earlier =
                seconde.situation(
                        "pret",
                        Map.of(
                                SituationFields.UNIVERS,
                                word("ma"),
                                SituationFields.COMPLEXITE,
                                word("critique")));
        seconde.etape(earlier, 60, "X", "sec-prendre-contact");
        EntityId later = premiere.situation("pret", Map.of());
        premiere.etape(later, 60, "X", "ma-b1-prendre-contact", "ma-b1-flux");

        assertThat(premiere.findings("SPI-PROGRESSION", seconde))
                .extracting(Finding::detail)
                .containsExactly(
                        new Detail.Recedes(
                                "ma-b1-prendre-contact",
                                CycleYear.SECONDE,
                                Complexite.CRITIQUE,
                                CycleYear.PREMIERE,
                                Complexite.COMPLEXE));
        assertThat(premiere.findings("SPI-PROGRESSION")).isEmpty();
        assertThat(seconde.findings("SPI-PROGRESSION", premiere)).isEmpty();
        premiere.set(later, SituationFields.COMPLEXITE, word("critique"));
        assertThat(premiere.findings("SPI-PROGRESSION", seconde)).isEmpty();
    }

    private static String reference(Plan plan, EntityId situation) {
        return plan.board().id() + "/" + situation;
    }

    private EntityId link(EntityId situation, String earlier) {
        return premiere.create(
                SituationFields.REINVESTIT,
                situation,
                Map.of(SituationFields.REINVESTIT_SITUATION, word(earlier)));
    }

    @Test
    @DisplayName("SPI-REINVESTIR neither a link nor a word about what it builds on (D-24)")
    void buildsOnSomething() {
        EntityId situation =
                premiere.situation("brouillon", Map.of(SituationFields.ACQUIS, text("")));
        premiere.etape(situation, 60, "X", "ma-b1-flux");
        assertThat(premiere.findings("SPI-REINVESTIR")).hasSize(1);

        EntityId link = link(situation, "board0000009/situation001");
        assertThat(premiere.findings("SPI-REINVESTIR")).isEmpty();
        premiere.set(
                link, SituationFields.REINVESTIT_SITUATION, word(reference(premiere, situation)));
        assertThat(premiere.findings("SPI-REINVESTIR")).as("itself").hasSize(1);
        premiere.remove(link).write(situation, SituationFields.ACQUIS, "L'accueil");
        assertThat(premiere.findings("SPI-REINVESTIR")).isEmpty();
        seconde.etape(
                seconde.situation("pret", Map.of(SituationFields.ACQUIS, text(""))),
                60,
                "X",
                "sec-suivre");
        assertThat(seconde.findings("SPI-REINVESTIR")).isEmpty();
    }

    @Test
    @DisplayName("SPI-REINVESTIR in the same year only what does not come later counts as earlier")
    void buildsOnWhatCameBefore() {
        EntityId situation =
                premiere.situation(
                        "brouillon",
                        Map.of(
                                SituationFields.ACQUIS,
                                text(""),
                                SituationFields.WEEKS,
                                weeks("2026-11-02", 1)));
        premiere.etape(situation, 60, "X", "ma-b1-flux");
        EntityId other =
                premiere.situation(
                        "brouillon", Map.of(SituationFields.WEEKS, weeks("2026-11-09", 1)));
        link(situation, reference(premiere, other));
        assertThat(premiere.findings("SPI-REINVESTIR")).hasSize(1);

        premiere.set(other, SituationFields.WEEKS, weeks("2026-10-12", 1));
        assertThat(premiere.findings("SPI-REINVESTIR")).isEmpty();
    }

    @Test
    @DisplayName("SPI-GRADUATION context, perimeter, nature or complexity must change (D-22)")
    void changesSomething() {
        premiere.linkTo(seconde, "parcours");
        EntityId earlier =
                seconde.situation(
                        "pret",
                        Map.of(
                                SituationFields.PERIMETRE,
                                text("un poste"),
                                SituationFields.COMPLEXITE,
                                word("complexe")));
        EntityId later =
                premiere.situation(
                        "pret",
                        Map.of(
                                SituationFields.PERIMETRE,
                                text("Un poste"),
                                SituationFields.TYPE,
                                text("Service public culturel")));
        premiere.etape(later, 60, "X", "ma-b1-flux");
        link(later, reference(seconde, earlier));
        assertThat(premiere.findings("SPI-GRADUATION", seconde))
                .extracting(Finding::detail)
                .containsExactly(new Detail.Unchanged(reference(seconde, earlier)));
        assertThat(premiere.findings("SPI-GRADUATION")).as("cannot be read").isEmpty();

        premiere.set(later, SituationFields.COMPLEXITE, word("critique"));
        assertThat(premiere.findings("SPI-GRADUATION", seconde)).isEmpty();
        assertThat(lineage(later).changed()).containsExactly("complexite");
        premiere.write(later, SituationFields.NATURE, "adaptation");
        premiere.write(later, SituationFields.TYPE, "mairie");
        premiere.write(later, SituationFields.PERIMETRE, "deux postes");
        assertThat(lineage(later).changed())
                .containsExactly("contextualisation", "perimetre", "nature", "complexite");
    }

    private Lineage lineage(EntityId situation) {
        SituationInsight read =
                premiere.read(SituationInsight.class, "situation/" + situation, seconde);
        return read.builtOn().getFirst();
    }

    @Test
    @DisplayName("R-6 the link is drawn both ways (D-24)")
    void drawsBothWays() {
        premiere.linkTo(seconde, "parcours");
        EntityId earlier = seconde.situation("pret", Map.of());
        EntityId later = premiere.situation("pret", Map.of());
        link(later, reference(seconde, earlier));

        SituationInsight read =
                seconde.read(SituationInsight.class, "situation/" + earlier, premiere);
        assertThat(read.reusedBy()).containsExactly(reference(premiere, later));
        assertThat(lineage(later).titre()).isEqualTo("Un samedi à l'accueil de la médiathèque");
        assertThat(lineage(later).year()).isEqualTo(CycleYear.SECONDE);
    }
}
