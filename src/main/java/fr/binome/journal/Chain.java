package fr.binome.journal;

import fr.binome.board.BoardId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Verifies that commits follow each other, and says where they do not. Every adapter opens boards
 * through it.
 */
public final class Chain {
    private final @Nullable Snapshot snapshot;
    private final List<Commit> verified = new ArrayList<>();
    private long n;
    private Bytes hash;
    private long seq;

    private Chain(@Nullable Snapshot snapshot) {
        this.snapshot = snapshot;
        this.n = snapshot == null ? 0 : snapshot.n();
        this.hash = snapshot == null ? Bytes.NONE : snapshot.hash();
        this.seq = snapshot == null ? 0 : snapshot.seq();
    }

    /**
     * What an opening tells.
     *
     * <p>The newest snapshot from which the chain verifies, or else all commits from the first; in
     * any case up to the newest snapshot at least, for what that was taken after was durable.
     *
     * @param snapshots newest first; broken ones already left out
     * @param commits reads those after some {@code n}, in order
     */
    public static Opening verify(
            long epoch, List<Snapshot> snapshots, Reader commits, BoardId board) throws Exception {
        Opening newest = null;
        long atLeast = snapshots.isEmpty() ? 0 : snapshots.getFirst().n();
        for (Snapshot snapshot : snapshots) {
            Opening opening =
                    new Chain(snapshot)
                            .afterSnapshot(epoch, commits.after(board, snapshot.n() - 1));
            if (reaches(opening, atLeast)) {
                return opening;
            }
            newest = newest == null ? opening : newest;
        }
        Opening whole = new Chain(null).read(epoch, commits.after(board, 0));
        return newest == null || reaches(whole, atLeast) ? whole : newest;
    }

    private static boolean reaches(Opening opening, long n) {
        return opening instanceof Opening.Opened opened && opened.headN() >= n;
    }

    /** Reads commits from a store. */
    @FunctionalInterface
    public interface Reader {
        List<Stored> after(BoardId board, long n) throws Exception;
    }

    /** A commit as it was read, with the hash that was written beside it. */
    public record Stored(Commit commit, Bytes hash) {}

    /**
     * The commit that the snapshot was taken after must still be there, or what follows it could be
     * lost as well.
     */
    private Opening afterSnapshot(long epoch, List<Stored> commits) {
        if (commits.isEmpty()
                || commits.getFirst().commit().n() != n
                || !commits.getFirst().hash().equals(hash)) {
            return new Opening.Damaged(snapshot, verified, n, "missing");
        }
        return read(epoch, commits.subList(1, commits.size()));
    }

    private Opening read(long epoch, List<Stored> commits) {
        for (Stored stored : commits) {
            Commit commit = stored.commit();
            if (!commit.follows(n, hash, seq) || !commit.hash().equals(stored.hash())) {
                return new Opening.Damaged(
                        snapshot,
                        verified,
                        n + 1,
                        commit.n() == n + 1 ? "changed since it was written" : "missing");
            }
            verified.add(commit);
            n = commit.n();
            hash = stored.hash();
            seq = commit.toSeq();
        }
        return new Opening.Opened(epoch, snapshot, verified, n, hash, seq);
    }
}
