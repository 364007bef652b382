package fr.binome.board;

import java.time.Instant;

/**
 * When and by whom a change became true.
 *
 * @param seq the board's number of the accepted submission, dense from 1
 */
public record Stamp(long seq, PersonId by, Instant at) {
    public Stamp {
        if (seq < 1) {
            throw new IllegalArgumentException("seq counts from 1");
        }
    }
}
