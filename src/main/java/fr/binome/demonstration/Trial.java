package fr.binome.demonstration;

import fr.binome.board.BoardId;
import fr.binome.people.Essai;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** A trial under way: who is in it now, and its colleague. Guarded by {@link Essais}. */
final class Trial {
    private final Essai essai;
    private final Seat colleague;
    private final Set<Visit> visits = new LinkedHashSet<>();
    private Instant idleSince;
    private boolean paused;

    /** A tab of the visitor on a board. */
    private record Visit(BoardId board, long session) {}

    Trial(Essai essai, Seat colleague, Instant now) {
        this.essai = essai;
        this.colleague = colleague;
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
        Visit visit = new Visit(board, session);
        visits.remove(visit);
        visits.add(visit);
        colleague.visit(board);
    }

    /** The colleague goes where another tab is, or has nobody to go to. */
    void went(BoardId board, long session, Instant now) {
        visits.remove(new Visit(board, session));
        idleSince = now;
        Visit other = null;
        for (Visit visit : visits) {
            other = visit;
        }
        colleague.visit(other == null ? null : other.board);
    }

    boolean isPaused() {
        return paused;
    }

    void pause(boolean wanted) {
        paused = wanted;
        colleague.pause(wanted);
    }

    void end() {
        colleague.close();
    }
}
