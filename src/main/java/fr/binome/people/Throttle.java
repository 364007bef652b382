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

    private record Tries(int made, Instant notBefore) {}

    /**
     * Counts a try before it is made, so that many at once count as many; answers how long this
     * name must wait first, zero when it may try.
     */
    synchronized Duration take(String login, Instant now) {
        Tries known = tries.remove(login);
        if (known != null && now.isBefore(known.notBefore)) {
            tries.put(login, known);
            return Duration.between(now, known.notBefore);
        }
        int made = known == null ? 1 : known.made + 1;
        Duration delay =
                made < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(made - FREE, 12));
        tries.put(login, new Tries(made, now.plus(delay.compareTo(LONGEST) > 0 ? LONGEST : delay)));
        return Duration.ZERO;
    }

    synchronized void succeeded(String login) {
        tries.remove(login);
    }
}
