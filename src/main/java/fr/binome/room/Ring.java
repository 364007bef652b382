package fr.binome.room;

import fr.binome.journal.Bytes;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * The newest frames, encoded once and shared by all sessions; each session has a position in it and
 * no queue of its own.
 */
final class Ring {
    private static final int MOST_FRAMES = 4_096;
    private static final int MOST_BYTES = 16 << 20;

    /** What became true in {@code (from, to]}, as it goes over the wire. */
    record Encoded(long from, long to, Bytes bytes) {}

    private final TreeMap<Long, Encoded> byFrom = new TreeMap<>();
    private long bytes;

    void add(Encoded frame) {
        byFrom.put(frame.from, frame);
        bytes += frame.bytes.length();
        while (byFrom.size() > MOST_FRAMES || (bytes > MOST_BYTES && byFrom.size() > 1)) {
            bytes -= byFrom.pollFirstEntry().getValue().bytes.length();
        }
    }

    /** The seq after which all frames are here; {@code otherwise} when there are none. */
    long since(long otherwise) {
        Map.Entry<Long, Encoded> first = byFrom.firstEntry();
        return first == null ? otherwise : first.getKey();
    }

    /** The frame that follows a position; null when none here does. */
    @Nullable Encoded after(long position) {
        return byFrom.get(position);
    }
}
