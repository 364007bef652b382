package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * One kind of board: its schema and what the trade adds to it.
 *
 * @param <T> its trade commands, sealed; {@link NoCommand} where it has none
 */
public interface BoardKind<T> {
    /** Its word on the wire and in the store; the name of its root's kind too. */
    default String name() {
        return schema().root().name();
    }

    Schema schema();

    /** Who may do what on a board of this kind. */
    Acces acces();

    /**
     * Decides a trade command against the newest state, the submission's earlier commands included.
     */
    Ruling decide(Board board, T command, Asker asker);

    /**
     * The last word on a whole submission: a rule that must hold whatever was asked. Called after
     * every command was accepted; cheap where the changes do not concern it.
     *
     * @param asker who asks for all of them; a signature is one's own
     */
    Refusal.@Nullable Trade veto(Board before, List<Change> changes, Board after, Asker asker);

    /** A new reader of one board: of its insights and of what it tells others. */
    Reader reader();

    /**
     * The digest that those bytes are.
     *
     * @throws IOException when they are none as this version makes them: it is to be made anew
     */
    Digest digest(byte[] bytes) throws IOException;

    /**
     * The next moment at which something becomes due by the clock alone; null when nothing does.
     */
    @Nullable Instant nextAlarm(Board board);

    /** What is due now, as the person {@code systeme} does it; empty when it was done already. */
    List<Change> due(Board board, Instant now);
}
