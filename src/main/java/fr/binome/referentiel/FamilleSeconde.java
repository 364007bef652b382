package fr.binome.referentiel;

import java.util.List;
import java.util.Map;

/** The seconde that the three specialties share. */
public record FamilleSeconde(String label, boolean verified, List<Commune> competences) {
    /**
     * A competence common to the three in seconde.
     *
     * @param maps the competences of each specialty that it prepares, by specialty
     */
    public record Commune(
            String id, String label, boolean verified, Map<String, List<String>> maps) {}
}
