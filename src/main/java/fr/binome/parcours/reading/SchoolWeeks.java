package fr.binome.parcours.reading;

import fr.binome.board.EntityId;
import fr.binome.board.Value;
import fr.binome.parcours.Pfmp;
import fr.binome.referentiel.Calendrier;
import fr.binome.referentiel.Referentiels;
import fr.binome.referentiel.Ruleset;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The weeks of a class's school year and where the class is; empty while its zone or its calendar
 * are not known.
 */
public record SchoolWeeks(List<Week> weeks) {
    /** Where a class is in a week. */
    public enum WeekState {
        COURS,
        VACANCES,
        PFMP,
        /** The « parcours personnalisé » at the end of terminale. */
        FIN_D_ANNEE
    }

    /**
     * One week.
     *
     * @param holiday the id of the holidays
     * @param pfmp the period in companies
     * @param feries the public holidays from Monday to Friday
     */
    public record Week(
            int number,
            LocalDate monday,
            WeekState state,
            @Nullable String holiday,
            @Nullable EntityId pfmp,
            List<LocalDate> feries) {}

    public static SchoolWeeks of(ClassePlan plan, Referentiels referentiels) {
        Calendrier calendrier = referentiels.calendrier(plan.facts().rentree());
        String zone = plan.facts().zone();
        if (calendrier == null || zone == null) {
            return new SchoolWeeks(List.of());
        }
        List<Week> weeks = new ArrayList<>();
        for (Calendrier.Semaine semaine : calendrier.semaines()) {
            weeks.add(week(plan, calendrier, zone, semaine));
        }
        Ruleset.Year asked =
                referentiels.ruleset(plan.facts().ruleset()).year(plan.facts().year().word());
        return new SchoolWeeks(endOfYear(weeks, asked == null ? 0 : asked.finDAnnee()));
    }

    private static Week week(
            ClassePlan plan, Calendrier calendrier, String zone, Calendrier.Semaine semaine) {
        EntityId pfmp = pfmp(plan.pfmps(), semaine);
        boolean teaches = semaine.teaches(zone);
        return new Week(
                semaine.number(),
                semaine.monday(),
                pfmp != null ? WeekState.PFMP : teaches ? WeekState.COURS : WeekState.VACANCES,
                teaches ? null : semaine.zones().get(zone),
                pfmp,
                calendrier.feries(plan.facts().alsaceMoselle()).stream()
                        .map(Calendrier.Ferie::date)
                        .filter(day -> !day.isBefore(semaine.monday()))
                        .filter(day -> !day.isAfter(semaine.friday()))
                        .toList());
    }

    private static @Nullable EntityId pfmp(List<Pfmp> pfmps, Calendrier.Semaine semaine) {
        Value.Period week = new Value.Period(semaine.monday(), semaine.friday());
        for (Pfmp pfmp : pfmps) {
            if (pfmp.weeks() != null && pfmp.weeks().overlaps(week)) {
                return pfmp.id();
            }
        }
        return null;
    }

    /** The last weeks with lessons are for something else. */
    private static List<Week> endOfYear(List<Week> weeks, int count) {
        int left = count;
        for (int i = weeks.size() - 1; i >= 0 && left > 0; i--) {
            Week week = weeks.get(i);
            if (week.state == WeekState.COURS) {
                weeks.set(
                        i,
                        new Week(
                                week.number,
                                week.monday,
                                WeekState.FIN_D_ANNEE,
                                null,
                                null,
                                week.feries));
                left--;
            }
        }
        return weeks;
    }

    /** The last week with lessons: after it nothing can be caught up; null when not known. */
    public @Nullable Week last() {
        List<Week> lessons = lessons();
        return lessons.isEmpty() ? null : lessons.getLast();
    }

    /** Whether half of the weeks with lessons are over; after January where they are not known. */
    public boolean isPastHalf(LocalDate today, int rentree) {
        List<Week> lessons = lessons();
        LocalDate half =
                lessons.isEmpty()
                        ? LocalDate.of(rentree + 1, 2, 1)
                        : lessons.get(lessons.size() / 2).monday;
        return !today.isBefore(half);
    }

    /** Whether the last week with lessons is over. */
    public boolean isOver(LocalDate today) {
        Week last = last();
        return last != null && last.monday.plusDays(4).isBefore(today);
    }

    private List<Week> lessons() {
        return weeks.stream().filter(week -> week.state == WeekState.COURS).toList();
    }
}
