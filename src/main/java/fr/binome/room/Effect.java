package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.Digest;
import fr.binome.board.PersonId;
import fr.binome.journal.Commit;
import fr.binome.wire.ClientState;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a room wants done outside; whoever drives it does so and mails the outcome. */
public sealed interface Effect {
    /** Answered by {@link Mail.Stored}. */
    record Append(Commit commit) implements Effect {}

    /** Answered by {@link Mail.ReadBack}. */
    record ReadBack(Commit commit) implements Effect {}

    /** Answered by {@link Mail.OldEdits}. */
    record ReadEdits(long parked, String text, long afterSeq, int limit) implements Effect {}

    /** Answered by {@link Mail.Tail}. */
    record ReadTail(long session, long afterSeq, long toSeq, int limit) implements Effect {}

    /** Encodes and keeps a snapshot, elsewhere; answered by {@link Mail.Saved}. */
    record Save(
            Board board,
            String incarnation,
            long n,
            fr.binome.journal.Bytes hash,
            int nextPen,
            List<ClientState> clients)
            implements Effect {}

    /**
     * The board tells others something new.
     *
     * @param by whose acts brought it about
     */
    record Publish(long seq, Digest digest, List<PersonId> by) implements Effect {}

    /** A session has joined. */
    record Came(PersonId person, long session) implements Effect {}

    /** A session is gone, having been told what happened up to a seq. */
    record Went(PersonId person, long session, long seq) implements Effect {}

    /** Wants {@link Mail.Woken} after a while. */
    record Wake(Duration after) implements Effect {}

    /** Wants {@link Mail.Woken} at a time of the clock. */
    record Alarm(Instant at) implements Effect {}

    /** Nothing is left to do here: drop the room. It is made anew when somebody asks for it. */
    record Unload() implements Effect {}
}
