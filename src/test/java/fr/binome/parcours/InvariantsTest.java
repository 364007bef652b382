package fr.binome.parcours;

import static fr.binome.parcours.Plan.CLAIRE;
import static fr.binome.parcours.Plan.MEHDI;
import static fr.binome.parcours.Plan.creating;
import static fr.binome.parcours.Plan.day;
import static fr.binome.parcours.Plan.setting;
import static fr.binome.parcours.Plan.text;
import static fr.binome.parcours.Plan.ticking;
import static fr.binome.parcours.Plan.weeks;
import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Role;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.Map;

/** What is refused, whoever asks, and what the refusal names. */
class InvariantsTest {
    private static final PersonId SOPHIE = new PersonId("psophie");
    private static final PersonId PROVISEURE = new PersonId("pproviseure");

    private final Plan seconde = Plan.of("seconde", "ma", "mcv-a", "mcv-b");
    private final Plan premiere = Plan.of("premiere", "ma");

    private static KernelCommand pfmp(Plan plan, String start, int weeks) {
        return creating(
                PfmpFields.PFMP,
                plan.id(),
                plan.root(),
                Map.of(PfmpFields.WEEKS, weeks(start, weeks)));
    }

    @ParameterizedTest
    @CsvSource({
        "A,2027-02-08,2,pfmpInHolidays PFMP-CALENDRIER",
        "B,2027-02-08,2,''",
        "B,2027-02-15,2,pfmpInHolidays PFMP-CALENDRIER",
        "C,2027-01-25,2,''",
        "C,2027-02-01,2,pfmpInHolidays PFMP-CALENDRIER",
        "B,2026-10-12,1,''",
        "B,2026-10-12,4,pfmpInHolidays PFMP-CALENDRIER",
        "B,2027-05-03,2,''",
    })
    @DisplayName("PFMP-CALENDRIER no period in companies over the holidays of the zone")
    void keepsPfmpOutOfHolidays(String zone, String start, int weeks, String refusal) {
        premiere.set(premiere.root(), Classe.ZONE, word(zone));

        assertThat(premiere.refusal(pfmp(premiere, start, weeks))).isEqualTo(refusal);
    }

    @Test
    @DisplayName("PFMP-CALENDRIER without a zone or a calendar nothing is compared")
    void comparesWithWhatIsKnown() {
        premiere.set(premiere.root(), Classe.ZONE, null);
        assertThat(premiere.refusal(pfmp(premiere, "2026-12-21", 1))).isEmpty();

        premiere.set(premiere.root(), Classe.ZONE, word("B"));
        assertThat(premiere.refusal(pfmp(premiere, "2031-12-22", 1))).isEmpty();
    }

    @Test
    @DisplayName("PFMP-SEMAINES-ENTIERES a period that starts on a Tuesday is no value of weeks")
    void takesWholeWeeks() {
        assertThat(
                        premiere.refusal(
                                creating(
                                        PfmpFields.PFMP,
                                        premiere.id(),
                                        premiere.root(),
                                        Map.of(PfmpFields.WEEKS, weeks("2026-11-10", 4)))))
                .contains("notWholeWeeks");
    }

    @Test
    @DisplayName("Y-1 two periods in companies never overlap, not even by one week")
    void keepsPeriodsApart() {
        EntityId first = premiere.pfmp("2026-11-09", 4);
        EntityId second = premiere.pfmp("2026-12-07", 2);

        assertThat(premiere.refusal(pfmp(premiere, "2026-11-30", 1))).isEqualTo("pfmpOverlap");
        assertThat(premiere.refusal(setting(second, PfmpFields.WEEKS, weeks("2026-11-30", 2))))
                .isEqualTo("pfmpOverlap");
        premiere.remove(first);
        assertThat(premiere.refusal(pfmp(premiere, "2026-11-09", 4))).isEmpty();
        premiere.accept(setting(second, PfmpFields.WEEKS, weeks("2026-11-30", 2)));
        assertThat(premiere.refusal(new KernelCommand.Restore(first))).isEqualTo("pfmpOverlap");
    }

    @Test
    @DisplayName("PFMP-CHEVAUCHEMENT no situation of a class while it is in companies")
    void keepsSituationsOutOfPfmp() {
        EntityId pfmp = premiere.pfmp("2026-11-09", 4);
        EntityId situation =
                premiere.situation("pret", Map.of(SituationFields.WEEKS, weeks("2026-11-02", 1)));

        assertThat(
                        premiere.refusal(
                                setting(situation, SituationFields.WEEKS, weeks("2026-11-02", 2))))
                .isEqualTo("situationOverPfmp PFMP-CHEVAUCHEMENT");
        assertThat(premiere.refusal(setting(pfmp, PfmpFields.WEEKS, weeks("2026-11-02", 4))))
                .isEqualTo("situationOverPfmp PFMP-CHEVAUCHEMENT");
        assertThat(
                        premiere.refusal(
                                setting(situation, SituationFields.WEEKS, weeks("2026-12-07", 2))))
                .isEmpty();
    }

