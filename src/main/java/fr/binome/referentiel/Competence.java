package fr.binome.referentiel;

import java.util.List;
import java.util.Set;

/**
 * What a student learns to do.
 *
 * @param years of the cycle in which it is worked: {@code seconde}, {@code premiere}, {@code
 *     terminale}
 * @param seconde {@code commune} to the three diplomas or {@code decouverte}, never required there
 * @param subcompetences finer lines under it
 */
public record Competence(
        String id,
        String label,
        boolean verified,
        List<String> years,
        String seconde,
        List<Item> subcompetences) {
    static Competence of(Element competence) {
        return new Competence(
                competence.id(),
                competence.text("label"),
                competence.flag("verified"),
                competence.words("years", Referentiels.YEARS),
                competence.oneOf("seconde", Set.of("commune", "decouverte")),
                competence.list("subcompetences", Item::of));
    }
}
