package fr.binome.apport;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a class brings to one competence in its year.
 *
 * @param count situations that count
 * @param minutes of their étapes that name it, in full
 * @param complexite the highest among them, as a word; null where none has one
 * @param drafts situations that do not count yet
 * @param situations the ids of all of them
 */
public record Apport(
        String competence,
        int count,
        int minutes,
        @Nullable String complexite,
        int drafts,
        List<String> situations) {}
