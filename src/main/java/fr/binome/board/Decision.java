package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The answer to a submission. */
public sealed interface Decision {
    /** All of it became true, with these changes; there may be none. */
    record Accepted(List<Change> changes, Board after) implements Decision {
        public Accepted {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Nothing of it became true.
     *
     * @param command the place of the refused command in the submission, from 0; null when the
     *     whole is refused
     */
    record Refused(@Nullable Integer command, Refusal refusal) implements Decision {}
}
