package fr.binome.board;

import fr.binome.text.Shape;

import java.util.regex.Pattern;

/** One declared field of a kind: its name, its limits and the role that may write it. */
public sealed interface Field {
    String name();

    Role role();

    /**
     * Collaborative prose.
     *
     * @param maxLength in UTF-16 units, the final newline included
     */
    record Prose(String name, Shape shape, int maxLength, Role role) implements Field {
        public Prose {
            requireName(name);
            if (maxLength < 2) {
                throw new IllegalArgumentException("no room for a text in " + name);
            }
        }
    }

    /** One value; the last accepted write wins. */
    record Register(String name, ValueType type, Role role) implements Field {
        public Register {
            requireName(name);
        }
    }

    private static void requireName(String name) {
        if (!Names.FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a field: " + name);
        }
    }

    /** The grammar of the names of kinds and fields. */
    final class Names {
        static final Pattern FORM = Pattern.compile("[a-z][a-zA-Z]{0,31}");

        private Names() {}
    }
}