    @Test
    @DisplayName("Y-2 what is broken already keeps nobody from working on the rest")
    void looksOnlyAtWhatChanged() {
        premiere.set(premiere.root(), Classe.ZONE, null);
        EntityId pfmp = premiere.pfmp("2026-12-21", 2);
        premiere.set(premiere.root(), Classe.ZONE, word("B"));

        EntityId objectif =
                premiere.create(
                        PfmpFields.OBJECTIF, pfmp, Map.of(PfmpFields.LABEL, text("Un objectif")));
        assertThat(premiere.board().live(objectif)).isNotNull();
    }

    @Test
    @DisplayName("SEC-CERT PFMP-SEC-NO-CERT nothing certificative in seconde, in class or outside")
    void certifiesNothingInSeconde() {
        KernelCommand window =
                creating(
                        PfmpFields.FENETRE,
                        seconde.id(),
                        seconde.root(),
                        Map.of(PfmpFields.FENETRE_NATURE, word("certificative")));
        EntityId situation = seconde.situation("brouillon", Map.of());

        assertThat(seconde.refusal(window)).isEqualTo("certificativeInSeconde SEC-CERT");
        assertThat(
                        seconde.refusal(
                                setting(
                                        situation,
                                        SituationFields.EVALUATION_NATURE,
                                        word("certificative"))))
                .isEqualTo("certificativeInSeconde SEC-CERT");
        assertThat(
                        premiere.refusal(
                                creating(
                                        PfmpFields.FENETRE,
                                        premiere.id(),
                                        premiere.root(),
                                        Map.of(
                                                PfmpFields.FENETRE_NATURE,
                                                word("certificative"),
                                                PfmpFields.FENETRE_EPREUVE,
                                                word("U31")))))
                .isEmpty();
    }

    private static Map<Field, Content> coIntervention() {
        return new HashMap<>(
                Map.of(
                        CoInterventionFields.ACTIVITE_RAP,
                        word("ma-rap-accueil-multicanal"),
                        CoInterventionFields.PROFESSIONNEL,
                        word(MEHDI.value()),
                        CoInterventionFields.GENERAL,
                        word(SOPHIE.value()),
                        CoInterventionFields.DISCIPLINE,
                        word("francais")));
    }

    private static KernelCommand coIntervention(Plan plan, Map<Field, Content> fields) {
        return creating(CoInterventionFields.CO_INTERVENTION, plan.id(), plan.root(), fields);
    }

    private static void hire(Plan plan, PersonId person, String discipline) {
        EntityId member = EntityId.member(plan.root(), EquipeFields.ENSEIGNANT, person.value());
        plan.accept(
                creating(
                        EquipeFields.ENSEIGNANT,
                        member,
                        plan.root(),
                        Map.of(EquipeFields.DISCIPLINE, word(discipline))));
    }

    @Test
    @DisplayName("COI-RAP a co-intervention starts from a RAP activity of the class")
    void asksForARapActivity() {
        hire(premiere, SOPHIE, "francais");
        Map<Field, Content> fields = coIntervention();
        assertThat(premiere.refusal(coIntervention(premiere, fields))).isEmpty();

        fields.put(CoInterventionFields.ACTIVITE_RAP, word("mcv-rap-conseil-vente"));
        assertThat(premiere.refusal(coIntervention(premiere, fields)))
                .isEqualTo("coInterventionWithoutRap COI-RAP");
        fields.remove(CoInterventionFields.ACTIVITE_RAP);
        assertThat(premiere.refusal(coIntervention(premiere, fields)))
                .isEqualTo("coInterventionWithoutRap COI-RAP");
    }

