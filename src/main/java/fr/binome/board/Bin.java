package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The bin keeps what was removed for thirty days; then {@code systeme} purges it. Every kind of
 * board has it.
 */
public final class Bin {
    public static final Duration KEEPS = Duration.ofDays(30);

    private Bin() {}

    /** When the oldest thing in the bin is due; null when the bin is empty. */
    public static @Nullable Instant nextPurge(Board board) {
        return board.entities().stream()
                .map(Entity::removal)
                .filter(removal -> removal != null)
                .map(removal -> removal.at().plus(KEEPS))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The purges that are due; what is inside a purged entity goes with it and is not named. */
    public static List<Change> due(Board board, Instant now) {
        Instant until = now.minus(KEEPS);
        List<Change> purges = new ArrayList<>();
        board.entities().stream()
                .filter(entity -> isDue(entity, until) && !insideDue(board, entity, until))
                .map(Entity::id)
                .sorted()
                .forEach(id -> purges.add(new Change.Purge(id)));
        return purges;
    }

    private static boolean insideDue(Board board, Entity entity, Instant until) {
        for (Entity at = entity; !at.isRoot(); ) {
            Entity parent = board.entity(at.in());
            if (parent == null) {
                return false;
            }
            if (isDue(parent, until)) {
                return true;
            }
            at = parent;
        }
        return false;
    }

    private static boolean isDue(Entity entity, Instant until) {
        Removal removal = entity.removal();
        return removal != null && !removal.at().isAfter(until);
    }
}
