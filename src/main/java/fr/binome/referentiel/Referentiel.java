package fr.binome.referentiel;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The official list of one specialty.
 *
 * @param visees of MA: the real-life demands of reception work; empty elsewhere
 * @param relationDimensions of MA: inside, outside, face to face, at a distance; empty elsewhere
 * @param volumes the hours of each year of the cycle, by year
 */
public record Referentiel(
        String id,
        String label,
        String shortLabel,
        String diploma,
        String version,
        List<Item> rapActivities,
        List<Item> visees,
        List<Item> relationDimensions,
        List<Bloc> blocs,
        Map<String, VolumeAnnuel> volumes) {
    static Referentiel of(Element file) {
        return new Referentiel(
                file.oneOf("id", Set.copyOf(Referentiels.SPECIALITES)),
                file.text("label"),
                file.text("shortLabel"),
                file.text("diploma"),
                file.text("version"),
                file.list("rapActivities", Item::of),
                file.listIfThere("visees", Item::of),
                file.listIfThere("relationDimensions", Item::of),
                file.list("blocs", Bloc::of),
                file.inside("serviceObligations")
                        .inside("annualVolume")
                        .each("years", Referentiels.YEARS, VolumeAnnuel::of));
    }
}
