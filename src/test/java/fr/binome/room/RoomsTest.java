package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.PersonId;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.Foundation;
import fr.binome.wire.Up;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** Rooms as the server drives them. */
@Timeout(20)
class RoomsTest {
    private static final BoardId BOARD = new BoardId("board0000001");
    private static final PersonId CLAIRE = new PersonId("pclaire");
    private static final List<Change> FOUNDATION =
            new Foundation(BOARD, "2MRC", "seconde", 2026, List.of("ma"), CLAIRE)
                    .changes("binome000001");

    private final RoomsInMemory memory =
            new RoomsInMemory(new MemoryStore(), id -> null, InstantSource.system());
    private final Rooms rooms = memory.rooms();

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    @DisplayName("S-23 a dropped board is gone, and whoever was in it is told to look again")
    void drops() throws Exception {
        found();
        Inbox claire = new Inbox(1);
        rooms.post(BOARD, join(claire));
        claire.await("state");

        assertThat(rooms.drop(BOARD).join()).isTrue();

        claire.await("resync");
        rooms.post(BOARD, join(claire));
        claire.await("error");
        assertThat(rooms.look(BOARD, CLAIRE).join()).isInstanceOf(Looked.Hidden.class);
        assertThat(rooms.digests().all()).isEmpty();
    }

    @Test
    @DisplayName("S-23 a board that is not there is dropped, and may be made anew")
    void dropsNothing() {
        assertThat(rooms.drop(BOARD).join()).isTrue();
        found();
        assertThat(rooms.drop(BOARD).join()).isTrue();
        found();
        assertThat(rooms.look(BOARD, CLAIRE).join()).isInstanceOf(Looked.Seen.class);
    }

    @Test
    @DisplayName("S-20 who comes and who goes is told, with what they have seen")
    void tellsVisits() throws Exception {
        LinkedBlockingQueue<String> visits = new LinkedBlockingQueue<>();
        rooms.whenVisited(
                new Visits() {
                    @Override
                    public void came(BoardId board, PersonId person, long session) {
                        visits.add("came " + person + " " + session);
                    }

                    @Override
                    public void went(BoardId board, PersonId person, long session, long seq) {
                        visits.add("went " + person + " " + session + " at " + seq);
                    }
                });
        found();
        rooms.post(BOARD, join(new Inbox(1)));
        assertThat(visits.take()).isEqualTo("came pclaire 1");
        rooms.post(BOARD, new Mail.Leave(1));
        assertThat(visits.take()).isEqualTo("went pclaire 1 at 1");
        rooms.post(BOARD, join(new Inbox(1)));
        assertThat(visits.take()).isEqualTo("came pclaire 1");
        assertThat(rooms.drop(BOARD).join()).isTrue();
        assertThat(visits.take()).isEqualTo("went pclaire 1 at 1");
    }

    private void found() {
        assertThat(rooms.found(BOARD, "classe", FOUNDATION, CLAIRE).join())
                .isEqualTo(new Acted.Done(1));
    }

    private static Mail join(Inbox inbox) {
        return new Mail.Join(
                inbox, CLAIRE, new Up.Join(BOARD, "claire0000000000000000000", "i1", 0));
    }
}
