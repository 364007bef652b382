package fr.binome.parcours.reading;

import fr.binome.apport.SituationApport;
import fr.binome.parcours.Complexite;
import fr.binome.parcours.Contexte;
import fr.binome.parcours.CycleYear;
import fr.binome.parcours.Situation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An earlier situation on which one builds, and what has changed since.
 *
 * @param earlier as {@code board/entity}
 * @param titre null, like the rest, when its class is not one that this one is read with
 * @param changed {@code contextualisation}, {@code perimetre}, {@code nature}, {@code complexite}:
 *     what makes the later one another or harder (D-22)
 */
public record Lineage(
        String earlier,
        @Nullable String titre,
        @Nullable CycleYear year,
        @Nullable Complexite complexite,
        @Nullable String type,
        @Nullable String perimetre,
        @Nullable String nature,
        boolean isEarlier,
        List<String> changed) {
    public static List<Lineage> of(Situation situation, Neighbours neighbours) {
        return situation.acquis().reinvestit().stream()
                .map(reference -> of(situation, reference, neighbours))
                .toList();
    }

    private static Lineage of(Situation situation, String reference, Neighbours neighbours) {
        Neighbours.Known known = neighbours.situation(reference);
        return known == null
                ? new Lineage(reference, null, null, null, null, null, null, true, List.of())
                : new Lineage(
                        reference,
                        known.situation().titre(),
                        known.year(),
                        Complexite.of(known.situation().complexite()),
                        known.situation().type(),
                        known.situation().perimetre(),
                        known.situation().nature(),
                        isEarlier(known, situation, neighbours),
                        changed(known.situation(), situation));
    }

    /** In an earlier year of the cycle or school year, or of the same class and not after it. */
    private static boolean isEarlier(
            Neighbours.Known known, Situation situation, Neighbours neighbours) {
        if (!known.board().equals(neighbours.self())) {
            return known.year().compareTo(CycleYear.of(neighbours.own().year())) < 0
                    || known.classe().rentree() < neighbours.own().rentree();
        }
        String start = known.situation().start();
        return !known.situation().id().equals(situation.id().value())
                && (situation.weeks() == null
                        || start == null
                        || start.compareTo(situation.weeks().start().toString()) <= 0);
    }

    private static List<String> changed(SituationApport earlier, Situation situation) {
        Contexte contexte = situation.contexte();
        List<String> changed = new ArrayList<>();
        if (differs(earlier.type(), contexte.type())) {
            changed.add("contextualisation");
        }
        if (differs(earlier.perimetre(), contexte.perimetre())) {
            changed.add("perimetre");
        }
        if (differs(earlier.nature(), contexte.nature())) {
            changed.add("nature");
        }
        Complexite before = Complexite.of(earlier.complexite());
        Complexite now = situation.complexite();
        if (now != null && (before == null || now.compareTo(before) > 0)) {
            changed.add("complexite");
        }
        return changed;
    }

    private static boolean differs(String one, String other) {
        return !one.toLowerCase(Locale.FRENCH).equals(other.toLowerCase(Locale.FRENCH));
    }

    /** Whether the earlier situation can be read from here. */
    public boolean isKnown() {
        return titre != null;
    }
}
