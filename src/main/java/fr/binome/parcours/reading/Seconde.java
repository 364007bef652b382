package fr.binome.parcours.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a seconde explores; of situations that are planned, drafts included.
 *
 * @param univers one for each specialty of the class (D-52)
 * @param types how many situations there are in each type of organisation (D-51)
 */
public record Seconde(List<Univers> univers, Map<String, Integer> types) {
    /** The situations in the world of one specialty, and who leads them (D-58). */
    public record Univers(String specialite, int situations, Minutes minutes) {}

    public static Seconde of(ClassePlan plan) {
        List<Univers> univers = new ArrayList<>();
        for (String specialite : plan.facts().specialites()) {
            Minutes minutes = Minutes.NONE;
            int count = 0;
            for (SituationReading reading : plan.situations()) {
                if (reading.isPlanned() && specialite.equals(reading.situation().univers())) {
                    minutes = minutes.plus(reading.total());
                    count++;
                }
            }
            univers.add(new Univers(specialite, count, minutes));
        }
        Map<String, Integer> types = new HashMap<>();
        for (SituationReading reading : plan.situations()) {
            String type = reading.situation().contexte().type();
            if (reading.isPlanned() && !type.isEmpty()) {
                types.merge(type.toLowerCase(java.util.Locale.FRENCH), 1, Integer::sum);
            }
        }
        return new Seconde(univers, types);
    }
}
