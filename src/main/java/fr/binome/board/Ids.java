package fr.binome.board;

import java.util.regex.Pattern;

/** The grammar of the ids that clients make. */
final class Ids {
    private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9_-]{12}");

    private Ids() {}

    static boolean isShort(String value) {
        return SHORT.matcher(value).matches();
    }

    static void requireShort(String value, String what) {
        if (!isShort(value)) {
            throw new IllegalArgumentException("not an id of a " + what);
        }
    }
}
