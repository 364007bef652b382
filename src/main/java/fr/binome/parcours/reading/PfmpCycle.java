package fr.binome.parcours.reading;

import fr.binome.apport.ClasseDigest;
import fr.binome.board.EntityId;
import fr.binome.parcours.CycleYear;
import fr.binome.parcours.Pfmp;
import fr.binome.referentiel.Referentiels;
import fr.binome.referentiel.Ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The weeks in companies of a class, in its year and over the cycle (D-33).
 *
 * @param ruleset the class's own
 * @param weeks of the year
 * @param asked of the year by the ruleset
 * @param splits the ways the ruleset cuts them
 * @param total over the cycle: the years before as the promotion had them, else as the classes of
 *     the parcours have them, like the years after
 * @param askedTotal over the cycle
 * @param planned whether every year of the cycle has all its periods entered
 */
public record PfmpCycle(
        String ruleset,
        int weeks,
        int asked,
        List<List<Integer>> splits,
        int total,
        int askedTotal,
        boolean planned,
        List<PfmpPeriod> periods) {
    /** One period of the year. */
    public record PfmpPeriod(EntityId id, int number, int weeks, boolean validated) {}

    public static PfmpCycle of(ClassePlan plan, Neighbours neighbours, Referentiels referentiels) {
        Ruleset ruleset = referentiels.ruleset(plan.facts().ruleset());
        Ruleset.Year asked = ruleset.year(plan.facts().year().word());
        List<PfmpPeriod> periods = new ArrayList<>();
        for (Pfmp pfmp : plan.pfmps()) {
            periods.add(
                    new PfmpPeriod(pfmp.id(), periods.size() + 1, pfmp.count(), pfmp.validated()));
        }
        int weeks = periods.stream().mapToInt(PfmpPeriod::weeks).sum();
        int total = weeks;
        boolean planned = plan.facts().pfmpPlanifiees();
        for (CycleYear year : CycleYear.values()) {
            if (year != plan.facts().year()) {
                ClasseDigest classe = classe(year, plan.facts().year(), neighbours);
                total += classe == null ? 0 : classe.pfmp().weeks();
                planned &= classe != null && classe.pfmp().planned();
            }
        }
        return new PfmpCycle(
                ruleset.id(),
                weeks,
                asked == null ? 0 : asked.weeks(),
                asked == null ? List.of() : asked.splits().stream().map(PfmpCycle::split).toList(),
                total,
                ruleset.totalWeeks(),
                planned,
                periods);
    }

    private static List<Integer> split(Ruleset.Split split) {
        return java.util.Collections.nCopies(split.count(), split.weeksEach());
    }

    private static @org.jspecify.annotations.Nullable ClasseDigest classe(
            CycleYear year, CycleYear own, Neighbours neighbours) {
        if (year.compareTo(own) < 0) {
            for (ClasseDigest before : neighbours.promotion().values()) {
                if (CycleYear.of(before.year()) == year) {
                    return before;
                }
            }
        }
        for (Map<?, ClasseDigest> classes : neighbours.parcours().values()) {
            for (ClasseDigest classe : classes.values()) {
                if (CycleYear.of(classe.year()) == year) {
                    return classe;
                }
            }
        }
        return null;
    }
}
