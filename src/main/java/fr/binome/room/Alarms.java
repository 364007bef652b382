package fr.binome.room;

import fr.binome.board.Bin;
import fr.binome.board.Board;
import fr.binome.board.BoardKind;
import fr.binome.board.Change;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes due on a board by the clock alone: purges of the bin, and what its kind adds. */
final class Alarms {
    private final BoardKind<?> kind;
    private @Nullable Instant next;

    Alarms(BoardKind<?> kind) {
        this.kind = kind;
    }

    /**
     * Sets the alarm for what is due next on a board.
     *
     * @return when to be woken, if nobody has been asked yet
     */
    @Nullable Instant set(Board board) {
        Instant before = next;
        next = earlier(kind.nextAlarm(board), Bin.nextPurge(board));
        return next == null || next.equals(before) ? null : next;
    }

    /** When to be woken, if that has not come yet: the clock may have been put back meanwhile. */
    @Nullable Instant after(Instant now) {
        return next != null && next.isAfter(now) ? next : null;
    }

    /** What is due; derived from the board, so that late or twice is harmless. */
    List<Change> due(Board board, Instant now) {
        if (next == null || next.isAfter(now)) {
            return List.of();
        }
        List<Change> due = new ArrayList<>(Bin.due(board, now));
        due.addAll(kind.due(board, now));
        return due;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
