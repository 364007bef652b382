package fr.binome.text;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The form of a run of text, by name; in a retain a null value takes an attribute away. Values are
 * strings, whole numbers and {@code true}; which ones may stand is for {@link TextRules} to say.
 */
public final class Attributes {
    public static final Attributes NONE = new Attributes(new TreeMap<>());

    private final SortedMap<String, @Nullable Object> values;

    private Attributes(SortedMap<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * The attributes of that map.
     *
     * @throws IllegalArgumentException when a value is neither a string, nor an {@code Integer},
     *     nor a {@code Boolean}, nor null
     */
    public static Attributes of(Map<String, ? extends @Nullable Object> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        SortedMap<String, @Nullable Object> sorted = new TreeMap<>();
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            Object value = entry.getValue();
            if (!(value == null
                    || value instanceof String
                    || value instanceof Integer
                    || value instanceof Boolean)) {
                throw new IllegalArgumentException("not a value of an attribute");
            }
            sorted.put(entry.getKey(), value);
        }
        return new Attributes(sorted);
    }

    public static Attributes of(String name, @Nullable Object value) {
        return of(Collections.singletonMap(name, value));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Sorted by name. */
    public SortedMap<String, @Nullable Object> values() {
        return Collections.unmodifiableSortedMap(values);
    }

    boolean hasRemovals() {
        return values.containsValue(null);
    }

    /**
     * These attributes with those of a later operation; its removals stay when {@code
     * keepRemovals}.
     */
    Attributes compose(Attributes later, boolean keepRemovals) {
        if (later.isEmpty()) {
            return this;
        }
        SortedMap<String, @Nullable Object> composed = new TreeMap<>(values);
        composed.putAll(later.values);
        if (!keepRemovals) {
            composed.values().removeIf(Objects::isNull);
        }
        return composed.isEmpty() ? NONE : new Attributes(composed);
    }

    /** What remains of {@code other} once these, which came at the same time, have been applied. */
    Attributes transform(Attributes other, boolean priority) {
        if (!priority || isEmpty() || other.isEmpty()) {
            return other;
        }
        SortedMap<String, @Nullable Object> remaining = new TreeMap<>(other.values);
        remaining.keySet().removeAll(values.keySet());
        return remaining.isEmpty() ? NONE : new Attributes(remaining);
    }

    /** What takes these away again from text that had {@code before}. */
    Attributes invert(Attributes before) {
        SortedMap<String, @Nullable Object> inverted = new TreeMap<>();
        for (String name : values.keySet()) {
            Object now = values.get(name);
            Object then = before.values.get(name);
            if (!Objects.equals(now, then)) {
                inverted.put(name, then);
            }
        }
        return inverted.isEmpty() ? NONE : new Attributes(inverted);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attributes attributes && values.equals(attributes.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
