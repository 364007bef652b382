package fr.binome.parcours;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Value;

import org.jspecify.annotations.Nullable;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * A period in companies, as the rules see it.
 *
 * @param validated by someone of the direction, for the weeks as they are now
 */
public record Pfmp(
        EntityId id, Value.@Nullable Period weeks, List<Objectif> objectifs, boolean validated) {
    /** What a period is to bring. */
    public record Objectif(EntityId id, String label, Set<String> competences) {
        static Objectif in(Board board, Entity objectif) {
            return new Objectif(
                    objectif.id(),
                    Contexte.plain(objectif, PfmpFields.LABEL),
                    Inside.of(board, objectif.id()).targets(PfmpFields.OBJECTIF_COMPETENCE));
        }
    }

    public static Pfmp in(Board board, Entity pfmp) {
        Inside inside = Inside.of(board, pfmp.id());
        long moved = pfmp.written(PfmpFields.WEEKS.name());
        return new Pfmp(
                pfmp.id(),
                pfmp.period(PfmpFields.WEEKS),
                inside.all(PfmpFields.OBJECTIF).stream()
                        .map(objectif -> Objectif.in(board, objectif))
                        .toList(),
                inside.all(PfmpFields.VALIDATION).stream()
                        .anyMatch(signature -> signature.written(Entity.LIFE) >= moved));
    }

    /** How many weeks it holds; 0 while they are open. */
    public int count() {
        return weeks == null
                ? 0
                : (int) ChronoUnit.WEEKS.between(weeks.start(), weeks.end().plusDays(3));
    }
}
