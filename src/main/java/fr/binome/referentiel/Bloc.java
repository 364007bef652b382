package fr.binome.referentiel;

import java.util.List;
import java.util.Set;

/**
 * A bloc of competences.
 *
 * @param number 1, 2, 3, 4A or 4B
 * @param tableLabel the short label
 * @param epreuve the exam unit that takes it: U2, U31, U32…
 */
public record Bloc(
        String id,
        String number,
        String label,
        String tableLabel,
        boolean verified,
        String epreuve,
        List<Competence> competences,
        List<Item> savoirs,
        List<Item> digitalTools) {
    static Bloc of(Element bloc) {
        String label = bloc.text("label");
        return new Bloc(
                bloc.id(),
                bloc.oneOf("number", Set.of("1", "2", "3", "4A", "4B")),
                label,
                bloc.text("tableLabel", label),
                bloc.flag("verified"),
                bloc.inside("examUnit").text("code"),
                bloc.list("competences", Competence::of),
                bloc.list("savoirs", Item::of),
                bloc.list("digitalTools", Item::of));
    }
}
