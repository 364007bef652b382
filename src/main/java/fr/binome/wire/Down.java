package fr.binome.wire;

import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.PersonId;
import fr.binome.board.Role;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the server sends, one JSON object per binary message. */
public sealed interface Down {
    record Welcome(
            long session, PersonId person, Instant now, String build, Map<String, Long> limits)
            implements Down {}

    /**
     * The answer to a join; the tail follows as frames.
     *
     * @param head the newest durable seq
     * @param pen the client's number on this board, as frames name it; absent for one who only
     *     looks
     * @param lastNumber the newest number of that client that has an outcome; 0 before the first
     * @param lastSeq where the submission of that number stands in the order, when it was accepted
     * @param quarantined true when the board's journal is damaged: it can be read and not written
     * @param unseen true where the school has nobody told who is here
     */
    record State(
            BoardId board,
            String incarnation,
            Role role,
            long head,
            @Nullable Integer pen,
            @Nullable Long lastNumber,
            @Nullable Long lastSeq,
            @Nullable Boolean quarantined,
            @Nullable Boolean unseen)
            implements Down {}

    /** Who the ids are. An id that is absent once asked for is a former member. */
    record People(BoardId board, Map<PersonId, Shown> people) implements Down {}

    /**
     * How a person is shown to others.
     *
     * @param name the first name and an initial
     * @param hue 0 to 7, the person's colour
     */
    record Shown(String name, int hue) {}

    /** What became true in {@code (from, to]}. */
    record Frame(BoardId board, long from, long to, List<Accepted> submissions) implements Down {}

    /**
     * One accepted submission.
     *
     * @param pen and {@code number} say whose submission it is; absent for an act of the server
     */
    record Accepted(
            long seq,
            PersonId by,
            @Nullable Integer pen,
            @Nullable Long number,
            Instant at,
            List<Change> changes) {}

    /**
     * The outcome of a submission that its sender sees in no frame, sent after the frames up to
     * {@code at}.
     */
    record Answer(
            BoardId board,
            long number,
            Outcome outcome,
            @Nullable Long seq,
            @Nullable Integer command,
            @Nullable String reason,
            @Nullable Map<String, Object> details,
            long at)
            implements Down {}

    enum Outcome {
        ACCEPTED,
        REFUSED,
        OLD
    }

    /** Not decided and not recorded: send the same again after a while. */
    record Retry(BoardId board, long number, String reason, long afterMs) implements Down {}

    record Presence(BoardId board, List<Present> sessions) implements Down {}

    /**
     * Where one session is.
     *
     * @param gone true when it has left; then nothing else counts
     */
    record Present(
            long session,
            PersonId person,
            @Nullable Integer pen,
            long seq,
            long after,
            @Nullable Place at,
            @Nullable Boolean gone) {}

    /**
     * What follows from the board: of each key that has changed for this session, the newest value.
     *
     * @param seq of the state that it was read from; other boards may have changed it since
     * @param gone keys that hold nothing any more
     * @param by whose acts brought it about, as far as is known
     */
    record Insight(
            BoardId board,
            long seq,
            Map<String, Object> values,
            @Nullable List<String> gone,
            @Nullable List<PersonId> by)
            implements Down {}

    record Pong(long id, Map<BoardId, Long> heads) implements Down {}

    /** The session is not joined any more; join again, from the tail or from a new snapshot. */
    record Resync(BoardId board, ResyncFrom from, String reason) implements Down {}

    enum ResyncFrom {
        TAIL,
        SNAPSHOT
    }

    /** A message that was not understood or not allowed; nothing came of it. */
    @SuppressWarnings("JavaLangClash") // its name is the word on the wire
    record Error(
            Fault reason, @Nullable BoardId board, @Nullable Long number, @Nullable String detail)
            implements Down {}

    /** The server stops; connect again after a while. */
    record GoingAway(String reason, long afterMs) implements Down {}
}
