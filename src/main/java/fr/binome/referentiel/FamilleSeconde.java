package fr.binome.referentiel;

import java.util.List;
import java.util.Map;

/**
 * The seconde that the three specialties share.
 *
 * @param mutations of the trades, which a situation may carry as tags (D-03)
 */
public record FamilleSeconde(
        String label, boolean verified, List<Commune> competences, List<Item> mutations) {
    /**
     * A competence common to the three in seconde.
     *
     * @param maps the competences of each specialty that it prepares, by specialty
     */
    public record Commune(
            String id, String label, boolean verified, Map<String, List<String>> maps) {
        static Commune of(Element commune) {
            return new Commune(
                    commune.id(),
                    commune.text("label"),
                    commune.flag("verified"),
                    commune.references("maps"));
        }
    }

    static FamilleSeconde of(Element file) {
        return new FamilleSeconde(
                file.text("label"),
                file.flag("verified"),
                file.list("competences", Commune::of),
                file.list("mutations", Item::of));
    }
}
