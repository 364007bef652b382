package fr.binome.text;

/** One step of a delta. Lengths are in UTF-16 units and at least 1. */
public sealed interface Op {
    int length();

    Attributes attributes();

    record Insert(String text, Attributes attributes) implements Op {
        public Insert {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("inserts nothing");
            }
        }

        @Override
        public int length() {
            return text.length();
        }
    }

    /** Keeps text, changing its form where it has attributes. */
    record Retain(int length, Attributes attributes) implements Op {
        public Retain {
            requireLength(length);
        }
    }

    record Delete(int length) implements Op {
        public Delete {
            requireLength(length);
        }

        @Override
        public Attributes attributes() {
            return Attributes.NONE;
        }
    }

    private static void requireLength(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a length counts from 1");
        }
    }
}
