package fr.binome.board;

import static fr.binome.board.Carnet.CLAIRE;
import static fr.binome.board.Carnet.MEHDI;
import static fr.binome.board.Carnet.ROOT;
import static fr.binome.board.Carnet.remove;
import static fr.binome.board.Carnet.restore;
import static fr.binome.board.Carnet.set;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Who may do what on a board. */
class AccesTest {
    private static final Acces ACCES = CarnetKind.ACCES;
    private static final EntityId OF_CLAIRE = acces(CLAIRE);
    private static final EntityId OF_MEHDI = acces(MEHDI);

    private final Carnet carnet = Carnet.empty();

    @Test
    @DisplayName("K-3 a person has the role that is granted, a stranger none, systeme all")
    void grantsRoles() {
        assertThat(ACCES.of(carnet.board(), CLAIRE)).isEqualTo(Role.RESPONSABLE);
        assertThat(ACCES.of(carnet.board(), MEHDI)).isNull();
        assertThat(ACCES.of(carnet.board(), PersonId.SYSTEME)).isEqualTo(Role.RESPONSABLE);

        grant(MEHDI, Role.COMMENTAIRE);
        assertThat(ACCES.of(carnet.board(), MEHDI)).isEqualTo(Role.COMMENTAIRE);
        assertThat(ACCES.persons(carnet.board())).containsExactlyInAnyOrder(CLAIRE, MEHDI);

        carnet.accept(Role.RESPONSABLE, remove(OF_MEHDI));
        assertThat(ACCES.of(carnet.board(), MEHDI)).isNull();
        grant(MEHDI, Role.LECTURE);
        assertThat(ACCES.of(carnet.board(), MEHDI)).as("granted anew").isEqualTo(Role.LECTURE);
        carnet.accept(Role.RESPONSABLE, set(OF_MEHDI, "role", null));
        assertThat(ACCES.of(carnet.board(), MEHDI)).as("without a role").isNull();
    }

    @Test
    @DisplayName("K-3 each role includes those before it")
    void ordersRoles() {
        List<Role> order = List.of(Role.LECTURE, Role.COMMENTAIRE, Role.ECRITURE, Role.RESPONSABLE);
        for (Role role : order) {
            for (Role needed : order) {
                assertThat(role.includes(needed))
                        .isEqualTo(order.indexOf(role) >= order.indexOf(needed));
            }
            assertThat(Role.of(role.word())).isEqualTo(role);
        }
        assertThat(Role.of("ECRITURE")).isNull();
    }

    @Test
    @DisplayName(
            "S-33 the last responsable stays, whichever way it would go, until there is another")
    void keepsTheLastResponsable() {
        Refusal last = new Acces.LastResponsable();
        assertThat(carnet.refuse(Role.RESPONSABLE, remove(OF_CLAIRE))).isEqualTo(last);
        assertThat(carnet.refuse(Role.RESPONSABLE, set(OF_CLAIRE, "role", null))).isEqualTo(last);
        assertThat(
                        carnet.refuse(
                                Role.RESPONSABLE,
                                set(OF_CLAIRE, "role", new Value.Word("ecriture"))))
                .isEqualTo(last);
        // Together with what puts it right, it is one act.
        carnet.accept(Role.RESPONSABLE, remove(OF_CLAIRE), restore(OF_CLAIRE));

        grant(MEHDI, Role.RESPONSABLE);
        carnet.accept(Role.RESPONSABLE, remove(OF_CLAIRE));
        assertThat(carnet.refuse(Role.RESPONSABLE, remove(OF_MEHDI))).isEqualTo(last);
    }

    @Test
    @DisplayName("S-33 a board that has no responsable yet may be given its first grants")
    void startsWithoutResponsable() {
        Carnet orphan =
                Carnet.of(
                        Board.of(Carnet.BOARD, CarnetKind.SCHEMA, 1, List.of(carnet.entity(ROOT))));

        orphan.accept(
                Role.RESPONSABLE,
                ACCES.grant(Carnet.BOARD, MEHDI, Role.LECTURE).toArray(KernelCommand[]::new));
        assertThat(ACCES.of(orphan.board(), MEHDI)).isEqualTo(Role.LECTURE);
    }

    private void grant(PersonId person, Role role) {
        carnet.accept(
                Role.RESPONSABLE,
                ACCES.grant(Carnet.BOARD, person, role).toArray(KernelCommand[]::new));
    }

    private static EntityId acces(PersonId person) {
        return EntityId.member(ROOT, ACCES.kind(), person.value());
    }
}
