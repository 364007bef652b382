package fr.binome.parcours.insight;

import fr.binome.parcours.constat.Finding;
import fr.binome.parcours.reading.Blocs;
import fr.binome.parcours.reading.Coverage;
import fr.binome.parcours.reading.Hours;
import fr.binome.parcours.reading.ParcoursRow;
import fr.binome.parcours.reading.PfmpCycle;
import fr.binome.parcours.reading.SchoolWeeks;
import fr.binome.parcours.reading.Seconde;

/**
 * The keys of the insights of a class and what each holds. One that ends in a slash is followed by
 * an id, and there are as many as there are things of it.
 */
public enum Key {
    COVERAGE("coverage", CoverageSummary.class),
    /** By competence. */
    CELL("coverage/", Coverage.Cell.class),
    /** By situation. */
    SITUATION("situation/", SituationInsight.class),
    /** By situation, period, window, co-intervention, chef-d'œuvre, or the class itself. */
    FINDINGS("findings/", Finding[].class),
    BLOCS("blocs", Blocs.class),
    HOURS("hours", Hours.class),
    PFMP("pfmp", PfmpCycle.class),
    WEEKS("weeks", SchoolWeeks.Week[].class),
    /** In seconde only. */
    SECONDE("seconde", Seconde.class),
    OUTILS("outils", Outils.class),
    /** By specialty: the classes of the parcours. */
    PARCOURS("parcours/", Parcours.class),
    /** By the board of every other class of the parcours: what stands in its year. */
    ANNEES("annees/", AutreAnnee.class),
    /** By specialty and competence: {@code ma/ma-b1-flux}. */
    ROW("matrix/", ParcoursRow.class);

    private final String word;
    private final Class<?> holds;

    Key(String word, Class<?> holds) {
        this.word = word;
        this.holds = holds;
    }

    /** The key, or what comes before the id. */
    public String word() {
        return word;
    }

    /** The type of its value; an array stands for a list. */
    public Class<?> holds() {
        return holds;
    }
}
