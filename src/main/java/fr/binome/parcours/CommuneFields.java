package fr.binome.parcours;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A line of the table of common competences that the team of a class of seconde has put in place of
 * the given one (D-55). What a line prepares in a diploma is one value, so that a whole table comes
 * in one act.
 */
public final class CommuneFields {
    private static final int MOST_PREPARED = 20;
    private static final int FIRST = 1000;
    private static final int LAST = 9999;

    public static final Kind COMMUNE =
            Classe.CLASSE.child(
                    "communePropre",
                    40,
                    "Remplacer le tableau des compétences communes de seconde (D-55).");

    /**
     * By what étapes name it: the id of a given common competence whose place it takes, or one of
     * the team's own. Without it the line does not count.
     */
    public static final Register REPERE = COMMUNE.known("repere", "communes");

    public static final Prose LABEL = COMMUNE.line("label", 200);

    public static final Register MA = COMMUNE.someKnown("ma", "competencesMa", MOST_PREPARED);
    public static final Register MCV_A =
            COMMUNE.someKnown("mcvA", "competencesMcvA", MOST_PREPARED);
    public static final Register MCV_B =
            COMMUNE.someKnown("mcvB", "competencesMcvB", MOST_PREPARED);

    /** What it prepares, by specialty. */
    public static final Map<String, Register> PREPARED =
            Map.of("ma", MA, "mcv-a", MCV_A, "mcv-b", MCV_B);

    /**
     * The ids for what a team adds: enough that, taken at random, two classes do not mean another
     * thing by the same.
     */
    public static final Set<String> OWN = own();

    private CommuneFields() {}

    private static Set<String> own() {
        Set<String> own = new LinkedHashSet<>();
        for (int number = FIRST; number <= LAST; number++) {
            own.add("sec-propre-" + number);
        }
        return Collections.unmodifiableSet(own);
    }
}
