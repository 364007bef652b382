package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.journal.StoredDigest;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** The newest digest of each board, in memory; what the home page reads. */
public final class Digests {
    private final ConcurrentHashMap<BoardId, StoredDigest> newest = new ConcurrentHashMap<>();

    void put(StoredDigest digest) {
        newest.merge(
                digest.board(),
                digest,
                (known, other) -> other.seq() >= known.seq() ? other : known);
    }

    void remove(BoardId board) {
        newest.remove(board);
    }

    public List<StoredDigest> all() {
        return List.copyOf(newest.values());
    }

    boolean isAt(BoardId board, long seq) {
        StoredDigest known = newest.get(board);
        return known != null && known.seq() >= seq;
    }
}
