package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Command;
import fr.binome.board.Digest;
import fr.binome.board.PersonId;
import fr.binome.journal.Answer;
import fr.binome.journal.Appended;
import fr.binome.journal.Commit;
import fr.binome.wire.Up;

import java.util.List;
import java.util.function.Consumer;

/** What reaches a room's mailbox. */
public sealed interface Mail {
    /** A session asks for the board. */
    record Join(Outlet outlet, PersonId person, Up.Join join) implements Mail {}

    record Leave(long session) implements Mail {}

    /**
     * A session submits.
     *
     * @param payload SHA-256 of the message's bytes, in hex
     * @param size of the message in bytes
     */
    record Submit(Outlet outlet, Up.Submit submit, String payload, int size) implements Mail {}

    record Presence(long session, Up.Presence presence) implements Mail {}

    /** A session that was full has room again. */
    record Drained(long session) implements Mail {}

    /**
     * Another board tells something new.
     *
     * @param by whose acts brought it about
     */
    record Heard(BoardId board, Digest digest, List<PersonId> by) implements Mail {}

    /** The server itself acts: an invitation redeemed, grants. */
    record Act(List<Command.Kernel<?>> commands, PersonId as, Consumer<Acted> then)
            implements Mail {}

    /** Somebody wants to see the board as it is now. */
    record Look(PersonId person, Consumer<Looked> then) implements Mail {}

    /** A board is made: its first changes. */
    record Found(String kind, List<Change> changes, PersonId by, Consumer<Acted> then)
            implements Mail {}

    /** An append has come to its end. */
    record Stored(Commit commit, Appended outcome) implements Mail {}

    /** After an unknown outcome: what stands in the commit's place. */
    record ReadBack(Commit commit, Answer<List<Commit>> found) implements Mail {}

    /** Old edits of the texts that a submission with an old base touches. */
    record OldEdits(long parked, Answer<List<Commit>> found) implements Mail {}

    /** Commits for a session that lags behind what memory holds. */
    record Tail(long session, Answer<List<Commit>> found) implements Mail {}

    record Saved(Answer<Boolean> outcome) implements Mail {}

    /** Time has come for what was asked with {@link Effect.Wake}. */
    record Woken() implements Mail {}

    /** The board is to be deleted for good, once what is under way has ended. */
    record Drop(Consumer<Boolean> then) implements Mail {}

    /** The server stops: finish what is under way and keep a snapshot. */
    record Stop() implements Mail {}
}
