package fr.binome.journal;

import fr.binome.board.BoardId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/**
 * The durable log of all boards. Every call returns at once and completes through its consumer,
 * once, on a thread of the store. An opening sees every append accepted before it.
 */
public interface Journal extends AutoCloseable {
    /** Takes ownership of a board, from whoever had it, and verifies what is there. */
    void open(BoardId board, Consumer<Opening> then);

    /** Appends under the epoch that opening gave; at most one append per board is under way. */
    void append(Commit commit, Consumer<Appended> then);

    /** The commit in that place, to learn what became of an append; null when there is none. */
    void find(BoardId board, long n, Consumer<Answer<List<Commit>>> then);

    /**
     * The commits that hold submissions in {@code (afterSeq, toSeq]}, in order, {@code limit} of
     * them at most.
     */
    void read(
            BoardId board,
            long afterSeq,
            long toSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then);

    /**
     * Those among them that edit a text, in order, {@code limit} at most; found by their header.
     */
    void readTouching(
            BoardId board,
            String text,
            long afterSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then);

    /** Keeps a snapshot and the digest of the same state; of older snapshots, one remains. */
    void save(Snapshot snapshot, @Nullable StoredDigest digest, Consumer<Answer<Boolean>> then);

    void save(StoredDigest digest, Consumer<Answer<Boolean>> then);

    void digests(Consumer<Answer<List<StoredDigest>>> then);

    /** The seq of each board that has been written. */
    void heads(Consumer<Answer<List<Head>>> then);

    /**
     * Deletes all there is of a board, after what was accepted before for it: commits, snapshots
     * and digest. It is then one that was never written; what its former owner would still append
     * is fenced. To be called for a board that no room has open; a second time does no harm.
     */
    void drop(BoardId board, Consumer<Answer<Boolean>> then);

    /** The newest durable seq of one board. */
    record Head(BoardId board, long seq) {}

    /** Completes what was accepted, then lets go. */
    @Override
    void close();
}
