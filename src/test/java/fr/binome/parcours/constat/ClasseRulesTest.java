package fr.binome.parcours.constat;

import static fr.binome.parcours.Plan.CLAIRE;
import static fr.binome.parcours.Plan.MEHDI;
import static fr.binome.parcours.Plan.creating;
import static fr.binome.parcours.Plan.day;
import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Value;
import fr.binome.parcours.Classe;
import fr.binome.parcours.EquipeFields;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.Plan;
import fr.binome.parcours.SituationFields;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

/** What is said of a year, its binôme and its seconde. */
class ClasseRulesTest {
    private static final PersonId NADIA = new PersonId("pnadia");

    private final Plan premiere = Plan.of("premiere", "ma");
    private final Plan seconde = Plan.of("seconde", "ma", "mcv-a", "mcv-b");

    private static Value hours(int hours) {
        return new Value.Whole(hours);
    }

    private static void hire(Plan plan, PersonId person, String discipline) {
        plan.accept(
                creating(
                        EquipeFields.ENSEIGNANT,
                        EntityId.member(plan.root(), EquipeFields.ENSEIGNANT, person.value()),
                        plan.root(),
                        Map.of(EquipeFields.DISCIPLINE, word(discipline))));
    }

    @Test
    @DisplayName("HOR-EQUILIBRE-ANNEE each bloc that no planned situation mobilises; drafts count")
    void usesEveryBloc() {
        assertThat(premiere.findings("HOR-EQUILIBRE-ANNEE")).isEmpty();
        EntityId situation = premiere.situation("brouillon", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-flux");

        assertThat(premiere.findings("HOR-EQUILIBRE-ANNEE").stream().map(Finding::detail))
                .containsExactly(
                        new Detail.Missing(List.of("ma-b2")), new Detail.Missing(List.of("ma-b3")));
        premiere.etape(situation, 55, "X", "ma-b2-projet", "ma-b3-reclamations");
        assertThat(premiere.findings("HOR-EQUILIBRE-ANNEE")).isEmpty();
        premiere.set(situation, SituationFields.STATUS, word("idee"));
        assertThat(premiere.findings("HOR-EQUILIBRE-ANNEE")).isEmpty();
    }

    @Test
    @DisplayName(
            "BIN-PAS-DE-BLOC-RESERVE info during the year, warn after the last week of lessons")
    void reservesNoBloc() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-flux");
        EntityId second = premiere.etape(situation, 55, "Y", "ma-b2-projet");
        premiere.on("2027-07-02");
        assertThat(premiere.findings("BIN-PAS-DE-BLOC-RESERVE").stream().map(Finding::detail))
                .containsExactly(
                        new Detail.Reserved("ma-b1", "X"), new Detail.Reserved("ma-b2", "Y"));
        assertThat(premiere.findings("BIN-PAS-DE-BLOC-RESERVE").getFirst().level())
                .isEqualTo(Level.INFO);

        premiere.on("2027-07-03");
        assertThat(premiere.findings("BIN-PAS-DE-BLOC-RESERVE").getFirst().level())
                .isEqualTo(Level.WARN);
        premiere.set(second, EtapeFields.CONDUITE_PAR, word("XY"));
        assertThat(premiere.findings("BIN-PAS-DE-BLOC-RESERVE")).hasSize(1);
        premiere.set(second, EtapeFields.CONDUITE_PAR, null);
        assertThat(premiere.findings("BIN-PAS-DE-BLOC-RESERVE")).hasSize(1);
    }

    @Test
    @DisplayName("NUM-PAR-BLOC a bloc that is used without any of its digital tools")
    void wantsTools() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        EntityId etape = premiere.etape(situation, 55, "X", "ma-b1-flux");
        assertThat(premiere.findings("NUM-PAR-BLOC")).hasSize(1);

