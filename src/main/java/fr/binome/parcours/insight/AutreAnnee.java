package fr.binome.parcours.insight;

import fr.binome.apport.ClasseDigest;
import fr.binome.apport.Semaines;
import fr.binome.apport.SituationApport;
import fr.binome.parcours.Complexite;
import fr.binome.parcours.CycleYear;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The year of another class of the parcours, to be seen beside that of this one.
 *
 * @param pfmps its weeks in companies, by their start
 * @param situations those that have weeks
 */
public record AutreAnnee(
        String label, CycleYear year, List<Semaines> pfmps, List<Placee> situations) {
    /** A situation in its weeks. */
    public record Placee(
            String id,
            String titre,
            @Nullable Complexite complexite,
            String start,
            String end,
            boolean ready) {}

    static AutreAnnee of(ClasseDigest classe) {
        List<Placee> placed = new ArrayList<>();
        for (SituationApport situation : classe.situations()) {
            String start = situation.start();
            String end = situation.end();
            if (start != null && end != null) {
                placed.add(
                        new Placee(
                                situation.id(),
                                situation.titre(),
                                Complexite.of(situation.complexite()),
                                start,
                                end,
                                situation.ready()));
            }
        }
        return new AutreAnnee(
                classe.label(), CycleYear.of(classe.year()), classe.pfmp().periods(), placed);
    }
}
