package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.board.Digest;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.util.HashMap;
import java.util.Map;

/** The newest digest of each board, in memory; what the home page and other boards read. */
public final class Digests {
    private final Map<BoardId, Long> seqs = new HashMap<>();
    private volatile PMap<BoardId, Digest> newest = HashTreePMap.empty();

    synchronized void put(BoardId board, long seq, Digest digest) {
        if (seqs.getOrDefault(board, -1L) <= seq) {
            seqs.put(board, seq);
            newest = newest.plus(board, digest);
        }
    }

    synchronized void remove(BoardId board) {
        seqs.remove(board);
        newest = newest.minus(board);
    }

    /** All of them, as they are now; never changes. */
    public Map<BoardId, Digest> all() {
        return newest;
    }

    synchronized boolean isAt(BoardId board, long seq) {
        return seqs.getOrDefault(board, -1L) >= seq;
    }
}