        premiere.tick(etape, EtapeFields.OUTIL, "ma-b2-outil-sondage");
        assertThat(premiere.findings("NUM-PAR-BLOC")).hasSize(1);
        premiere.tick(etape, EtapeFields.OUTIL, "ma-b1-outil-actualite-public");
        assertThat(premiere.findings("NUM-PAR-BLOC")).isEmpty();
    }

    @Test
    @DisplayName("NUM-PAR-BLOC a situation's tools are its étapes' while no étape names any")
    void takesTheSituationsTools() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        EntityId etape = premiere.etape(situation, 55, "X", "ma-b1-flux");
        premiere.tick(situation, SituationFields.OUTIL, "ma-b1-outil-actualite-public");
        assertThat(premiere.findings("NUM-PAR-BLOC")).isEmpty();

        premiere.tick(etape, EtapeFields.OUTIL, "ma-b2-outil-sondage");
        assertThat(premiere.findings("NUM-PAR-BLOC")).hasSize(1);
    }

    @Test
    @DisplayName("EQUIPE-MUTUALISER no ready situation of the year is shared")
    void sharesSomething() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-flux");
        assertThat(premiere.findings("EQUIPE-MUTUALISER")).isEmpty();

        premiere.set(situation, SituationFields.STATUS, word("pret"));
        assertThat(premiere.findings("EQUIPE-MUTUALISER").getFirst().detail())
                .isEqualTo(new Detail.Share(0, 1));
        premiere.set(situation, SituationFields.PARTAGEE, new Value.Flag(true));
        assertThat(premiere.findings("EQUIPE-MUTUALISER")).isEmpty();
    }

    @Test
    @DisplayName("MA-DIMENSIONS the year of MA misses a dimension of the relation (D-74)")
    void coversTheDimensions() {
        EntityId situation = premiere.situation("pret", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-flux");
        premiere.tick(
                situation,
                SituationFields.DIMENSION,
                "ma-dim-interne",
                "ma-dim-externe",
                "ma-dim-presentiel");
        assertThat(premiere.findings("MA-DIMENSIONS").getFirst().detail())
                .isEqualTo(new Detail.Missing(List.of("ma-dim-distance")));

        premiere.tick(situation, SituationFields.DIMENSION, "ma-dim-distance");
        assertThat(premiere.findings("MA-DIMENSIONS")).isEmpty();
    }

    @Test
    @DisplayName("BIN-DEUX a third teacher of vente is a finding, no refusal; a free place is info")
    void countsTwo() {
        hire(premiere, CLAIRE, "vente");
        hire(premiere, MEHDI, "vente");
        assertThat(premiere.findings("BIN-DEUX")).isEmpty();

        hire(premiere, NADIA, "vente");
        Finding third = premiere.findings("BIN-DEUX").getFirst();
        assertThat(third.level()).isEqualTo(Level.WARN);
        assertThat(third.detail()).isEqualTo(new Detail.Persons(List.of(NADIA)));

        premiere.set(premiere.binome(), EquipeFields.X, word(NADIA.value()));
        premiere.set(premiere.binome(), EquipeFields.Y, null);
        assertThat(premiere.findings("BIN-DEUX").stream().map(Finding::level))
                .containsExactly(Level.WARN, Level.INFO);
        assertThat(premiere.findings("BIN-DEUX").get(1).detail())
                .isEqualTo(new Detail.Missing(List.of("Y")));
    }

    @Test
    @DisplayName("BIN-VENTE one of the binôme teaches something else (D-26)")
    void expectsVente() {
        assertThat(premiere.findings("BIN-VENTE")).isEmpty();
        hire(premiere, MEHDI, "eps");
        assertThat(premiere.findings("BIN-VENTE").getFirst().detail())
                .isEqualTo(new Detail.Persons(List.of(MEHDI)));

        premiere.set(
                EntityId.member(premiere.root(), EquipeFields.ENSEIGNANT, MEHDI.value()),
                EquipeFields.AUTRE_DISCIPLINE,
                word("vente"));
        assertThat(premiere.findings("BIN-VENTE")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "seconde,180,150,",
        "premiere,126,140,",
        "terminale,130,130,",
        "premiere,126,139,WARN",
        "premiere,126,141,ERROR",
        "premiere,126,,WARN",
        "premiere,,,",
    })
    @DisplayName(
            "BIN-VOLUME the shares make the arrêté's 330, 266 or 260 h; under: warn, over: error")
    void sharesTheVolume(String year, Integer x, Integer y, Level level) {
        Plan plan = Plan.of(year, "ma");
        plan.set(plan.binome(), EquipeFields.HOURS_X, x == null ? null : hours(x));
        plan.set(plan.binome(), EquipeFields.HOURS_Y, y == null ? null : hours(y));

        assertThat(plan.findings("BIN-VOLUME").stream().map(Finding::level))
                .isEqualTo(level == null ? List.of() : List.of(level));
    }

    @Test
    @DisplayName("BIN-VOLUME the class may have another volume than the arrêté's (D-09)")
    void takesTheClassesVolume() {
        premiere.set(premiere.binome(), EquipeFields.HOURS_X, hours(100));
        premiere.set(premiere.binome(), EquipeFields.HOURS_Y, hours(100));
        premiere.set(premiere.root(), Classe.VOLUME, hours(200));

        assertThat(premiere.findings("BIN-VOLUME")).isEmpty();
    }

    @Test
    @DisplayName(
            "BIN-SERVICE weekly hours over all classes of a teacher, against 18 h or the own service")
    void addsUpOverClasses() {
        Plan terminale = Plan.at("board0000003", "terminale", "ma");
        Plan elsewhere = Plan.at("board0000004", "terminale", "mcv-a");
        premiere.set(premiere.binome(), EquipeFields.HOURS_X, hours(266));
        terminale.set(terminale.binome(), EquipeFields.HOURS_X, hours(221));
        elsewhere.set(elsewhere.binome(), EquipeFields.X, word(NADIA.value()));
        elsewhere.set(elsewhere.binome(), EquipeFields.HOURS_X, hours(260));
        assertThat(premiere.findings("BIN-SERVICE", terminale, elsewhere)).isEmpty();

        terminale.set(terminale.binome(), EquipeFields.HOURS_X, hours(222));
        assertThat(premiere.findings("BIN-SERVICE", terminale, elsewhere).getFirst().detail())
                .isEqualTo(new Detail.Overloaded(CLAIRE, 570 + 512, 1_080));
        hire(terminale, CLAIRE, "vente");
        terminale.set(
                EntityId.member(terminale.root(), EquipeFields.ENSEIGNANT, CLAIRE.value()),
                EquipeFields.SERVICE,
                hours(20 * 60));
        assertThat(premiere.findings("BIN-SERVICE", terminale, elsewhere)).isEmpty();
    }

    @Test
    @DisplayName("BIN-SERVICE économie-droit counts for whom it is given to (D-27)")
    void countsEconomieDroit() {
        premiere.set(premiere.binome(), EquipeFields.HOURS_Y, hours(28 * 17));
        premiere.set(premiere.binome(), EquipeFields.ECO_DROIT, word("Y"));
        assertThat(premiere.findings("BIN-SERVICE")).isEmpty();

        premiere.set(premiere.binome(), EquipeFields.HOURS_Y, hours(28 * 18));
        assertThat(premiere.findings("BIN-SERVICE").getFirst().detail())
                .isEqualTo(new Detail.Overloaded(MEHDI, 19 * 60, 18 * 60));
        premiere.set(premiere.binome(), EquipeFields.ECO_DROIT, word("autre"));
        assertThat(premiere.findings("BIN-SERVICE")).isEmpty();
    }

    @Test
    @DisplayName("BIN-DEUX who Y is depends on the day: earlier étapes stay attributed (D-07)")
    void changesInJanuary() {
        premiere.set(premiere.binome(), EquipeFields.TO, day("2026-12-31"));
        EntityId next =
                premiere.create(
                        EquipeFields.BINOME,
                        premiere.root(),
                        Map.of(
                                EquipeFields.X,
                                word(CLAIRE.value()),
                                EquipeFields.Y,
                                word(NADIA.value()),
                                EquipeFields.FROM,
                                day("2027-01-01")));
        hire(premiere, MEHDI, "vente");

        assertThat(premiere.on("2026-12-31").findings("BIN-DEUX")).isEmpty();
        assertThat(premiere.on("2027-01-01").findings("BIN-DEUX").getFirst().detail())
                .isEqualTo(new Detail.Persons(List.of(MEHDI)));
        assertThat(premiere.board().live(next)).isNotNull();
    }

    private EntityId inUnivers(String univers, String conduite) {
        EntityId situation =
                seconde.situation("pret", Map.of(SituationFields.UNIVERS, word(univers)));
        seconde.etape(situation, 55, conduite, "sec-suivre", "sec-s-informer");
        return situation;
    }

    @Test
    @DisplayName("SEC-TROIS-UNIVERS removing the only situation of MCV-B raises it (D-52)")
    void exploresThree() {
        assertThat(seconde.findings("SEC-TROIS-UNIVERS")).isEmpty();
        inUnivers("ma", "X");
        inUnivers("mcv-a", "X");
        EntityId last = inUnivers("mcv-b", "X");
        assertThat(seconde.findings("SEC-TROIS-UNIVERS")).isEmpty();

        seconde.remove(last);
        assertThat(seconde.findings("SEC-TROIS-UNIVERS").getFirst().detail())
                .isEqualTo(new Detail.Missing(List.of("mcv-b")));
    }

    @Test
    @DisplayName("SEC-CONTEXTES-VARIES three situations in the same type of place (D-51)")
    void varies() {
        EntityId first = inUnivers("ma", "X");
        inUnivers("mcv-a", "X");
        assertThat(seconde.findings("SEC-CONTEXTES-VARIES")).isEmpty();

        EntityId third = inUnivers("mcv-b", "X");
        assertThat(seconde.findings("SEC-CONTEXTES-VARIES").getFirst().detail())
                .isEqualTo(new Detail.TooFew(1, 3));
        seconde.write(first, SituationFields.TYPE, "commerce");
        assertThat(seconde.findings("SEC-CONTEXTES-VARIES").getFirst().detail())
                .isEqualTo(new Detail.TooFew(2, 3));
        seconde.write(third, SituationFields.TYPE, "Producteur");
        assertThat(seconde.findings("SEC-CONTEXTES-VARIES")).isEmpty();
    }

    @Test
    @DisplayName(
            "SEC-PAS-DE-SPECIALISATION one univers only, from the middle of the year on (D-58)")
    void specialisesNobody() {
        inUnivers("ma", "X");
        EntityId second = inUnivers("mcv-a", "XY");
        seconde.on("2027-01-31");
        assertThat(seconde.findings("SEC-PAS-DE-SPECIALISATION")).isEmpty();

        seconde.on("2027-02-01");
        assertThat(seconde.findings("SEC-PAS-DE-SPECIALISATION").getFirst().detail())
                .isEqualTo(new Detail.Specialised(MEHDI, List.of("mcv-a"), 2));
        seconde.etape(second, 0, "Y", "sec-suivre");
        assertThat(seconde.findings("SEC-PAS-DE-SPECIALISATION")).hasSize(1);
        inUnivers("mcv-b", "Y");
        assertThat(seconde.findings("SEC-PAS-DE-SPECIALISATION")).isEmpty();
    }
}
