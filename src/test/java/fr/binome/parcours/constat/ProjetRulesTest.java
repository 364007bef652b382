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
import fr.binome.parcours.ChefDOeuvreFields;
import fr.binome.parcours.CoInterventionFields;
import fr.binome.parcours.EquipeFields;
import fr.binome.parcours.Plan;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Co-interventions and the chef-d'œuvre. */
class ProjetRulesTest {
    private static final PersonId SOPHIE = new PersonId("psophie");

    private final Plan premiere = Plan.of("premiere", "ma");

    private static EntityId coIntervention(Plan plan, String discipline) {
        EntityId teacher = EntityId.member(plan.root(), EquipeFields.ENSEIGNANT, SOPHIE.value());
        plan.accept(creating(EquipeFields.ENSEIGNANT, teacher, plan.root(), Map.of()));
        plan.set(teacher, EquipeFields.DISCIPLINE, word(discipline));
        return plan.create(
                CoInterventionFields.CO_INTERVENTION,
                plan.root(),
                Map.of(
                        CoInterventionFields.ACTIVITE_RAP,
                        word("ma-rap-accueil-multicanal"),
                        CoInterventionFields.PROFESSIONNEL,
                        word(MEHDI.value()),
                        CoInterventionFields.GENERAL,
                        word(SOPHIE.value()),
                        CoInterventionFields.DISCIPLINE,
                        word(discipline)));
    }

    private static void seance(Plan plan, EntityId coIntervention, int minutes) {
        plan.create(
                CoInterventionFields.SEANCE,
                coIntervention,
                Map.of(CoInterventionFields.SEANCE_MINUTES, new Value.Whole(minutes)));
    }

    @Test
    @DisplayName("COI-TRIPLE the missing anchor is named: programme, competence, savoir (D-114)")
    void wantsThreeAnchors() {
        EntityId id = coIntervention(premiere, "francais");
        assertThat(premiere.findings("COI-TRIPLE").getFirst().detail())
                .isEqualTo(new Detail.Missing(List.of("capacite", "competence", "savoir")));

        premiere.tick(id, CoInterventionFields.CAPACITE, "fr-oral");
        premiere.tick(id, CoInterventionFields.SAVOIR, "ma-b1-savoir-communication");
        assertThat(premiere.findings("COI-TRIPLE").getFirst().detail())
                .isEqualTo(new Detail.Missing(List.of("competence")));
        premiere.tick(id, CoInterventionFields.COMPETENCE, "ma-b1-demande");
        assertThat(premiere.findings("COI-TRIPLE")).isEmpty();
    }

    @Test
    @DisplayName("COI-DISCIPLINE a colleague who left the class since is a finding")
    void seesWhoLeft() {
        coIntervention(premiere, "francais");
        assertThat(premiere.findings("COI-DISCIPLINE")).isEmpty();

        premiere.remove(EntityId.member(premiere.root(), EquipeFields.ENSEIGNANT, SOPHIE.value()));
        Finding finding = premiere.findings("COI-DISCIPLINE").getFirst();
        assertThat(finding.level()).isEqualTo(Level.ERROR);
        assertThat(finding.detail()).isEqualTo(new Detail.Missing(List.of("general")));
    }

    @Test
    @DisplayName("COI-RAP an activity of a specialty that the class does not prepare any more")
    void seesAnotherSpecialty() {
        EntityId id = coIntervention(premiere, "francais");
        assertThat(premiere.findings("COI-RAP")).isEmpty();

        assertThat(
                        premiere.forced(
                                        id,
                                        CoInterventionFields.ACTIVITE_RAP,
                                        word("mcv-rap-conseil-vente"))
                                .findings("COI-RAP"))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "COI-HEURES planned against the arrêté: 28 h of French, 14 of mathematics in première")
    void addsUpHours() {
        EntityId french = coIntervention(premiere, "francais");
        seance(premiere, french, 55);
        assertThat(premiere.findings("COI-HEURES").getFirst().detail())
                .isEqualTo(new Detail.Seances("francais", 55, 28));

        for (int i = 0; i < 3; i++) {
            seance(premiere, french, 525);
        }
        seance(premiere, french, 50);
        assertThat(premiere.findings("COI-HEURES")).isEmpty();
        EntityId maths = coIntervention(premiere, "mathematiques");
        seance(premiere, maths, 60);
        assertThat(premiere.findings("COI-HEURES").getFirst().detail())
                .isEqualTo(new Detail.Seances("mathematiques", 60, 14));
    }

