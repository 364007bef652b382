package fr.binome.parcours.insight;

import fr.binome.board.BoardId;
import fr.binome.parcours.CycleYear;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The classes over which one diploma is read.
 *
 * @param classes of this school year, this one included
 * @param promotion those the students of this class were in before
 * @param titles of all their situations, as {@code board/entity}
 */
public record Parcours(
        List<ParcoursClasse> classes, List<ParcoursClasse> promotion, Map<String, String> titles) {
    /**
     * One class.
     *
     * @param lastWeek the Monday of the last week in which it can catch something up; null when not
     *     known
     */
    public record ParcoursClasse(
            BoardId board, String label, CycleYear year, int rentree, @Nullable String lastWeek) {}
}
