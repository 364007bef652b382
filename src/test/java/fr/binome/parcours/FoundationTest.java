package fr.binome.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.Asker;
import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.board.Stamp;
import fr.binome.board.Value;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How a class begins. */
class FoundationTest {
    private static final BoardId BOARD = new BoardId("board0000001");
    private static final PersonId CLAIRE = new PersonId("pclaire");

    static Stream<Arguments> foundations() {
        return Stream.of(
                Arguments.of("2MRC", "seconde", 2026, List.of("ma", "mcv-a", "mcv-b"), null),
                Arguments.of("1MA", "premiere", 2026, List.of("ma"), null),
                Arguments.of("x".repeat(59), "terminale", 2019, List.of("mcv-b"), null),
                Arguments.of(" ", "seconde", 2026, List.of("ma"), "label"),
                Arguments.of("x".repeat(60), "seconde", 2026, List.of("ma"), "label"),
                Arguments.of("2\nMRC", "seconde", 2026, List.of("ma"), "label"),
                Arguments.of("2\uD83D", "seconde", 2026, List.of("ma"), "label"),
                Arguments.of("2\u2028MRC", "seconde", 2026, List.of("ma"), "label"),
                Arguments.of("2\u0085MRC", "seconde", 2026, List.of("ma"), "label"),
                Arguments.of("CAP", "cap", 2026, List.of("ma"), "year"),
                Arguments.of("2MRC", "seconde", 2018, List.of("ma"), "rentree"),
                Arguments.of("2MRC", "seconde", 2100, List.of("ma"), "rentree"),
                Arguments.of("2MRC", "seconde", 2026, List.of(), "specialites"),
                Arguments.of("2MRC", "seconde", 2026, List.of("vente"), "specialites"),
                Arguments.of("2MRC", "seconde", 2026, List.of("ma", "ma"), "specialites"),
                Arguments.of("1MA", "premiere", 2026, List.of("ma", "mcv-a"), "specialites"),
                Arguments.of("TMA", "terminale", 2026, List.of(), "specialites"));
    }

    @ParameterizedTest
    @MethodSource("foundations")
    @DisplayName(
            "D-01 a class has a label, a year, a rentrée and its specialties; the fault is named")
    void namesFaults(
            String label,
            String year,
            int rentree,
            List<String> specialites,
            @Nullable String fault) {
        Foundation foundation = new Foundation(BOARD, label, year, rentree, specialites, CLAIRE);

        assertThat(foundation.fault()).isEqualTo(fault);
        if (fault == null) {
            assertFounded(foundation);
        }
    }

    private static void assertFounded(Foundation foundation) {
        ClasseKind kind = Plan.KIND;
        Instant now = Instant.parse("2026-09-01T08:00:00Z");
        Board before = Board.empty(BOARD, kind.schema());
        List<Change> changes = foundation.changes("binome000001");
        Board board = before.after(changes, new Stamp(1, CLAIRE, now));

        Entity root = board.root();
        assertThat(root).isNotNull();
        if (root != null) {
            assertThat(root.text(Classe.LABEL).plain()).isEqualTo(foundation.label() + "\n");
            assertThat(root.word(Classe.YEAR)).isEqualTo(foundation.year());
            assertThat(root.number(Classe.RENTREE, 0)).isEqualTo(foundation.rentree());
        }
        assertThat(Classe.ACCES.of(board, CLAIRE)).isEqualTo(Role.RESPONSABLE);
        assertThat(board.children(board.rootId(), Classe.SPECIALITE))
                .hasSize(foundation.specialites().size());
        Entity binome = board.live(new EntityId("binome000001"));
        assertThat(binome).isNotNull();
        if (binome != null) {
            assertThat(binome.word(EquipeFields.X)).isEqualTo(CLAIRE.value());
            assertThat(binome.value(EquipeFields.FROM))
                    .isEqualTo(new Value.Day(LocalDate.of(foundation.rentree(), 9, 1)));
        }
        assertThat(kind.veto(before, changes, board, new Asker(CLAIRE, Role.RESPONSABLE, now)))
                .as("a class is in order from its first moment")
                .isNull();
    }
}