    @ParameterizedTest
    @CsvSource({
        "professionnel,psophie",
        "professionnel,",
        "general,pmehdi",
        "general,pclaire",
        "general,",
        "discipline,vente",
        "discipline,mathematiques",
        "discipline,eps",
        "discipline,",
    })
    @DisplayName(
            "COI-DISCIPLINE one of the binôme and one of French or mathematics, no two of vente")
    void asksForBothSides(String field, String word) {
        hire(premiere, SOPHIE, "francais");
        hire(premiere, CLAIRE, "vente");
        Field.Register register =
                switch (field) {
                    case "professionnel" -> CoInterventionFields.PROFESSIONNEL;
                    case "general" -> CoInterventionFields.GENERAL;
                    default -> CoInterventionFields.DISCIPLINE;
                };
        EntityId id =
                premiere.create(
                        CoInterventionFields.CO_INTERVENTION, premiere.root(), coIntervention());

        assertThat(premiere.refusal(setting(id, register, word == null ? null : word(word))))
                .isEqualTo("coInterventionOneSided COI-DISCIPLINE");
    }

    @ParameterizedTest
    @CsvSource({
        "premiere,seed-2019,false", "premiere,reforme-2024,false",
        "terminale,seed-2019,false", "terminale,reforme-2024,true",
    })
    @DisplayName("COI-DISCIPLINE the reform opens terminale to every general discipline")
    void opensTerminale(String year, String ruleset, boolean open) {
        Plan plan = Plan.of(year, "ma");
        plan.set(plan.root(), Classe.RULESET, word(ruleset));
        hire(plan, SOPHIE, "eps");
        Map<Field, Content> fields = coIntervention();
        fields.put(CoInterventionFields.DISCIPLINE, word("eps"));

        assertThat(plan.refusal(coIntervention(plan, fields)).isEmpty()).isEqualTo(open);
    }

    @Test
    @DisplayName("CDO-DES-PREMIERE no chef-d'œuvre on a class of seconde")
    void startsProjectsInPremiere() {
        KernelCommand inSeconde =
                creating(ChefDOeuvreFields.CHEF_D_OEUVRE, seconde.id(), seconde.root(), Map.of());
        KernelCommand inPremiere =
                creating(ChefDOeuvreFields.CHEF_D_OEUVRE, premiere.id(), premiere.root(), Map.of());

        assertThat(seconde.refusal(inSeconde)).isEqualTo("chefDOeuvreInSeconde CDO-DES-PREMIERE");
        assertThat(premiere.refusal(inPremiere)).isEmpty();
    }

    @Test
    @DisplayName("CDO-PAS-SUBSTITUT a chef-d'œuvre is tied to no exam unit")
    void tiesProjectsToNoUnit() {
        EntityId id = premiere.create(ChefDOeuvreFields.CHEF_D_OEUVRE, premiere.root(), Map.of());

        assertThat(premiere.refusal(setting(id, ChefDOeuvreFields.EPREUVE, word("U31"))))
                .isEqualTo("chefDOeuvreNoEpreuve CDO-PAS-SUBSTITUT");
    }

    @Test
    @DisplayName("PFMP-SEC-FREE-SECTOR a period of the class has no field for a sector")
    void imposesNoSector() {
        assertThat(PfmpFields.PFMP.fields().stream().map(Field::name)).containsExactly("weeks");
    }

    @Test
    @DisplayName("D-64, D-126 a place says which univers it opens and whether it is public")
    void knowsPlaces() {
        EntityId place =
                premiere.create(
                        OrganisationFields.ORGANISATION,
                        premiere.root(),
                        Map.of(
                                OrganisationFields.LABEL, text("Mairie de Valsol"),
                                OrganisationFields.STATUT, word("publique")));
        premiere.tick(place, OrganisationFields.UNIVERS, "ma", "mcv-b");

        assertThat(premiere.refusal(setting(place, OrganisationFields.STATUT, word("mixte"))))
                .startsWith("Invalid");
        assertThat(premiere.refusal(Plan.ticking(place, OrganisationFields.UNIVERS, "tourisme")))
                .startsWith("Invalid");
    }

    @Test
    @DisplayName("BIN-PAS-DE-BLOC-RESERVE no field for hours per bloc exists")
    void asksNoHoursPerBloc() {
        assertThat(
                        Plan.KIND.schema().kinds().stream()
                                .flatMap(kind -> kind.fields().stream())
                                .map(field -> field.name().toLowerCase(java.util.Locale.ROOT)))
                .noneMatch(name -> name.contains("bloc"));
    }

    @Test
    @DisplayName(
            "Y-3 nobody agrees or proposes in another's name; a proposal is answered by the other")
    void signsForOneself() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        EntityId etape = premiere.etape(situation, 55, "X", "ma-b1-flux");
        EntityId proposal = EntityId.member(etape, EtapeFields.PROPOSITION, CLAIRE.value());
        EntityId accord = EntityId.member(situation, SituationFields.ACCORD, MEHDI.value());

