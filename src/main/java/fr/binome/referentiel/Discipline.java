package fr.binome.referentiel;

import java.util.List;
import java.util.Set;

/**
 * What a teacher of the class team teaches.
 *
 * @param kind {@code professionnel} or {@code general}
 * @param canCoIntervene whether it may stand in a co-intervention by the document we start from
 * @param capacites of its programme that a co-intervention can name; empty for most
 */
public record Discipline(
        String id,
        String label,
        String kind,
        boolean canCoIntervene,
        boolean verified,
        List<Item> capacites) {
    static Discipline of(Element discipline) {
        return new Discipline(
                discipline.id(),
                discipline.text("label"),
                discipline.oneOf("kind", Set.of("professionnel", "general")),
                discipline.flag("canCoIntervene"),
                discipline.flag("verified"),
                discipline.listIfThere("capacites", Item::of));
    }

    public boolean isGeneral() {
        return kind.equals("general");
    }
}
