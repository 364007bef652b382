package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Refusal;
import fr.binome.board.Value;
import fr.binome.journal.Answer;
import fr.binome.journal.Commit;
import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.Foundation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The thirty days of the bin, by a clock and a timer that the test moves. */
@Timeout(20)
class BinTest {
    private static final BoardId BOARD = new BoardId("board0000001");
    private static final PersonId CLAIRE = new PersonId("pclaire");
    private static final EntityId ROOT = EntityId.rootOf(BOARD);
    private static final EntityId SITUATION = new EntityId("sit000000001");
    private static final EntityId OTHER = new EntityId("sit000000002");
    private static final EntityId ETAPE = new EntityId("etape0000001");
    private static final Duration ALMOST = Duration.ofDays(30).minusMillis(1);

    private final MemoryStore store = new MemoryStore();
    private volatile Instant now = Instant.parse("2026-09-01T08:00:00Z");
    private RoomsInMemory server = start();

    private RoomsInMemory start() {
        return new RoomsInMemory(store, id -> null, () -> now);
    }

    @BeforeEach
    void found() {
        Foundation foundation =
                new Foundation(BOARD, "2MRC", "seconde", 2026, List.of("ma"), CLAIRE);
        server.rooms().found(BOARD, "classe", foundation.changes("binome000001"), CLAIRE).join();
        act(
                create("situation", SITUATION, ROOT),
                create("situation", OTHER, ROOT),
                create("etape", ETAPE, SITUATION));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName("S-43 thirty days after it was removed it is purged by systeme, with all inside")
    void purges() {
        act(new KernelCommand.Remove(SITUATION));
        now = now.plus(ALMOST);
        server.later();
        assertThat(board().entity(SITUATION)).isNotNull();

        now = now.plusMillis(1);
        server.later();
        Board after = board();
        assertThat(after.entity(SITUATION)).isNull();
        assertThat(after.entity(ETAPE)).isNull();
        assertThat(after.entity(OTHER)).isNotNull();
        assertThat(acts()).filteredOn(act -> act.contains("purge")).hasSize(1);
        assertThat(acts().getLast())
                .contains("\"by\":\"" + PersonId.SYSTEME + "\"")
                .contains("{\"type\":\"purge\",\"id\":\"" + SITUATION + "\"}")
                .doesNotContain(ETAPE.value());
    }

    @Test
    @DisplayName("S-43 woken late, or more than once, it is purged once")
    void purgesOnce() {
        act(new KernelCommand.Remove(SITUATION));
        now = now.plus(Duration.ofDays(400));
        for (int i = 0; i < 3; i++) {
            server.rooms().post(BOARD, new Mail.Woken());
        }
        assertThat(board().entity(SITUATION)).isNull();
        server.rooms().post(BOARD, new Mail.Woken());
        board();
        assertThat(acts()).filteredOn(act -> act.contains("purge")).hasSize(1);
    }

    @Test
    @DisplayName("S-43 a server that starts again purges what fell due, and what will, unvisited")
    void purgesAfterTheStart() {
        act(new KernelCommand.Remove(SITUATION));
        now = now.plus(Duration.ofDays(20));
        act(new KernelCommand.Remove(OTHER));
        server.close();

        now = now.plus(Duration.ofDays(15));
        server = start();
        server.rooms().restoreDigests();
        server.later();
        Board late = board();
        assertThat(late.entity(SITUATION)).isNull();
        assertThat(late.entity(OTHER)).isNotNull();

        // Its room is unloaded; the alarm that it has set opens it again.
        server.rooms().post(BOARD, new Mail.Stop());
        now = now.plus(Duration.ofDays(15));
        server.later();
        assertThat(board().entity(OTHER)).isNull();
    }

    @Test
    @DisplayName("S-43 a clock that was put back makes it wait, not forget")
    void waitsForTheClock() {
        act(new KernelCommand.Remove(SITUATION));
        now = now.plus(Duration.ofDays(29));
        // The timer rings although the clock says that there is a day left.
        server.later();
        board();
        now = now.plus(Duration.ofDays(1));
        server.later();
        assertThat(board().entity(SITUATION)).isNull();
    }

    @Test
    @DisplayName("S-43 K-2 what came out of the bin in time stays, with what was in it")
    void keepsWhatWasRestored() {
        act(new KernelCommand.Remove(ETAPE));
        act(new KernelCommand.Remove(SITUATION));
        now = now.plus(ALMOST);
        act(new KernelCommand.Restore(SITUATION), new KernelCommand.Restore(ETAPE));
        now = now.plus(Duration.ofDays(1));
        server.later();
        assertThat(board().live(ETAPE)).isNotNull();
    }

    @Test
    @DisplayName("K-3 what is purged is gone: it comes back to nobody")
    void refusesWhatIsPurged() {
        act(new KernelCommand.Remove(SITUATION));
        now = now.plus(Duration.ofDays(30));
        server.later();
        board();
        assertThat(
                        server.rooms()
                                .act(BOARD, List.of(new KernelCommand.Restore(SITUATION)), CLAIRE)
                                .join())
                .isEqualTo(new Acted.Refused(new Refusal.Gone(SITUATION)));
    }

    private static KernelCommand create(String kind, EntityId id, EntityId in) {
        return new KernelCommand.Create(kind, id, in, null, Map.of());
    }

    private void act(KernelCommand... commands) {
        Acted acted = new Acted.Unavailable();
        while (acted instanceof Acted.Unavailable) {
            // A room that is just being unloaded says so; the next one does it.
            acted = server.rooms().act(BOARD, List.of(commands), CLAIRE).join();
        }
        assertThat(acted).isInstanceOf(Acted.Done.class);
    }

    /** The board once all that was asked before is durable. */
    private Board board() {
        act(new KernelCommand.SetField(ROOT, "rentree", new Value.Whole(2026)));
        Looked looked = server.rooms().look(BOARD, CLAIRE).join();
        assertThat(looked).isInstanceOf(Looked.Seen.class);
        return ((Looked.Seen) looked).board();
    }

    /** All submissions but those that only wait for durability. */
    private List<String> acts() {
        List<Commit> commits = new ArrayList<>();
        new MemoryJournal(store, Runnable::run)
                .read(
                        BOARD,
                        0,
                        Long.MAX_VALUE,
                        1_000,
                        answer -> {
                            if (answer instanceof Answer.Found<List<Commit>>(var found)) {
                                commits.addAll(found);
                            }
                        });
        List<String> acts = new ArrayList<>();
        for (Commit commit : commits) {
            try {
                new ObjectMapper()
                        .readTree(commit.changes().array())
                        .get("submissions")
                        .forEach(each -> acts.add(each.toString()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        acts.removeIf(act -> act.contains("\"field\":\"rentree\""));
        return acts;
    }
}
