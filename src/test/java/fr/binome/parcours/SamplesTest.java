package fr.binome.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.NoCommand;
import fr.binome.board.Stamp;
import fr.binome.wire.Down;
import fr.binome.wire.KindWire;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;

/** What a server wrote before a class had PFMP and the rest is still read. */
class SamplesTest {
    private static final BoardId BOARD = new BoardId("oldboard0001");
    private static final KindWire<NoCommand> WIRE = new KindWire<>(Plan.KIND, NoCommand.class);

    @Test
    @DisplayName("Y-5 commits and snapshots of the first version say the same, and views read them")
    void readsWhatWasWritten() throws Exception {
        Board snapshot =
                WIRE.kept(sample("snapshot.json")).state().board(BOARD, Plan.KIND.schema());
        Board folded = Board.empty(BOARD, Plan.KIND.schema());
        for (Down.Accepted accepted : WIRE.frame(sample("frame.json")).submissions()) {
            folded =
                    folded.after(
                            accepted.changes(),
                            new Stamp(accepted.seq(), accepted.by(), accepted.at()));
        }
        assertThat(folded).isEqualTo(snapshot);

        Entity entity = snapshot.live(new EntityId("oldsituation"));
        assertThat(entity).isNotNull();
        if (entity != null) {
            Situation situation = Situation.in(snapshot, entity);
            assertThat(situation.titre()).isEqualTo("Un samedi matin");
            assertThat(situation.etapes().getFirst().minutes()).isEqualTo(110);
            assertThat(situation.competences()).containsExactly("sec-suivre");
        }
        assertThat(ClasseFacts.in(snapshot).ruleset()).isNull();
        assertThat(TableauCommun.in(Inside.of(snapshot, snapshot.rootId()))).isEmpty();
    }

    static byte[] sample(String name) throws IOException {
        try (InputStream file = SamplesTest.class.getResourceAsStream("before-parcours/" + name)) {
            assertThat(file).isNotNull();
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }
}
