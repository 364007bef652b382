package fr.binome.board;

import fr.binome.text.Delta;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became true. Journal and clients know these few and nothing of what they mean in the trade.
 */
public sealed interface Change {
    /** The entity it is about. */
    EntityId id();

    record Put(Kind kind, EntityId id, EntityId in, Rank rank, Map<String, Content> fields)
            implements Change {
        public Put {
            // In one order: Map.copyOf has another in each run.
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }
    }

    /** A null value clears the register. */
    record Set(EntityId id, String field, @Nullable Value value) implements Change {}

    record Move(EntityId id, EntityId in, Rank rank) implements Change {}

    record Remove(EntityId id) implements Change {}

    record Restore(EntityId id) implements Change {}

    record Edit(EntityId id, String field, Delta delta) implements Change {}

    /** Takes an entity and all that is in it out of the bin for good; only {@code systeme} does. */
    record Purge(EntityId id) implements Change {}
}
