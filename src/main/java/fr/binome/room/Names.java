package fr.binome.room;

import fr.binome.board.PersonId;
import fr.binome.wire.Down;

import org.jspecify.annotations.Nullable;

/** Who a person is to others; answers at once, from memory. */
@FunctionalInterface
public interface Names {
    /** Null for someone who is no longer there. */
    Down.@Nullable Shown of(PersonId person);
}
