package fr.binome.parcours;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A co-intervention, as the rules see it.
 *
 * @param minutes of all its séances
 */
public record CoIntervention(
        EntityId id,
        @Nullable String activiteRap,
        @Nullable String professionnel,
        @Nullable String general,
        @Nullable String discipline,
        Set<String> capacites,
        Set<String> competences,
        Set<String> savoirs,
        int minutes) {
    public static CoIntervention in(Board board, Entity entity) {
        Inside inside = Inside.of(board, entity.id());
        return new CoIntervention(
                entity.id(),
                entity.word(CoInterventionFields.ACTIVITE_RAP),
                entity.word(CoInterventionFields.PROFESSIONNEL),
                entity.word(CoInterventionFields.GENERAL),
                entity.word(CoInterventionFields.DISCIPLINE),
                inside.targets(CoInterventionFields.CAPACITE),
                inside.targets(CoInterventionFields.COMPETENCE),
                inside.targets(CoInterventionFields.SAVOIR),
                inside.all(CoInterventionFields.SEANCE).stream()
                        .mapToInt(seance -> seance.number(CoInterventionFields.SEANCE_MINUTES, 0))
                        .sum());
    }

    /** Whether it is led by that binôme's member or that colleague. */
    public boolean isLedBy(PersonId person) {
        return person.value().equals(professionnel) || person.value().equals(general);
    }
}