    @Test
    @DisplayName("COI-HEURES in terminale 26 h of all disciplines together")
    void addsUpTogether() {
        Plan terminale = Plan.of("terminale", "ma");
        seance(terminale, coIntervention(terminale, "francais"), 60);
        seance(terminale, coIntervention(terminale, "mathematiques"), 60);

        assertThat(terminale.findings("COI-HEURES"))
                .extracting(Finding::detail)
                .containsExactly(new Detail.Seances(null, 120, 26));
    }

    private EntityId chef() {
        return premiere.create(ChefDOeuvreFields.CHEF_D_OEUVRE, premiere.root(), Map.of());
    }

    @Test
    @DisplayName("CDO-DES-PREMIERE one that says it started in terminale")
    void startsInPremiere() {
        EntityId chef = chef();
        premiere.set(chef, ChefDOeuvreFields.START_YEAR, word("premiere"));
        assertThat(premiere.findings("CDO-DES-PREMIERE")).isEmpty();

        premiere.set(chef, ChefDOeuvreFields.START_YEAR, word("terminale"));
        assertThat(premiere.findings("CDO-DES-PREMIERE")).hasSize(1);
    }

    @Test
    @DisplayName("CDO-COMPETENCES either list empty is a finding (D-116)")
    void wantsBothLists() {
        EntityId chef = chef();
        assertThat(premiere.findings("CDO-COMPETENCES").getFirst().detail())
                .isEqualTo(
                        new Detail.Missing(List.of("competenceChefDOeuvre", "competenceCommune")));

        premiere.tick(chef, ChefDOeuvreFields.COMPETENCE, "ma-b2-projet");
        assertThat(premiere.findings("CDO-COMPETENCES").getFirst().detail())
                .isEqualTo(new Detail.Missing(List.of("competenceCommune")));
        commune(chef, "generale");
        assertThat(premiere.findings("CDO-COMPETENCES")).isEmpty();
    }

    private void commune(EntityId chef, String kind) {
        premiere.create(
                ChefDOeuvreFields.COMMUNE,
                chef,
                Map.of(ChefDOeuvreFields.COMMUNE_KIND, word(kind)));
    }

    @Test
    @DisplayName("CDO-SOCIALES one social and one creative competence at least (D-117)")
    void wantsSocialAndCreative() {
        EntityId chef = chef();
        commune(chef, "generale");
        commune(chef, "sociale");
        assertThat(premiere.findings("CDO-SOCIALES").getFirst().detail())
                .isEqualTo(new Detail.Missing(List.of("creativite")));

        commune(chef, "creativite");
        assertThat(premiere.findings("CDO-SOCIALES")).isEmpty();
    }

    @Test
    @DisplayName("CDO-EVALUATION followed in both years, and an oral in terminale (D-123, D-124)")
    void wantsToBeFollowed() {
        EntityId chef = chef();
        evaluation(chef, "suivi", "premiere");
        evaluation(chef, "oral-individuel", "premiere");
        assertThat(premiere.findings("CDO-EVALUATION").getFirst().detail())
                .isEqualTo(
                        new Detail.Missing(
                                List.of("suivi/terminale", "oral-individuel/terminale")));

        evaluation(chef, "suivi", "terminale");
        evaluation(chef, "oral-individuel", "terminale");
        assertThat(premiere.findings("CDO-EVALUATION")).isEmpty();
    }

    private void evaluation(EntityId chef, String kind, String year) {
        premiere.create(
                ChefDOeuvreFields.EVALUATION,
                chef,
                Map.of(
                        ChefDOeuvreFields.EVALUATION_KIND,
                        word(kind),
                        ChefDOeuvreFields.EVALUATION_YEAR,
                        word(year)));
    }

    @Test
    @DisplayName("CDO-PROJET fewer than four milestones with a day and an owner (D-118)")
    void wantsMilestones() {
        EntityId chef = chef();
        for (int i = 1; i <= 3; i++) {
            jalon(chef, "2026-10-0" + i);
        }
        EntityId open = premiere.create(ChefDOeuvreFields.JALON, chef, Map.of());
        premiere.set(open, ChefDOeuvreFields.JALON_DAY, day("2026-12-01"));
        assertThat(premiere.findings("CDO-PROJET").getFirst().detail())
                .isEqualTo(new Detail.TooFew(3, 4));

        premiere.set(open, ChefDOeuvreFields.JALON_OWNER, word(CLAIRE.value()));
        assertThat(premiere.findings("CDO-PROJET")).isEmpty();
    }

    private void jalon(EntityId chef, String day) {
        premiere.create(
                ChefDOeuvreFields.JALON,
                chef,
                Map.of(
                        ChefDOeuvreFields.JALON_DAY,
                        day(day),
                        ChefDOeuvreFields.JALON_OWNER,
                        word(MEHDI.value())));
    }
}
