package fr.binome.apport;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What others see of a situation: what tells it from one that builds on it.
 *
 * @param type of organisation
 * @param reinvestit the earlier situations that it names, as {@code board/entity}
 * @param start the Monday of its first week; null while it has none
 * @param end the Friday of its last week; null while it has none
 * @param ready whether it counts as work done, and not only as planned
 */
public record SituationApport(
        String id,
        String titre,
        @Nullable String complexite,
        String type,
        String perimetre,
        String nature,
        List<String> reinvestit,
        @Nullable String start,
        @Nullable String end,
        boolean ready) {}
