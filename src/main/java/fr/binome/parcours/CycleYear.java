package fr.binome.parcours;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** A year of the three-year cycle, in order. */
public enum CycleYear {
    SECONDE,
    PREMIERE,
    TERMINALE;

    /** {@code seconde}, {@code premiere}, {@code terminale}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The year of that word; seconde for none, as a class starts. */
    public static CycleYear of(@Nullable String word) {
        for (CycleYear year : values()) {
            if (year.word().equals(word)) {
                return year;
            }
        }
        return SECONDE;
    }
}
