package fr.binome.room;

import fr.binome.board.PersonId;

import java.util.concurrent.ConcurrentHashMap;

/** What one person may submit over all sessions together: twice what one session may. */
public final class PersonBuckets {
    private final ConcurrentHashMap<PersonId, Bucket> buckets = new ConcurrentHashMap<>();
    private final Limits limits;

    public PersonBuckets(Limits limits) {
        this.limits = limits;
    }

    long take(PersonId person, long nowMillis) {
        return buckets.computeIfAbsent(
                        person,
                        id ->
                                new Bucket(
                                        2 * limits.submissions(),
                                        2 * limits.submissionsPerSecond(),
                                        nowMillis))
                .take(1, nowMillis);
    }

    /** Forgets those who have been quiet. */
    public void sweep(long nowMillis) {
        buckets.values().removeIf(bucket -> bucket.isFull(nowMillis));
    }
}
