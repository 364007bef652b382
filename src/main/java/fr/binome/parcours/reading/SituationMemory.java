package fr.binome.parcours.reading;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.Situation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a situation again only when something in it has changed. Entities are immutable, so the
 * same ones mean the same reading.
 */
public final class SituationMemory {
    private @Nullable Programme programme;
    private Map<EntityId, Remembered> known = Map.of();

    private record Remembered(List<Entity> entities, SituationReading reading) {
        boolean isOf(List<Entity> others) {
            if (entities.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < others.size(); i++) {
                if (!isSame(entities.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @SuppressWarnings("ReferenceEquality") // Comparing their content would cost more.
        private static boolean isSame(Entity one, Entity other) {
            return one == other;
        }
    }

    List<SituationReading> read(Board board, List<Entity> situations, Programme wanted) {
        if (programme != wanted) {
            programme = wanted;
            known = Map.of();
        }
        Map<EntityId, Remembered> next = new HashMap<>();
        List<SituationReading> readings = new ArrayList<>();
        for (Entity situation : situations) {
            List<Entity> entities = entities(board, situation);
            Remembered remembered = known.get(situation.id());
            if (remembered == null || !remembered.isOf(entities)) {
                remembered =
                        new Remembered(
                                entities,
                                SituationReading.of(Situation.in(board, situation), wanted));
            }
            next.put(situation.id(), remembered);
            readings.add(remembered.reading());
        }
        known = next;
        return readings;
    }

    private static List<Entity> entities(Board board, Entity situation) {
        List<Entity> entities = new ArrayList<>();
        entities.add(situation);
        for (Entity child : board.inside(situation.id())) {
            entities.add(child);
            if (child.kind() == EtapeFields.ETAPE) {
                entities.addAll(board.inside(child.id()));
            }
        }
        return entities;
    }
}
