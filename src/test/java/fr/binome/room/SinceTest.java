package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;
import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Value;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.Foundation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What others have changed since somebody was there, read from the journal. */
@Timeout(20)
class SinceTest {
    private static final BoardId BOARD = new BoardId("board0000001");
    private static final PersonId CLAIRE = new PersonId("pclaire");
    private static final PersonId MEHDI = new PersonId("pmehdi");
    private static final PersonId NOBODY = new PersonId("pnobody");
    private static final EntityId ROOT = EntityId.rootOf(BOARD);
    private static final EntityId FIRST = new EntityId("situation001");
    private static final EntityId SECOND = new EntityId("situation002");
    private static final EntityId ETAPE = new EntityId("etape0000001");

    private Instant now = Instant.parse("2026-11-25T18:10:00Z");
    private final RoomsInMemory memory =
            new RoomsInMemory(new MemoryStore(), id -> null, () -> now);
    private final Rooms rooms = memory.rooms();

    @BeforeEach
    void found() {
        Foundation classe = new Foundation(BOARD, "1MA", "premiere", 2026, List.of("ma"), CLAIRE);
        rooms.found(BOARD, "classe", classe.changes("binome000001"), CLAIRE).join();
        EntityId grant = new EntityId(BOARD.value() + "~acces~" + MEHDI.value());
        act(CLAIRE, create("acces", grant, ROOT, Map.of("role", new Value.Word("ecriture"))));
        act(CLAIRE, create("situation", FIRST, ROOT, Map.of()));
        act(CLAIRE, create("situation", SECOND, ROOT, Map.of()));
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    @DisplayName("V-98 by situation: who of the others, what, and when last; one's own is not told")
    void tells() {
        act(MEHDI, create("etape", ETAPE, FIRST, Map.of()));
        act(MEHDI, status(FIRST, "pret"));
        now = now.plusSeconds(60);
        act(MEHDI, new KernelCommand.SetField(ETAPE, "minutes", new Value.Whole(55)));
        act(CLAIRE, status(SECOND, "pret"));

        assertThat(rooms.since(BOARD, CLAIRE, 4)).isInstanceOf(Since.Told.class);
        Since.Told told = (Since.Told) rooms.since(BOARD, CLAIRE, 4);
        assertThat(told.head()).isEqualTo(8);
        assertThat(told.things()).hasSize(1);
        Since.Thing thing = told.things().getFirst();
        assertThat(thing.id()).isEqualTo(FIRST);
        assertThat(thing.kind()).isEqualTo("situation");
        assertThat(thing.at()).isEqualTo(now);
        assertThat(thing.by()).containsExactly(MEHDI);
        assertThat(thing.what()).containsExactly("etape", "etape.minutes", "situation.status");
        assertThat(((Since.Told) rooms.since(BOARD, MEHDI, 7)).things())
                .extracting(Since.Thing::id)
                .containsExactly(SECOND);
        act(PersonId.SYSTEME, status(SECOND, "brouillon"));
        assertThat(((Since.Told) rooms.since(BOARD, CLAIRE, 8)).things()).isEmpty();
    }

    @Test
    @DisplayName(
            "V-98 nothing is told of a board that one may not read, nor any more once one is out")
    void hides() {
        assertThat(rooms.since(BOARD, NOBODY, 0)).isInstanceOf(Since.Hidden.class);
        assertThat(rooms.since(new BoardId("board0000002"), CLAIRE, 0))
                .isInstanceOf(Since.Hidden.class);
        assertThat(rooms.since(BOARD, MEHDI, 0)).isInstanceOf(Since.Told.class);
        act(
                CLAIRE,
                new KernelCommand.Remove(new EntityId(BOARD.value() + "~acces~" + MEHDI.value())));
        assertThat(rooms.since(BOARD, MEHDI, 0)).isInstanceOf(Since.Hidden.class);
    }

    @Test
    @DisplayName("V-98 what is too long ago, or is of another life of the board, is said to be")
    void isBounded() {
        assertThat(rooms.since(BOARD, CLAIRE, 5)).isEqualTo(new Since.TooOld(4));
        for (int i = 0; i < Since.LONGEST; i++) {
            act(MEHDI, status(FIRST, i % 2 == 0 ? "pret" : "brouillon"));
        }
        assertThat(rooms.since(BOARD, CLAIRE, 3)).isEqualTo(new Since.TooOld(4 + Since.LONGEST));
        assertThat(((Since.Told) rooms.since(BOARD, CLAIRE, 4)).things()).hasSize(1);
    }

    private void act(PersonId as, KernelCommand command) {
        assertThat(rooms.act(BOARD, List.of(command), as).join()).isInstanceOf(Acted.Done.class);
    }

    private static KernelCommand create(
            String kind, EntityId id, EntityId in, Map<String, Content> fields) {
        return new KernelCommand.Create(kind, id, in, null, fields);
    }

    private static KernelCommand status(EntityId id, String status) {
        return new KernelCommand.SetField(id, "status", new Value.Word(status));
    }
}
