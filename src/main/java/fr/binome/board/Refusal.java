package fr.binome.board;

import org.jspecify.annotations.Nullable;

/** Why a submission is not accepted. The sentence for a person belongs to the client. */
public sealed interface Refusal {
    /** The asker lacks the role that this needs. */
    record Denied(Role needed) implements Refusal {}

    /** The entity, or one it is in, is in the bin or was never there. */
    record Gone(EntityId id) implements Refusal {}

    /** Another entity has that id. */
    record Taken(EntityId id) implements Refusal {}

    /** The schema does not allow it; {@code fault} is one of the words of the specification. */
    record Invalid(EntityId id, @Nullable String field, String fault) implements Refusal {}

    /** There would be more of {@code what} than {@code max}. */
    record Limit(String what, long max) implements Refusal {}

    /** The text has moved on too far since {@code base} for a transformation. */
    record Stale(EntityId id, String field) implements Refusal {}

    /** A rule of the trade says no. */
    non-sealed interface Trade extends Refusal {
        /** The reason's word on the wire. */
        String reason();

        /** What the sentence needs: names of rules, ids; never a person's name. */
        java.util.Map<String, String> details();
    }
}
