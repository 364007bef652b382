package fr.binome.parcours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Schools keep the days of Paris. */
public final class SchoolDay {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A queue may wait that long before its acts are decided. */
    private static final int QUEUE_DAYS = 14;

    private SchoolDay() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }

    /** Whether something that is decided now may have been done on that day. */
    static boolean isOf(LocalDate day, Instant now) {
        LocalDate today = of(now);
        return !day.isAfter(today.plusDays(1)) && !day.isBefore(today.minusDays(QUEUE_DAYS));
    }

    /** Its first moment. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(PARIS).toInstant();
    }
}
