package fr.binome.parcours.constat;

import fr.binome.parcours.reading.ClassePlan.SetAside;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says about a class. Computed, never stored; the sentence belongs to the client.
 *
 * @param id the same as long as it is about the same: what {@code ecarte} names
 * @param rule its id in the data
 * @param source where the rule comes from: {@code seed}, {@code arrete}…
 * @param setAside by whom, why and when; null while it stands
 */
public record Finding(
        String id,
        String rule,
        String source,
        Level level,
        FindingPlace place,
        Todo todo,
        Detail detail,
        @Nullable SetAside setAside) {}
