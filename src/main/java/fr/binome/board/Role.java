package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What a person may do on one board; each role includes those before it. */
public enum Role {
    LECTURE,
    COMMENTAIRE,
    ECRITURE,
    RESPONSABLE;

    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The word for it on the wire and in registers: {@code ecriture}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word, or null where there is none. */
    public static @Nullable Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        return null;
    }
}