        assertThat(
                        premiere.as(CLAIRE)
                                .refusal(ticking(etape, EtapeFields.PROPOSITION, MEHDI.value())))
                .isEqualTo("notYours");
        assertThat(premiere.refusal(new KernelCommand.Remove(accord))).isEqualTo("notYours");
        premiere.accept(
                creating(
                        EtapeFields.PROPOSITION,
                        proposal,
                        etape,
                        Map.of(EtapeFields.PROPOSITION_CONDUITE, word("Y"))));
        premiere.as(MEHDI);
        assertThat(
                        premiere.refusal(
                                setting(proposal, EtapeFields.PROPOSITION_CONDUITE, word("XY"))))
                .isEqualTo("notYours");
        premiere.accept(
                setting(etape, EtapeFields.CONDUITE_PAR, word("Y")),
                new KernelCommand.Remove(proposal));
        premiere.accept(
                setting(etape, EtapeFields.CONDUITE_PAR, word("X")),
                new KernelCommand.Restore(proposal));
    }

    @Test
    @DisplayName("PFMP-RESPONSABLE only the direction validates, and for the weeks it saw")
    void letsTheDirectionValidate() {
        EntityId pfmp = premiere.pfmp("2026-11-09", 4);
        assertThat(
                        premiere.as(CLAIRE)
                                .refusal(ticking(pfmp, PfmpFields.VALIDATION, CLAIRE.value())))
                .isEqualTo("notDirection PFMP-RESPONSABLE");

        premiere.accept(
                        Classe.ACCES
                                .grant(premiere.board().id(), PROVISEURE, Role.LECTURE)
                                .toArray(KernelCommand[]::new))
                .tick(premiere.root(), EquipeFields.DIRECTION, PROVISEURE.value())
                .as(PROVISEURE)
                .tick(pfmp, PfmpFields.VALIDATION, PROVISEURE.value());
        assertThat(validated(pfmp)).isTrue();

        premiere.as(CLAIRE).set(pfmp, PfmpFields.WEEKS, weeks("2026-11-16", 4));
        assertThat(validated(pfmp)).isFalse();
    }

    private boolean validated(EntityId pfmp) {
        fr.binome.board.Entity entity = premiere.board().live(pfmp);
        return entity != null && Pfmp.in(premiere.board(), entity).validated();
    }

    private static KernelCommand setAside(Plan plan, PersonId by, String reason, String day) {
        return creating(
                Classe.ECARTE,
                plan.id(),
                plan.root(),
                Map.of(
                        Classe.ECARTE_CONSTAT,
                        word("HOR-MULTIBLOC~sit000000001"),
                        Classe.ECARTE_RAISON,
                        text(reason),
                        Classe.ECARTE_PAR,
                        word(by.value()),
                        Classe.ECARTE_LE,
                        day(day)));
    }

    @Test
    @DisplayName("Y-4 a finding is set aside with a reason, in one's own name, on the day")
    void setsAsideInOnesOwnName() {
        premiere.as(CLAIRE).on("2026-11-25");

        assertThat(premiere.refusal(setAside(premiere, CLAIRE, "Une séance.", "2026-11-25")))
                .isEmpty();
        assertThat(premiere.refusal(setAside(premiere, CLAIRE, "Une séance.", "2026-11-11")))
                .isEmpty();
        assertThat(premiere.refusal(setAside(premiere, MEHDI, "Une séance.", "2026-11-25")))
                .isEqualTo("notYours");
        assertThat(premiere.refusal(setAside(premiere, CLAIRE, " ", "2026-11-25")))
                .isEqualTo("setAsideIncomplete");
        assertThat(premiere.refusal(setAside(premiere, CLAIRE, "Une séance.", "2026-11-10")))
                .isEqualTo("setAsideIncomplete");
        assertThat(premiere.refusal(setAside(premiere, CLAIRE, "Une séance.", "2026-11-27")))
                .isEqualTo("setAsideIncomplete");
    }

    @Test
    @DisplayName("Y-4 another may take a finding back up, not rewrite the reason")
    void leavesTheReasonToItsAuthor() {
        premiere.as(CLAIRE).on("2026-11-25");
        premiere.accept(setAside(premiere, CLAIRE, "Une séance.", "2026-11-25"));
        EntityId id = premiere.board().children(premiere.root(), Classe.ECARTE).getFirst().id();
        premiere.as(MEHDI).on("2027-03-01");

        assertThat(premiere.refusal(setting(id, Classe.ECARTE_PAR, word(MEHDI.value()))))
                .isEqualTo("notYours");
        assertThat(premiere.refusal(new KernelCommand.Remove(id))).isEmpty();
    }
}
