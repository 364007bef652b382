package fr.binome.wire;

import java.util.List;

/**
 * What a snapshot of the journal holds.
 *
 * @param nextPen the first number that no client of the board has had
 */
public record Kept(BoardState state, int nextPen, List<ClientState> clients) {
    /** The private part of a commit. */
    public record Outcomes(List<ClientState> clients) {}
}
