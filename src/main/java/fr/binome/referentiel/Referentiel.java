package fr.binome.referentiel;

import java.util.List;

/** The official list of one specialty. */
public record Referentiel(
        String id,
        String label,
        String shortLabel,
        String diploma,
        String version,
        List<Item> rapActivities,
        List<Bloc> blocs) {}
