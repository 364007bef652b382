package fr.binome.parcours;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** How complex a situation is, in rising order (D-20). */
public enum Complexite {
    COURANTE,
    COMPLEXE,
    CRITIQUE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The complexity of that word; null for none. */
    public static @Nullable Complexite of(@Nullable String word) {
        for (Complexite complexite : values()) {
            if (complexite.word().equals(word)) {
                return complexite;
            }
        }
        return null;
    }

    /** The higher of two; a missing one is lower than any. */
    public static @Nullable Complexite higher(
            @Nullable Complexite one, @Nullable Complexite other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
