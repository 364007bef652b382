package fr.binome.parcours.constat;

import static fr.binome.parcours.Plan.CLAIRE;
import static fr.binome.parcours.Plan.MEHDI;
import static fr.binome.parcours.Plan.text;
import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.parcours.EquipeFields;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.Plan;
import fr.binome.parcours.SituationFields;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class SituationRulesTest {
    private final Plan premiere = Plan.of("premiere", "ma");
    private final Plan seconde = Plan.of("seconde", "ma", "mcv-a", "mcv-b");

    @Test
    @DisplayName("HOR-MULTIBLOC raised when the last competence of the second bloc goes (D-16)")
    void mixesBlocs() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-flux");
        EntityId second = premiere.etape(situation, 55, "Y", "ma-b2-information");
        assertThat(premiere.findings("HOR-MULTIBLOC")).isEmpty();

        premiere.remove(EntityId.member(second, EtapeFields.COMPETENCE, "ma-b2-information"));
        Finding finding = premiere.findings("HOR-MULTIBLOC").getFirst();
        assertThat(finding.level()).isEqualTo(Level.WARN);
        assertThat(finding.source()).isEqualTo("seed");
        assertThat(finding.todo()).isEqualTo(Todo.ADD_BLOC);
        assertThat(finding.place().entity()).isEqualTo(situation);
        assertThat(finding.detail()).isEqualTo(new Detail.FewBlocs(List.of("1"), 2));
    }

    @Test
    @DisplayName("HOR-MULTIBLOC a draft without competences has no findings")
    void keepsSilent() {
        EntityId situation =
                premiere.situation(
                        "brouillon",
                        Map.of(
                                SituationFields.TITRE,
                                text("Bloc 1"),
                                SituationFields.COMPLEXITE,
                                word("courante"),
                                SituationFields.DESCRIPTION,
                                text("court")));

        assertThat(premiere.read()).doesNotContainKey("findings/" + situation);
    }

    @Test
    @DisplayName("HOR-MULTIBLOC a situation that is ready without a competence mixes nothing")
    void wantsCompetencesOnceReady() {
        premiere.situation("pret", Map.of());

        assertThat(premiere.findings("HOR-MULTIBLOC")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ma,sec-prendre-contact,1", "ma,sec-prendre-contact+sec-suivre,0",
        "mcv-b,sec-s-informer,0", "mcv-a,sec-s-informer,1",
        ",sec-prendre-contact,1", ",sec-activites-flux,0",
    })
    @DisplayName(
            "HOR-MULTIBLOC in seconde common competences count in the blocs of the univers (D-57)")
    void looksThroughTheMapping(String univers, String competences, int findings) {
        EntityId situation = seconde.situation("pret", Map.of());
        if (univers != null) {
            seconde.set(situation, SituationFields.UNIVERS, word(univers));
        }
        seconde.etape(situation, 55, "XY", competences.split("\\+"));

        assertThat(seconde.findings("HOR-MULTIBLOC")).hasSize(findings);
    }

    @Test
    @DisplayName(
            "HOR-SITUATION-DABORD under 80 characters of description, or a competence sans étape")
    void startsFromTheSituation() {
        EntityId thin =
                premiere.situation(
                        "brouillon", Map.of(SituationFields.DESCRIPTION, text("x".repeat(79))));
        premiere.etape(thin, 55, "X", "ma-b1-flux", "ma-b2-information");
        EntityId enough =
                premiere.situation(
                        "brouillon", Map.of(SituationFields.DESCRIPTION, text("x".repeat(80))));
        premiere.etape(enough, 55, "X", "ma-b1-flux", "ma-b2-information");
        assertThat(premiere.findings("HOR-SITUATION-DABORD").stream().map(Finding::place))
                .extracting(FindingPlace::entity)
                .containsExactly(thin);

        premiere.tick(
                enough, SituationFields.COMPETENCE_ENVISAGEE, "ma-b1-flux", "ma-b3-reclamations");
        assertThat(premiere.findings("HOR-SITUATION-DABORD").stream().map(Finding::detail))
                .contains(new Detail.Thin(80, 80, List.of("ma-b3-reclamations")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bloc 1 : accueil",
                "bloc2",
                "  BLOC 3",
                "Gérer les flux",
                "gerer les  FLUX !",
                "Gérer l'accueil multicanal"
            })
    @DisplayName("HOR-TITRE-BLOC a title that only names a bloc or a competence (D-17)")
    void wantsATitle(String title) {
        EntityId situation =
                premiere.situation("brouillon", Map.of(SituationFields.TITRE, text(title)));
        premiere.etape(situation, 55, "X", "ma-b1-flux");

        assertThat(premiere.findings("HOR-TITRE-BLOC")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Le bloc opératoire en panne", "Gérer les flux du samedi", "Blocage"})
    @DisplayName("HOR-TITRE-BLOC a title that tells a situation is left alone")
    void leavesTitles(String title) {
        EntityId situation =
                premiere.situation("brouillon", Map.of(SituationFields.TITRE, text(title)));
        premiere.etape(situation, 55, "X", "ma-b1-flux");

        assertThat(premiere.findings("HOR-TITRE-BLOC")).isEmpty();
    }

    @Test
    @DisplayName("HOR-CONTEXTE from « prêt » on, what is missing is named (D-15)")
    void wantsAContext() {
        EntityId situation =
                premiere.create(
                        SituationFields.SITUATION,
                        premiere.root(),
                        Map.of(
                                SituationFields.STATUS,
                                word("brouillon"),
                                SituationFields.PUBLIC,
                                text("usagers")));
        premiere.etape(situation, 55, "X", "ma-b1-flux");
        assertThat(premiere.findings("HOR-CONTEXTE")).isEmpty();

        premiere.set(situation, SituationFields.STATUS, word("pret"));
        assertThat(premiere.findings("HOR-CONTEXTE").getFirst().detail())
                .isEqualTo(new Detail.Missing(List.of("organisation", "type", "canal")));
    }

    @ParameterizedTest
    @CsvSource({
        "seconde,courante,", "seconde,complexe,INFO", "seconde,critique,INFO",
        "premiere,courante,WARN", "premiere,complexe,", "premiere,critique,INFO",
        "terminale,courante,WARN", "terminale,complexe,WARN", "terminale,critique,",
        "terminale,,WARN",
    })
    @DisplayName(
            "SPI-COMPLEXITE lower than the year expects: warn; higher: info; none once ready: warn")
    void expectsAComplexity(String year, String complexite, Level level) {
        Plan plan = Plan.of(year, "ma");
        EntityId situation = plan.situation("pret", Map.of());
        plan.etape(situation, 55, "X", "ma-b1-flux");
        plan.set(
                situation,
                SituationFields.COMPLEXITE,
                complexite == null ? null : word(complexite));

        assertThat(plan.findings("SPI-COMPLEXITE").stream().map(Finding::level))
                .isEqualTo(level == null ? List.of() : List.of(level));
    }

    @Test
    @DisplayName("SPI-COMPLEXITE a draft whose level is not chosen yet is left alone")
    void waitsForTheLevel() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-flux");
        premiere.set(situation, SituationFields.COMPLEXITE, null);

        assertThat(premiere.findings("SPI-COMPLEXITE")).isEmpty();
    }

    @Test
    @DisplayName("MA-VISEES a situation of MA without a demand of the trade, after seconde")
    void wantsAVisee() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-flux");
        assertThat(premiere.findings("MA-VISEES")).hasSize(1);
        premiere.tick(situation, SituationFields.VISEE, "ma-visee-pression-externe");
        assertThat(premiere.findings("MA-VISEES")).isEmpty();

        Plan vente = Plan.of("premiere", "mcv-a");
        vente.etape(vente.situation("pret", Map.of()), 55, "X", "mcv-b1-veille");
        seconde.etape(seconde.situation("pret", Map.of()), 55, "X", "sec-suivre");
        assertThat(vente.findings("MA-VISEES")).isEmpty();
        assertThat(seconde.findings("MA-VISEES")).isEmpty();
    }

    @Test
    @DisplayName("BIN-PARTAGE each étape without a leader once ready, at the étape itself")
    void wantsALeader() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        EntityId etape = premiere.etape(situation, 55, "X", "ma-b1-flux");
        premiere.etape(situation, 55, "XY", "ma-b2-projet");
        premiere.set(etape, EtapeFields.CONDUITE_PAR, null);
        assertThat(premiere.findings("BIN-PARTAGE")).isEmpty();

        premiere.set(situation, SituationFields.STATUS, word("en-classe"));
        Finding finding = premiere.findings("BIN-PARTAGE").getFirst();
        assertThat(finding.place().entity()).isEqualTo(etape);
        assertThat(finding.place().field()).isEqualTo("conduitePar");
        assertThat(premiere.read()).containsKey("findings/" + situation);
    }

    @Test
    @DisplayName("BIN-CO-ELABORATION « prêt » by one alone waits for the other's agreement (D-30)")
    void waitsForTheOther() {
        EntityId situation = premiere.situation("pret", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-flux");
        assertThat(premiere.findings("BIN-CO-ELABORATION")).isEmpty();

        premiere.as(MEHDI)
                .accept(
                        new KernelCommand.Remove(
                                EntityId.member(situation, SituationFields.ACCORD, MEHDI.value())));
        assertThat(premiere.findings("BIN-CO-ELABORATION").getFirst().detail())
                .isEqualTo(new Detail.Persons(List.of(MEHDI)));
        premiere.as(CLAIRE).set(situation, SituationFields.STATUS, word("brouillon"));
        assertThat(premiere.findings("BIN-CO-ELABORATION")).isEmpty();
    }

    @Test
    @DisplayName(
            "BIN-CO-ELABORATION a free place in the binôme agrees with nothing and is not awaited")
    void waitsForNobody() {
        premiere.situation("pret", Map.of());
        premiere.set(premiere.binome(), EquipeFields.Y, null);

        assertThat(premiere.findings("BIN-CO-ELABORATION")).isEmpty();
    }
}
