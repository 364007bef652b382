package fr.binome.wire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Command;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Rank;
import fr.binome.board.Role;
import fr.binome.board.Value;
import fr.binome.parcours.ClasseKind;
import fr.binome.parcours.EtapeFields;
import fr.binome.referentiel.Referentiels;
import fr.binome.text.DeltaBuilder;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A client in this process reads and writes the very messages of the others. */
class DownTest {
    private static final BoardId BOARD = new BoardId("board0000001");
    private static final PersonId CLAIRE = new PersonId("pclaire");
    private static final EntityId ETAPE = new EntityId("etape0000001");
    private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");

    private static KindWire<NoCommand> wire() throws Exception {
        return new KindWire<>(new ClasseKind(Referentiels.load()), NoCommand.class);
    }

    static List<Down> messages() {
        return List.of(
                new Down.Welcome(-1, CLAIRE, AT, "dev", Map.of("boards", 20L)),
                new Down.State(BOARD, "i1", Role.ECRITURE, 7, 3, 2L, 6L, null, null),
                new Down.People(BOARD, Map.of(CLAIRE, new Down.Shown("Claire K.", 0))),
                new Down.Frame(
                        BOARD,
                        1,
                        2,
                        List.of(
                                new Down.Accepted(
                                        2,
                                        CLAIRE,
                                        3,
                                        1L,
                                        AT,
                                        List.of(
                                                new Change.Put(
                                                        EtapeFields.ETAPE,
                                                        ETAPE,
                                                        new EntityId("situation001"),
                                                        Rank.between(null, null),
                                                        Map.of("minutes", new Value.Whole(55))),
                                                new Change.Edit(
                                                        ETAPE,
                                                        "titre",
                                                        new DeltaBuilder()
                                                                .retain(1)
                                                                .insert("é")
                                                                .build()))))),
                new Down.Answer(
                        BOARD, 4, Down.Outcome.REFUSED, null, 0, "gone", Map.of("id", "e"), 7),
                new Down.Retry(BOARD, 4, "rate", 800),
                new Down.Presence(
                        BOARD,
                        List.of(
                                new Down.Present(
                                        9,
                                        CLAIRE,
                                        3,
                                        7,
                                        1,
                                        new Place(ETAPE, "titre", 4, 0),
                                        null))),
                new Down.Pong(1, Map.of(BOARD, 7L)),
                new Down.Resync(BOARD, Down.ResyncFrom.SNAPSHOT, "lag"),
                new Down.Error(Fault.NUMBER_REUSED, BOARD, 4L, null),
                new Down.GoingAway("stop", 500));
    }

    @ParameterizedTest
    @MethodSource("messages")
    @DisplayName("S-3 what comes down can be read back as it was written")
    void readsDown(Down message) throws Exception {
        assertThat(wire().down(wire().bytes(message))).isEqualTo(message);
    }

    @Test
    @DisplayName("S-30 what is written as a submission is read as the same commands")
    void writesUp() throws Exception {
        List<KernelCommand> commands =
                List.of(
                        new KernelCommand.SetField(ETAPE, "minutes", new Value.Whole(55)),
                        new KernelCommand.EditText(
                                ETAPE, "titre", new DeltaBuilder().insert("Lire").build()));
        Up.Submit submit =
                new Up.Submit(BOARD, "claire0000000000000000000", 1, 7, wire().written(commands));

        assertThat(UpReader.read(UpWriter.text(submit)))
                .isEqualTo(new UpReader.Heard.Message(submit));
        List<Command<NoCommand>> asked =
                commands.stream().<Command<NoCommand>>map(Command.Kernel::new).toList();
        assertThat(wire().commands(submit.commands()))
                .isEqualTo(new KindWire.Commands.Understood<>(asked));
    }
}
