package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a register may hold. */
public sealed interface ValueType {
    /** One of a few words known to the code, in the order in which a person is shown them. */
    record Choice(Set<String> words) implements ValueType {
        public Choice {
            words = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(words));
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a choice of nothing");
            }
        }

        static Choice of(String... words) {
            return new Choice(new LinkedHashSet<>(List.of(words)));
        }
    }

    /** One of the ids of a vocabulary, which the schema is handed by name. */
    record Known(String vocabulary) implements ValueType {}

    /**
     * Some of the ids of a vocabulary, each once, as one value: for what is replaced as a whole,
     * where a set would take one command for each.
     */
    record SomeKnown(String vocabulary, int atMost) implements ValueType {}

    /** A person's id. */
    record Person() implements ValueType {}

    /**
     * Names what stands elsewhere: a board, an entity of one as {@code board/entity}, a finding.
     * Only its form is checked.
     */
    record Reference() implements ValueType {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._~/-]*");
    }

    /** A whole number within bounds, both included. */
    record WholeNumber(int min, int max) implements ValueType {}

    record YesNo() implements ValueType {}

    record Day() implements ValueType {}

    /** Whole weeks of school: from a Monday to a Friday, at most a year apart. */
    record Weeks() implements ValueType {}

    /**
     * The fault of a value under this type, as a word of the specification; null when it may stand.
     */
    default @Nullable String fault(Value value, Schema schema) {
        return switch (this) {
            case Choice(var words) ->
                    !(value instanceof Value.Word(var word))
                            ? "type"
                            : words.contains(word) ? null : "unknownWord";
            case Known(var vocabulary) ->
                    !(value instanceof Value.Word(var word))
                            ? "type"
                            : schema.vocabulary(vocabulary).contains(word) ? null : "unknownWord";
            case SomeKnown(var vocabulary, var atMost) ->
                    !(value instanceof Value.Words(var words))
                            ? "type"
                            : !schema.vocabulary(vocabulary).containsAll(words)
                                    ? "unknownWord"
                                    : words.size() > atMost
                                                    || Set.copyOf(words).size() < words.size()
                                            ? "outOfBounds"
                                            : null;
            case Person() ->
                    !(value instanceof Value.Word(var word))
                            ? "type"
                            : PersonId.isValid(word) ? null : "unknownWord";
            case Reference() ->
                    value instanceof Value.Word(var word) && Reference.FORM.matcher(word).matches()
                            ? null
                            : "type";
            case WholeNumber(var min, var max) ->
                    !(value instanceof Value.Whole(var number))
                            ? "type"
                            : number >= min && number <= max ? null : "outOfBounds";
            case YesNo() -> value instanceof Value.Flag ? null : "type";
            case Day() -> value instanceof Value.Day ? null : "type";
            case Weeks() ->
                    !(value instanceof Value.Period(var start, var end))
                            ? "type"
                            : start.getDayOfWeek() != DayOfWeek.MONDAY
                                            || end.getDayOfWeek() != DayOfWeek.FRIDAY
                                    ? "notWholeWeeks"
                                    : end.isAfter(start.plusYears(1)) ? "outOfBounds" : null;
        };
    }
}
