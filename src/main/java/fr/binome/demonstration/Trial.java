package fr.binome.demonstration;

import fr.binome.board.BoardId;
import fr.binome.people.Essai;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** A trial under way: who is in it now. Guarded by {@link Essais}. */
final class Trial {
    private final Essai essai;
    private final Set<Visit> visits = new LinkedHashSet<>();
    private Instant idleSince;

    /** The visitor's tab on a board. */
    private record Visit(BoardId board, long session) {}

    Trial(Essai essai, Instant now) {
        this.essai = essai;
        this.idleSince = now;
    }

    Essai essai() {
        return essai;
    }

    boolean isVisited() {
        return !visits.isEmpty();
    }

    /** Since when nobody has been in it; while somebody is, it does not count. */
    Instant idleSince() {
        return idleSince;
    }

    void came(BoardId board, long session) {
        visits.add(new Visit(board, session));
    }

    void went(BoardId board, long session, Instant now) {
        visits.remove(new Visit(board, session));
        idleSince = now;
    }
}
