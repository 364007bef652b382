package fr.binome.referentiel;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One school year: its holidays in each zone, its public holidays, its weeks. Week 1 is the week in
 * which students come back.
 *
 * @param rentree the calendar year in which it starts
 * @param retour the day on which students come back
 * @param fin the last day of lessons
 */
public record Calendrier(
        String id,
        int rentree,
        boolean verified,
        LocalDate retour,
        LocalDate fin,
        List<Vacances> vacances,
        List<Ferie> feries,
        List<Semaine> semaines) {
    public static final Set<String> ZONES = Set.of("A", "B", "C");
    private static final String LESSONS = "cours";

    /** Holidays, by zone. */
    public record Vacances(String id, String label, boolean verified, Map<String, Days> zones) {
        static Vacances of(Element holiday) {
            return new Vacances(
                    holiday.text("id"),
                    holiday.text("label"),
                    holiday.flag("verified"),
                    holiday.each("zones", ZONES, Days::of));
        }
    }

    /** Days without lessons, from the first to the one before lessons resume. */
    public record Days(LocalDate from, LocalDate resume) {
        static Days of(Element days) {
            return new Days(days.day("from"), days.day("resume"));
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(resume);
        }
    }

    /** A public holiday; {@code alsace-moselle} has two more than the rest. */
    public record Ferie(LocalDate date, String label, String scope, boolean verified) {
        static Ferie of(Element ferie) {
            return new Ferie(
                    ferie.day("date"),
                    ferie.text("label"),
                    ferie.oneOf("scope", Set.of("national", "alsace-moselle")),
                    ferie.flag("verified"));
        }
    }

    /**
     * One week, Monday to Friday.
     *
     * @param number from 1
     * @param zones by zone, {@code cours} or the id of the holidays
     */
    public record Semaine(int number, LocalDate monday, Map<String, String> zones) {
        static Semaine of(Element week) {
            return new Semaine(
                    week.number("number", 1, 60), week.day("monday"), week.texts("zones", ZONES));
        }

        public LocalDate friday() {
            return monday.plusDays(4);
        }

        /** Whether there are lessons in it. */
        public boolean teaches(String zone) {
            return LESSONS.equals(zones.get(zone));
        }
    }

    static Calendrier of(Element file) {
        Calendrier read =
                new Calendrier(
                        file.id(),
                        file.schoolYear("schoolYear"),
                        file.flag("verified"),
                        file.inside("rentree").inside("eleves").day("date"),
                        file.inside("finDesCours").day("date"),
                        file.list("holidays", Vacances::of),
                        file.list("feries", Ferie::of),
                        file.list("weeks", Semaine::of));
        read.check(file);
        return read;
    }

    private void check(Element file) {
        for (int i = 0; i < semaines.size(); i++) {
            Semaine week = semaines.get(i);
            LocalDate monday = semaines.getFirst().monday.plusWeeks(i);
            if (week.number != i + 1 || !week.monday.equals(monday)) {
                file.noteIn("weeks", i, "week " + (i + 1) + " starts on " + monday);
            }
            for (String zone : ZONES) {
                if (week.teaches(zone) == isAllHoliday(week, zone)) {
                    file.noteIn("weeks", i, "zone " + zone + " is not what its holidays say");
                }
            }
        }
        if (semaines.isEmpty()
                || retour.isBefore(semaines.getFirst().monday)
                || retour.isAfter(semaines.getFirst().friday())) {
            file.note("weeks", "week 1 is not the week in which students come back");
        }
    }

    private boolean isAllHoliday(Semaine week, String zone) {
        return week.monday
                .datesUntil(week.monday.plusDays(5))
                .allMatch(day -> holiday(day, zone) != null);
    }

    /** The holidays in which a day lies; null for none. */
    public @Nullable Vacances holiday(LocalDate day, String zone) {
        for (Vacances holiday : vacances) {
            Days days = holiday.zones.get(zone);
            if (days != null && days.holds(day)) {
                return holiday;
            }
        }
        return null;
    }

    /** The public holidays of the year, in Alsace and Moselle or elsewhere. */
    public List<Ferie> feries(boolean alsaceMoselle) {
        return feries.stream()
                .filter(ferie -> alsaceMoselle || ferie.scope.equals("national"))
                .toList();
    }

    /** The week in which a day lies, its weekend included; null outside the school year. */
    public @Nullable Semaine week(LocalDate day) {
        long index = Math.floorDiv(ChronoUnit.DAYS.between(semaines.getFirst().monday, day), 7L);
        return index >= 0 && index < semaines.size() ? semaines.get((int) index) : null;
    }
}
