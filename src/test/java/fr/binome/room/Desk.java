package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.journal.Journal;
import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.ClasseKind;
import fr.binome.parcours.Foundation;
import fr.binome.parcours.SituationFields;
import fr.binome.referentiel.Referentiels;
import fr.binome.text.DeltaBuilder;
import fr.binome.wire.KindWire;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A class with one situation, and people who write its consigne. */
final class Desk {
    static final BoardId BOARD = new BoardId("board0000001");
    static final PersonId CLAIRE = new PersonId("pclaire");
    static final EntityId SITUATION = new EntityId("sit000000001");
    static final KindWire<NoCommand> CLASSE = classe();

    final RoomByHand room;

    Desk(InstantSource clock) {
        this(clock, new MemoryJournal(new MemoryStore(), Runnable::run));
    }

    Desk(InstantSource clock, Journal journal) {
        room = new RoomByHand(BOARD, CLASSE, clock, journal);
        room.found(
                new Foundation(BOARD, "2MRC", "seconde", 2026, List.of("ma"), CLAIRE)
                        .changes("binome000001"),
                CLAIRE);
        room.act(
                List.of(
                        new KernelCommand.Create(
                                "situation", SITUATION, EntityId.rootOf(BOARD), null, Map.of())),
                CLAIRE);
    }

    private static KindWire<NoCommand> classe() {
        try {
            return new KindWire<>(new ClasseKind(Referentiels.load()), NoCommand.class);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Typist typist(int index) {
        return new Typist(room, CLASSE, BOARD, CLAIRE, SITUATION, SituationFields.CONSIGNE, index);
    }

    /** The server itself writes another text in place of what stands there; one commit. */
    void replace(String text) {
        long before = room.confirmed().seq();
        room.act(
                List.of(
                        new KernelCommand.EditText(
                                SITUATION,
                                SituationFields.CONSIGNE.name(),
                                new DeltaBuilder()
                                        .insert(text)
                                        .delete(text().length() - 1)
                                        .build())),
                CLAIRE);
        if (room.confirmed().seq() != before + 1) {
            throw new AssertionError("refused");
        }
    }

    /** What the server has. */
    String text() {
        var situation = room.confirmed().entity(SITUATION);
        return situation == null ? "" : situation.text(SituationFields.CONSIGNE).plain();
    }

    /** A word of one letter, so that nobody can write within it. */
    static String word(int index) {
        return Character.toString((char) (0x4E00 + index));
    }

    /**
     * Everything that is on its way arrives; whoever then waits in vain, or has missed something,
     * comes back.
     */
    void settle(List<Typist> typists) {
        for (int round = 0; round < 2_000; round++) {
            room.land();
            boolean quiet = true;
            for (Typist typist : typists) {
                while (!typist.network.isEmpty()) {
                    quiet = false;
                    typist.deliver();
                }
            }
            if (quiet) {
                List<Typist> behind =
                        typists.stream()
                                .filter(
                                        each ->
                                                !each.isDone()
                                                        || each.seq() < room.confirmed().seq())
                                .toList();
                if (behind.isEmpty()) {
                    return;
                }
                behind.forEach(Typist::cut);
                behind.forEach(Typist::connect);
            }
        }
        throw new AssertionError("it never comes to rest");
    }
}
