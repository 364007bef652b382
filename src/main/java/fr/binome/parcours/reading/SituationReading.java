package fr.binome.parcours.reading;

import fr.binome.parcours.Etape;
import fr.binome.parcours.Situation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one situation brings.
 *
 * @param minutes of each competence: those of every étape that names it, in full, so that they are
 *     never to be added up; 0 for one on no étape
 * @param prepared in seconde, the same for the competences of the specialties that it counts for
 * @param blocs minutes of each bloc, in full too
 * @param numbers the numbers of its blocs: 1, 2, 3, 4A, 4B
 * @param titledAsBloc whether its title only names a bloc or a competence
 */
public record SituationReading(
        Situation situation,
        Map<String, Integer> minutes,
        Map<String, Integer> prepared,
        Map<String, Minutes> blocs,
        Set<String> numbers,
        Minutes total,
        boolean titledAsBloc) {
    public static SituationReading of(Situation situation, Programme programme) {
        Map<String, Integer> minutes = new LinkedHashMap<>();
        Map<String, Integer> prepared = new LinkedHashMap<>();
        Map<String, Minutes> blocs = new LinkedHashMap<>();
        Minutes total = Minutes.NONE;
        for (Etape etape : situation.etapes()) {
            int spent = etape.minutes();
            total = total.plus(etape.conduite(), spent);
            etape.competences().forEach(each -> minutes.merge(each, spent, Integer::sum));
            programme
                    .preparedBy(etape.competences())
                    .forEach(each -> prepared.merge(each, spent, Integer::sum));
            for (String bloc : programme.blocsOf(etape, situation.univers())) {
                blocs.merge(bloc, Minutes.NONE.plus(etape.conduite(), spent), Minutes::plus);
            }
        }
        Set<String> envisagees = situation.marks().envisagees();
        envisagees.forEach(each -> minutes.putIfAbsent(each, 0));
        programme.preparedBy(envisagees).forEach(each -> prepared.putIfAbsent(each, 0));
        return new SituationReading(
                situation,
                minutes,
                prepared,
                blocs,
                blocs.keySet().stream().map(programme::numberOf).collect(Collectors.toSet()),
                total,
                programme.isALabel(situation.titre()));
    }

    /** Whether it is more than an idea: what is planned for the year. */
    public boolean isPlanned() {
        return situation.status() != Situation.Status.IDEE && !minutes.isEmpty();
    }
}
