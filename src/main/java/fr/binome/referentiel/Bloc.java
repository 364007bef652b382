package fr.binome.referentiel;

import java.util.List;

/**
 * A bloc of competences.
 *
 * @param number 1, 2, 3, 4A or 4B
 * @param tableLabel the short label
 */
public record Bloc(
        String id,
        String number,
        String label,
        String tableLabel,
        boolean verified,
        List<Competence> competences,
        List<Item> savoirs,
        List<Item> digitalTools) {}
