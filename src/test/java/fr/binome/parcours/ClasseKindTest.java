package fr.binome.parcours;

import static fr.binome.parcours.Plan.CLAIRE;
import static fr.binome.parcours.Plan.MEHDI;
import static fr.binome.parcours.Plan.day;
import static fr.binome.parcours.Plan.setting;
import static fr.binome.parcours.Plan.ticking;
import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.binome.apport.ClasseDigest;
import fr.binome.board.Decision;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Refusal;
import fr.binome.board.Role;
import fr.binome.board.Value;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a class prepares, who is in it, and what it tells others. */
class ClasseKindTest {
    private static final String OF_MA = "ma-b1-flux";
    private static final String OF_MCV = "mcv-b1-veille";
    private static final String COMMUNE = Plan.REFERENTIELS.communes().iterator().next();

    @Test
    @DisplayName("S-33 D-18 an étape works competences of the class's specialty, and no other")
    void competencesOfTheClasse() {
        Plan plan = Plan.of("premiere", "ma");
        EntityId situation = plan.situation("brouillon", Map.of());
        EntityId etape = plan.etape(situation, 55, "X", OF_MA);
        plan.tick(situation, SituationFields.COMPETENCE_ENVISAGEE, OF_MA);

        for (String other : List.of(OF_MCV, COMMUNE)) {
            assertRefused(
                    plan,
                    new ParcoursRefusal.NotOfTheClasse(etape, other),
                    ticking(etape, EtapeFields.COMPETENCE, other));
            assertRefused(
                    plan,
                    new ParcoursRefusal.NotOfTheClasse(situation, other),
                    ticking(situation, SituationFields.COMPETENCE_ENVISAGEE, other));
        }
        EntityId unknown = EntityId.member(etape, EtapeFields.COMPETENCE, "ma-b9-nothing");
        assertRefused(
                plan,
                new Refusal.Invalid(unknown, null, "id"),
                ticking(etape, EtapeFields.COMPETENCE, "ma-b9-nothing"));
    }

    @Test
    @DisplayName("S-33 D-18 in seconde the common competences count, and any univers of the class")
    void communesInSeconde() {
        Plan plan = Plan.of("seconde", "ma", "mcv-a");
        EntityId situation = plan.situation("brouillon", Map.of());
        plan.etape(situation, 55, "X", COMMUNE, OF_MA, OF_MCV);
        plan.set(situation, SituationFields.UNIVERS, word("mcv-a"));

        assertRefused(
                plan,
                new ParcoursRefusal.NotOfTheClasse(situation, "mcv-b"),
                setting(situation, SituationFields.UNIVERS, word("mcv-b")));
    }

    @Test
    @DisplayName("S-33 D-01 a class of première or terminale prepares exactly one specialty")
    void oneSpecialite() {
        Plan premiere = Plan.of("premiere", "ma");
        EntityId root = premiere.root();
        Refusal one = new ParcoursRefusal.OneSpecialite(root);
        KernelCommand more = ticking(root, Classe.SPECIALITE, "mcv-a");
        KernelCommand none =
                new KernelCommand.Remove(EntityId.member(root, Classe.SPECIALITE, "ma"));

        assertRefused(premiere, one, more);
        assertRefused(premiere, one, none);
        premiere.accept(none, more).set(root, Classe.YEAR, word("terminale"));

        Plan seconde = Plan.of("seconde", "ma", "mcv-a");
        assertRefused(seconde, one, setting(root, Classe.YEAR, word("premiere")));
        seconde.tick(root, Classe.SPECIALITE, "mcv-b");
    }

    @Test
    @DisplayName("P-13 who takes the place of Y may write, and is the Y of the newest binôme")
    void welcomesY() {
        PersonId lea = new PersonId("plea");
        Plan plan = Plan.of("premiere", "ma");
        EntityId january = plan.id();
        plan.accept(
                new KernelCommand.Create(
                        "binome",
                        january,
                        plan.root(),
                        plan.binome(),
                        Map.of("x", word(CLAIRE.value()), "from", day("2027-01-04"))));
        plan.as(PersonId.SYSTEME)
                .accept(
                        Foundation.welcomeY(plan.board(), lea, LocalDate.of(2027, 1, 4), plan.id())
                                .toArray(KernelCommand[]::new));

        assertThat(Classe.ACCES.of(plan.board(), lea)).isEqualTo(Role.ECRITURE);
        assertThat(
                        plan.board().children(plan.root(), EquipeFields.BINOME).stream()
                                .map(binome -> binome.word(EquipeFields.Y)))
                .as("what was taught before January stays attributed")
                .containsExactly(MEHDI.value(), lea.value());
    }

    @Test
    @DisplayName(
            "P-13 D-07 who follows a Y begins a binôme, so that earlier étapes stay attributed")
    void followsY() {
        PersonId lea = new PersonId("plea");
        Plan plan = Plan.of("premiere", "ma");
        plan.set(plan.binome(), EquipeFields.HOURS_X, new Value.Whole(140));
        EntityId fresh = plan.id();
        plan.as(PersonId.SYSTEME)
                .accept(
                        Foundation.welcomeY(plan.board(), lea, LocalDate.of(2027, 1, 4), fresh)
                                .toArray(KernelCommand[]::new));

        assertThat(plan.board().children(plan.root(), EquipeFields.BINOME))
                .extracting(
                        Entity::id,
                        binome -> binome.word(EquipeFields.X),
                        binome -> binome.word(EquipeFields.Y),
                        binome -> binome.day(EquipeFields.TO),
                        binome -> binome.number(EquipeFields.HOURS_X, 0))
                .containsExactly(
                        tuple(
                                plan.binome(),
                                CLAIRE.value(),
                                MEHDI.value(),
                                LocalDate.of(2027, 1, 3),
                                140),
                        tuple(fresh, CLAIRE.value(), lea.value(), null, 140));
    }

    @Test
    @DisplayName("a class tells the home page its label, year, specialties and who is in it")
    void tellsItsDigest() {
        assertThat(
                        Plan.KIND
                                .reader()
                                .read(
                                        Plan.of("premiere", "ma").board(),
                                        Map.of(),
                                        Instant.parse("2026-11-25T08:00:00Z"))
                                .digest())
                .isInstanceOfSatisfying(
                        ClasseDigest.class,
                        digest -> {
                            assertThat(digest.label()).isEqualTo("Test");
                            assertThat(digest.year()).isEqualTo("premiere");
                            assertThat(digest.rentree()).isEqualTo(2026);
                            assertThat(digest.specialites()).containsExactly("ma");
                            assertThat(digest.members())
                                    .isEqualTo(
                                            Map.of("pclaire", "responsable", "pmehdi", "ecriture"));
                        });
    }

    private static void assertRefused(Plan plan, Refusal why, KernelCommand... commands) {
        assertThat(plan.decide(commands))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(why));
    }
}
