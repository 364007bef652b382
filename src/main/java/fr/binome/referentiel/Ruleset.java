package fr.binome.referentiel;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * How many weeks of PFMP a cycle has and how they may be split; a class keeps its own for its whole
 * cycle.
 *
 * @param totalWeeks over the three years
 * @param years what each year asks, by year
 */
public record Ruleset(
        String id,
        String label,
        String source,
        boolean verified,
        int totalWeeks,
        Map<String, Year> years) {
    /**
     * What one year of the cycle asks.
     *
     * @param splits the ways its weeks may be cut into periods
     * @param finDAnnee the weeks of the « parcours personnalisé » at its end, not assessed; 0 where
     *     there is none
     */
    public record Year(int weeks, List<Split> splits, int finDAnnee) {
        static Year of(Element year) {
            return new Year(
                    year.number("weeks", 1, 30),
                    year.list("splits", Split::of),
                    year.has("parcoursFinAnnee")
                            ? year.inside("parcoursFinAnnee").number("weeks", 1, 12)
                            : 0);
        }
    }

    /** Some periods of as many weeks each. */
    public record Split(int count, int weeksEach) {
        static Split of(Element split) {
            return new Split(split.number("count", 1, 9), split.number("weeksEach", 1, 12));
        }
    }

    static Ruleset of(Element ruleset) {
        Ruleset read =
                new Ruleset(
                        ruleset.id(),
                        ruleset.text("label"),
                        ruleset.text("source"),
                        ruleset.flag("verified"),
                        ruleset.number("totalWeeks", 1, 60),
                        ruleset.each("years", Referentiels.YEARS, Year::of));
        if (read.years.values().stream().mapToInt(Year::weeks).sum() != read.totalWeeks) {
            ruleset.note("totalWeeks", "the weeks of the years do not add up to it");
        }
        return read;
    }

    /** What that year asks; null for a word that is no year. */
    public @Nullable Year year(String year) {
        return years.get(year);
    }
}
