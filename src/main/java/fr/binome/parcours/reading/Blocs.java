package fr.binome.parcours.reading;

import fr.binome.referentiel.Bloc;

import java.util.ArrayList;
import java.util.List;

/**
 * How the year of a class uses the blocs; of situations that are planned, drafts included.
 *
 * @param situations how many situations have 0, 1, 2, 3, 4 blocs (D-14)
 */
public record Blocs(List<Integer> situations, List<BlocUse> uses) {
    private static final int MOST = 4;

    /**
     * How one bloc is used.
     *
     * @param situations that mobilise it
     * @param minutes of the étapes that do, in full; they are not to be added up over blocs
     */
    public record BlocUse(String bloc, int situations, Minutes minutes) {}

    public static Blocs of(ClassePlan plan) {
        List<SituationReading> planned =
                plan.situations().stream().filter(SituationReading::isPlanned).toList();
        List<Integer> byNumber = new ArrayList<>();
        for (int number = 0; number <= MOST; number++) {
            int wanted = number;
            byNumber.add(
                    (int)
                            planned.stream()
                                    .filter(
                                            reading ->
                                                    Math.min(MOST, reading.numbers().size())
                                                            == wanted)
                                    .count());
        }
        List<BlocUse> uses = new ArrayList<>();
        for (Bloc bloc : plan.programme().blocs()) {
            Minutes minutes = Minutes.NONE;
            int count = 0;
            for (SituationReading reading : planned) {
                Minutes spent = reading.blocs().get(bloc.id());
                if (spent != null) {
                    minutes = minutes.plus(spent);
                    count++;
                }
            }
            uses.add(new BlocUse(bloc.id(), count, minutes));
        }
        return new Blocs(byNumber, uses);
    }
}
