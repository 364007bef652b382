package fr.binome.board;

import java.util.List;

/** The answer to one command of a submission. */
public sealed interface Ruling {
    /**
     * What becomes true if the rest of the submission is accepted too; nothing when it was true
     * already.
     */
    record Changes(List<Change> changes) implements Ruling {
        static final Changes NONE = new Changes(List.of());

        public Changes {
            changes = List.copyOf(changes);
        }
    }

    record No(Refusal refusal) implements Ruling {}
}
