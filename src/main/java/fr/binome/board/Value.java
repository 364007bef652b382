package fr.binome.board;

import java.time.LocalDate;
import java.util.List;

/**
 * What a register holds. What only makes sense together is one value, so that no merge can split
 * it.
 */
public sealed interface Value extends Content {
    /** A word of a closed list, an id, or a short label that is not prose; at most 100 units. */
    record Word(String word) implements Value {
        public static final int MAX_LENGTH = 100;

        public Word {
            if (word.isEmpty() || word.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("not a word");
            }
        }
    }

    /** Several words, where they are one value: replaced together or not at all. */
    record Words(List<String> words) implements Value {
        public static final int MOST = 100;

        public Words {
            words = List.copyOf(words);
            if (words.size() > MOST) {
                throw new IllegalArgumentException("too many words");
            }
            words.forEach(Word::new);
        }
    }

    /** A whole number; its unit is the field's. */
    record Whole(int number) implements Value {}

    record Flag(boolean set) implements Value {}

    /** A day of the school's calendar. */
    record Day(LocalDate day) implements Value {}

    /** Two days of the school's calendar, both included. */
    record Period(LocalDate start, LocalDate end) implements Value {
        public Period {
            if (end.isBefore(start)) {
                throw new IllegalArgumentException("a period ends before it starts");
            }
        }

        public boolean overlaps(Period other) {
            return !start.isAfter(other.end) && !other.start.isAfter(end);
        }
    }
}
