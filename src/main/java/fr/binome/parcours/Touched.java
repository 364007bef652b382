package fr.binome.parcours;

import fr.binome.board.Asker;
import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.Field;

import java.util.Objects;

/** A live entity that a submission touched, between the two states. */
record Touched(Entity entity, Board before, Board after, Asker asker) {
    /** Whether it could not be seen before. */
    boolean isNew() {
        return before.live(entity.id()) == null;
    }

    /** Whether the register has another value than before, or the entity is new. */
    boolean changed(Field.Register field) {
        Entity was = before.live(entity.id());
        return was == null || !Objects.equals(was.value(field), entity.value(field));
    }
}
