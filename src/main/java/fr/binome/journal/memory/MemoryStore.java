package fr.binome.journal.memory;

import fr.binome.board.BoardId;
import fr.binome.journal.Appended;
import fr.binome.journal.Bytes;
import fr.binome.journal.Chain;
import fr.binome.journal.Commit;
import fr.binome.journal.Journal;
import fr.binome.journal.Snapshot;
import fr.binome.journal.StoredDigest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What would be on the disk: it outlives the journals that look at it. Guarded by itself. */
public final class MemoryStore {
    private final Map<BoardId, List<Chain.Stored>> commits = new TreeMap<>();
    private final Map<BoardId, List<Snapshot>> snapshots = new TreeMap<>();
    private final Map<BoardId, StoredDigest> digests = new TreeMap<>();
    private final Map<BoardId, Long> epochs = new TreeMap<>();

    long takeOver(BoardId board) {
        return epochs.merge(board, 1L, Long::sum);
    }

    Appended append(Commit commit) {
        List<Chain.Stored> all = commits(commit.board());
        if (epochs.getOrDefault(commit.board(), 0L) != commit.epoch()
                || commit.n() != all.size() + 1) {
            return new Appended.Fenced();
        }
        if (commit.isTooBig()) {
            return new Appended.Failed(new IllegalArgumentException("too big"));
        }
        commits.computeIfAbsent(commit.board(), board -> new ArrayList<>())
                .add(new Chain.Stored(commit, commit.hash()));
        return new Appended.Written();
    }

    List<Chain.Stored> commits(BoardId board) {
        return commits.getOrDefault(board, List.of());
    }

    /** Newest first. */
    List<Snapshot> snapshots(BoardId board) {
        return snapshots.getOrDefault(board, List.of());
    }

    void save(Snapshot snapshot) {
        List<Snapshot> kept =
                snapshots.computeIfAbsent(snapshot.board(), board -> new ArrayList<>());
        kept.removeIf(older -> older.n() == snapshot.n());
        kept.addFirst(snapshot);
        while (kept.size() > 2) {
            kept.removeLast();
        }
    }

    void save(StoredDigest digest) {
        digests.put(digest.board(), digest);
    }

    List<StoredDigest> digests() {
        return List.copyOf(digests.values());
    }

    List<Journal.Head> heads() {
        List<Journal.Head> heads = new ArrayList<>();
        commits.forEach(
                (board, all) ->
                        heads.add(
                                new Journal.Head(
                                        board,
                                        all.isEmpty() ? 0 : all.getLast().commit().toSeq())));
        return heads;
    }

    /** The epoch stays: who had the board before is fenced. */
    void drop(BoardId board) {
        takeOver(board);
        commits.remove(board);
        snapshots.remove(board);
        digests.remove(board);
    }

    /** Changes a stored commit, as a bad disk does; openings from then on must notice. */
    public void corrupt(BoardId board, long n) {
        replace(
                board,
                n,
                List.of(
                        new Chain.Stored(
                                changed(commits(board).get((int) n - 1)), hash(board, n))));
    }

    /** Takes a stored commit away. */
    public void lose(BoardId board, long n) {
        replace(board, n, List.of());
    }

    /** Drops the newest snapshot, as its checksum would have an adapter do. */
    public void spoilNewestSnapshot(BoardId board) {
        List<Snapshot> kept = snapshots.get(board);
        if (kept != null) {
            kept.removeFirst();
        }
    }

    private Bytes hash(BoardId board, long n) {
        return commits(board).get((int) n - 1).hash();
    }

    private static Commit changed(Chain.Stored stored) {
        Commit commit = stored.commit();
        return new Commit(
                commit.board(),
                commit.n(),
                commit.prev(),
                commit.epoch(),
                commit.id(),
                commit.fromSeq(),
                commit.toSeq(),
                commit.at(),
                commit.texts(),
                Bytes.of(new byte[] {0}),
                commit.outcomes());
    }

    private void replace(BoardId board, long n, List<Chain.Stored> by) {
        List<Chain.Stored> all = new ArrayList<>(commits(board));
        all.remove((int) n - 1);
        all.addAll((int) n - 1, by);
        commits.put(board, all);
    }
}
