package fr.binome.parcours.constat;

import fr.binome.board.BoardId;
import fr.binome.board.EntityId;
import fr.binome.board.Field;

import org.jspecify.annotations.Nullable;

/**
 * Where to click.
 *
 * @param field the one to look at; null where it is the entity as a whole
 */
public record FindingPlace(BoardId board, EntityId entity, @Nullable String field) {
    static FindingPlace of(BoardId board, EntityId entity, @Nullable Field field) {
        return new FindingPlace(board, entity, field == null ? null : field.name());
    }
}
