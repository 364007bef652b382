package fr.binome.parcours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Schools keep the days of Paris. */
public final class SchoolDay {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private SchoolDay() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }

    /** Its first moment. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(PARIS).toInstant();
    }
}
