package fr.binome.board;

import java.time.Instant;
import java.util.Map;

/**
 * Reads what follows from one board. What it answers depends on its arguments alone; it may
 * remember what it has read, so that little is read again. Not safe for two threads at once.
 */
public interface Reader {
    /**
     * Reads a board anew.
     *
     * @param board one that is founded
     * @param others the newest digest of every other board
     * @param now the server's time: some findings depend on the day
     */
    Reading read(Board board, Map<BoardId, Digest> others, Instant now);

    /** Whether a new digest may change the last reading. */
    boolean concerns(BoardId other, Digest told);
}
