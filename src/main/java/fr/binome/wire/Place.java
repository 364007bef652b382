package fr.binome.wire;

import fr.binome.board.EntityId;

import org.jspecify.annotations.Nullable;

/**
 * A place on a board: an entity, perhaps a field of it, perhaps a selection in its text.
 *
 * @param index where the selection starts, in UTF-16 units
 * @param length of the selection; 0 for a caret
 */
public record Place(
        EntityId id, @Nullable String field, @Nullable Integer index, @Nullable Integer length) {
    public Place {
        if (field != null && field.length() > 32
                || index != null && index < 0
                || length != null && length < 0) {
            throw new IllegalArgumentException("not a place");
        }
    }
}
