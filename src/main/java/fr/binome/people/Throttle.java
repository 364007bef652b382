package fr.binome.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who tries many passwords for one name (P-6). By name and never by address: a whole
 * school is one address. Never for good: a colleague must not be locked out by somebody's joke.
 */
final class Throttle {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_NAMES = 10_000;

    private final Map<String, Tries> tries =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
                    return size() > MOST_NAMES;
                }
            };

    private record Tries(int failed, Instant notBefore) {}

    /** How long this name must wait; zero when it may try. */
    synchronized Duration wait(String login, Instant now) {
        Tries known = tries.get(login);
        return known == null || !now.isBefore(known.notBefore)
                ? Duration.ZERO
                : Duration.between(now, known.notBefore);
    }

    synchronized void failed(String login, Instant now) {
        Tries known = tries.remove(login);
        int failed = known == null ? 1 : known.failed + 1;
        Duration delay =
                failed < FREE
                        ? Duration.ZERO
                        : Duration.ofSeconds(1L << Math.min(failed - FREE, 12));
        tries.put(
                login, new Tries(failed, now.plus(delay.compareTo(LONGEST) > 0 ? LONGEST : delay)));
    }

    synchronized void succeeded(String login) {
        tries.remove(login);
    }
}
