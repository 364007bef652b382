package fr.binome.wire;

import java.util.Locale;

/** How the names of Java's constants and types are written on the wire: {@code numberReused}. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : capital(part));
        }
        return word.toString();
    }

    static String of(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String capital(String part) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }
}
