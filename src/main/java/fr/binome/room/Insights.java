package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Digest;
import fr.binome.board.PersonId;
import fr.binome.board.Reader;
import fr.binome.board.Reading;
import fr.binome.wire.Down;
import fr.binome.wire.KindWire;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What follows from the board and from what others tell it: read again after commits, four times a
 * second at most, kept by key, and sent to each member from where that one is. A slow member misses
 * values in between, never the newest. Nothing of it is kept.
 */
final class Insights {
    private static final Logger LOG = LoggerFactory.getLogger(Insights.class);
    private static final Duration EVERY = Duration.ofMillis(250);

    private final BoardId board;
    private final KindWire<?> wire;
    private final Reader reader;
    private final Digests digests;
    private final InstantSource clock;
    private final List<Effect> effects;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<Long, byte[]> encoded = new HashMap<>();
    private final Set<PersonId> by = new LinkedHashSet<>();
    private byte @Nullable [] published;
    private @Nullable Instant last;
    private @Nullable Instant until;

    /** Counts the readings that changed something: a digest of another board moves no seq. */
    private long turn;

    private long seq;
    private boolean stale = true;
    private boolean digestStale = true;
    private boolean waking;

    /**
     * The newest of one key.
     *
     * @param value null when it holds nothing any more
     * @param by whose acts brought it about, as far as is known
     */
    private record Entry(@Nullable Object value, long turn, List<PersonId> by) {}

    Insights(
            BoardId board,
            KindWire<?> wire,
            Digests digests,
            InstantSource clock,
            List<Effect> effects) {
        this.board = board;
        this.wire = wire;
        this.reader = wire.kind().reader();
        this.digests = digests;
        this.clock = clock;
        this.effects = effects;
    }

    /** The board has changed. */
    void changed(List<Down.Accepted> accepted) {
        accepted.forEach(submission -> by.add(submission.by()));
        stale = true;
        digestStale = true;
    }

    /** What must be told at once is not made to wait. */
    void hurry() {
        last = null;
    }

    /** Another board tells something new. */
    void heard(Mail.Heard heard) {
        if (reader.concerns(heard.board(), heard.digest())) {
            by.addAll(heard.by());
            stale = true;
        }
    }

    /** Somebody comes: what others told while nobody was here may not have been read. */
    void awaited() {
        stale = true;
    }

    void woken() {
        waking = false;
    }

    /** Reads again if that is due, and tells everyone who can take it what is new to them. */
    void pump(Board confirmed, Audience audience) {
        Instant now = clock.instant();
        if (until != null && !now.isBefore(until)) {
            stale = true;
        }
        if (stale && (digestStale || !audience.isEmpty()) && confirmed.root() != null) {
            Instant due = last == null ? now : last.plus(EVERY);
            if (!now.isBefore(due)) {
                read(confirmed, now);
            } else if (!waking) {
                waking = true;
                effects.add(new Effect.Wake(Duration.between(now, due)));
            }
        }
        for (Member member : audience.members()) {
            if (member.insights < turn
                    && !member.catchingUp
                    && !member.outlet.isFull()
                    && member.position >= seq) {
                member.outlet.send(since(member.insights, audience));
                member.insights = turn;
            }
        }
    }

    /** The room ends: what it has to tell others is told. */
    void finish(Board confirmed) {
        if (digestStale && confirmed.root() != null) {
            read(confirmed, clock.instant());
        }
    }

    private void read(Board confirmed, Instant now) {
        last = now;
        stale = false;
        digestStale = false;
        List<PersonId> authors = List.copyOf(by);
        by.clear();
        try {
            Reading reading = reader.read(confirmed, digests.all(), now);
            publish(confirmed.seq(), reading.digest(), authors);
            take(reading.values(), authors);
            seq = confirmed.seq();
            readAgain(reading.until(), now);
        } catch (RuntimeException e) {
            // What is derived may fail; what people write must not fail with it.
            LOG.error("the insights of board {} cannot be read", board, e);
        }
    }

    private void publish(long at, Digest digest, List<PersonId> authors) {
        byte[] bytes = digest.bytes();
        if (!Arrays.equals(bytes, published)) {
            published = bytes;
            effects.add(new Effect.Publish(at, digest, authors));
        }
    }

    private void take(Map<String, Object> values, List<PersonId> authors) {
        long next = turn + 1;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            Entry before = entries.get(value.getKey());
            if (before == null || !value.getValue().equals(before.value)) {
                entries.put(value.getKey(), new Entry(value.getValue(), next, authors));
                turn = next;
            }
        }
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (entry.getValue().value != null && !values.containsKey(entry.getKey())) {
                entry.setValue(new Entry(null, next, authors));
                turn = next;
            }
        }
        encoded.clear();
    }

    /** Some findings depend on the day. */
    private void readAgain(@Nullable Instant at, Instant now) {
        if (at != null && !at.equals(until)) {
            effects.add(new Effect.Wake(Duration.between(now, at)));
        }
        until = at;
    }

    /** Everything newer than a turn, encoded once for all who stand there. */
    private byte[] since(long from, Audience audience) {
        return encoded.computeIfAbsent(from, any -> encode(from, audience));
    }

    private byte[] encode(long from, Audience audience) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        Set<PersonId> authors = new LinkedHashSet<>();
        entries.forEach(
                (key, entry) -> {
                    if (entry.turn > from) {
                        authors.addAll(entry.by);
                        if (entry.value == null) {
                            gone.add(key);
                        } else {
                            values.put(key, entry.value);
                        }
                    }
                });
        authors.removeIf(person -> !audience.isAnnounced(person));
        return wire.bytes(
                new Down.Insight(
                        board,
                        seq,
                        values,
                        gone.isEmpty() ? null : gone,
                        authors.isEmpty() ? null : List.copyOf(authors)));
    }
}
