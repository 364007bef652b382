package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * What follows from a board at one moment.
 *
 * @param digest what it tells others
 * @param values the insights by key; records that the wire can write, equal when nothing changed
 * @param until when it must be read again though nothing changed; null for never
 */
public record Reading(Digest digest, Map<String, Object> values, @Nullable Instant until) {
    public Reading {
        values = Map.copyOf(values);
    }
}
