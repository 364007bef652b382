package fr.binome.parcours.reading;

import fr.binome.board.EntityId;
import fr.binome.parcours.Complexite;
import fr.binome.parcours.Situation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How often, how long and how hard each competence is worked in the year of a class.
 *
 * @param cells every competence that counts in the year, worked or not
 * @param prepared in seconde, the competences of the specialties through the common ones; empty
 *     afterwards
 */
public record Coverage(Map<String, Cell> cells, Map<String, Cell> prepared) {
    /**
     * One competence in one year. Situations count from « prêt » on; drafts are told apart.
     *
     * @param count situations that count
     * @param minutes of their étapes that name it, in full
     * @param complexite the highest among them
     * @param drafts situations that do not count yet
     * @param situations all of them
     */
    public record Cell(
            int count,
            int minutes,
            @Nullable Complexite complexite,
            int drafts,
            List<EntityId> situations) {
        static final Cell EMPTY = new Cell(0, 0, null, 0, List.of());

        private Cell plus(Situation situation, int spent) {
            List<EntityId> all = new ArrayList<>(situations);
            all.add(situation.id());
            return situation.isReady()
                    ? new Cell(
                            count + 1,
                            minutes + spent,
                            Complexite.higher(complexite, situation.complexite()),
                            drafts,
                            all)
                    : new Cell(count, minutes, complexite, drafts + 1, all);
        }
    }

    public static Coverage of(ClassePlan plan) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        plan.programme().counted().forEach(competence -> cells.put(competence, Cell.EMPTY));
        Map<String, Cell> prepared = new LinkedHashMap<>();
        add(plan, cells, SituationReading::minutes, false);
        add(plan, prepared, SituationReading::prepared, true);
        return new Coverage(cells, prepared);
    }

    private static void add(
            ClassePlan plan,
            Map<String, Cell> cells,
            Function<SituationReading, Map<String, Integer>> which,
            boolean others) {
        for (SituationReading reading : plan.situations()) {
            which.apply(reading)
                    .forEach(
                            (competence, spent) -> {
                                Cell cell = cells.get(competence);
                                if (cell != null || others) {
                                    cells.put(
                                            competence,
                                            (cell == null ? Cell.EMPTY : cell)
                                                    .plus(reading.situation(), spent));
                                }
                            });
        }
    }

    /** The competences that no situation that counts works yet (D-21). */
    public Set<String> gaps() {
        Set<String> gaps = new LinkedHashSet<>();
        cells.forEach(
                (competence, cell) -> {
                    if (cell.count() == 0) {
                        gaps.add(competence);
                    }
                });
        return gaps;
    }

    /** Of a competence of the year, or in seconde of a specialty; empty where it is not worked. */
    public Cell cell(String competence) {
        Cell cell = cells.get(competence);
        return cell != null ? cell : prepared.getOrDefault(competence, Cell.EMPTY);
    }
}
