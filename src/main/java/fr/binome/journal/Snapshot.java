package fr.binome.journal;

import fr.binome.board.BoardId;

import java.time.Instant;

/**
 * A whole board after one commit, so that opening it need not read all that came before.
 *
 * @param kind of the board
 * @param n and {@code hash} of the commit it was taken after; the chain goes on from there
 * @param bytes opaque to the journal
 */
public record Snapshot(
        BoardId board, String kind, long n, Bytes hash, long seq, Instant at, Bytes bytes) {
    public Snapshot {
        at = at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    /** What is stored beside it, so that a broken one is noticed. */
    public Bytes checksum() {
        return bytes.sha256();
    }
}
