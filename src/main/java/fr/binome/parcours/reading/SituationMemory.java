package fr.binome.parcours.reading;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.Situation;
import fr.binome.referentiel.FamilleSeconde.Commune;

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
    private @Nullable Own own;
    private Map<EntityId, Remembered> known = Map.of();

    /** The programme with a table of its own, made anew only when that is another. */
    private record Own(Programme given, List<Commune> tableau, Programme programme) {
        @SuppressWarnings("ReferenceEquality") // Each is made once.
        boolean isOf(Programme otherGiven, List<Commune> otherTableau) {
            return given == otherGiven && tableau.equals(otherTableau);
        }
    }

    private record Remembered(
            List<Entity> entities, Programme programme, SituationReading reading) {
        static Remembered of(List<Entity> entities, Situation situation, Programme programme) {
            return new Remembered(entities, programme, SituationReading.of(situation, programme));
        }

        @SuppressWarnings("ReferenceEquality") // Each is made once.
        boolean isUnder(Programme other) {
            return programme == other;
        }

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

    /** What is asked of a class whose team has made the table of common competences its own. */
    Programme programme(Programme given, List<Commune> tableau) {
        if (tableau.isEmpty()) {
            return given;
        }
        Own made = own;
        if (made == null || !made.isOf(given, tableau)) {
            made = new Own(given, tableau, given.with(tableau));
            own = made;
        }
        return made.programme();
    }

    List<SituationReading> read(Board board, List<Entity> situations, Programme wanted) {
        Map<EntityId, Remembered> next = new HashMap<>();
        List<SituationReading> readings = new ArrayList<>();
        for (Entity situation : situations) {
            List<Entity> entities = entities(board, situation);
            Remembered remembered = known.get(situation.id());
            if (remembered == null || !remembered.isOf(entities)) {
                remembered = Remembered.of(entities, Situation.in(board, situation), wanted);
            } else if (!remembered.isUnder(wanted)) {
                remembered = Remembered.of(entities, remembered.reading().situation(), wanted);
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
