package fr.binome.board;

import fr.binome.text.Delta;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a person asks in the words that every board knows; checked by the schema alone. */
public sealed interface KernelCommand {
    /** The entity it is about. */
    EntityId id();

    /**
     * Adds an entity.
     *
     * @param after the sibling it follows; null puts it first
     */
    record Create(
            String kind,
            EntityId id,
            EntityId in,
            @Nullable EntityId after,
            Map<String, Content> fields)
            implements KernelCommand {
        public Create {
            // In one order: Map.copyOf has another in each run.
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }
    }

    /** Sets a register; a null value clears it. */
    record SetField(EntityId id, String field, @Nullable Value value) implements KernelCommand {}

    /** Edits a text; the room has already transformed the delta to the newest text. */
    record EditText(EntityId id, String field, Delta delta) implements KernelCommand {}

    /**
     * Puts an entity elsewhere among its siblings or under another parent.
     *
     * @param after the sibling it follows; null puts it first
     */
    record Move(EntityId id, EntityId in, @Nullable EntityId after) implements KernelCommand {}

    /** Puts an entity, with all that is in it, in the bin. */
    record Remove(EntityId id) implements KernelCommand {}

    /** Takes an entity out of the bin, to where it was. */
    record Restore(EntityId id) implements KernelCommand {}
}
