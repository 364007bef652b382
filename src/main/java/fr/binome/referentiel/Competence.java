package fr.binome.referentiel;

import java.util.List;

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
        List<Item> subcompetences) {}
