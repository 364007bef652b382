package fr.binome.parcours;

import org.jspecify.annotations.Nullable;

/** Who leads an étape: the class's X, its Y, or both at once (D-08). */
public enum Conduite {
    X,
    Y,
    XY;

    public static @Nullable Conduite of(@Nullable String word) {
        return word == null ? null : valueOf(word);
    }
}
