package fr.binome.referentiel;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One object of a data file, which knows its line; what is missing or wrong in it is noted, not
 * thrown.
 */
final class Element {
    private final Located.Node node;
    private final Source source;

    Element(Located.Node node, Source source) {
        this.node = node;
        this.source = source;
    }

    /** A text that must be there and not be blank. */
    String text(String name) {
        Located.Node field = field(name);
        if (field != null && field.value() instanceof String text && !text.isBlank()) {
            return text;
        }
        note(field, name + " is missing or no text");
        return "?";
    }

    String text(String name, String otherwise) {
        Located.Node field = field(name);
        return field != null && field.value() instanceof String text ? text : otherwise;
    }

    String oneOf(String name, Set<String> words) {
        String word = text(name);
        if (!words.contains(word)) {
            note(name, name + " is none of " + words.stream().sorted().toList());
        }
        return word;
    }

    /** A text that need not be there; null when it is not. */
    @Nullable String textIfThere(String name) {
        return has(name) ? text(name) : null;
    }

    boolean has(String name) {
        return field(name) != null;
    }

    /** A whole number within bounds, both included. */
    int number(String name, int min, int max) {
        Located.Node field = field(name);
        if (field != null
                && field.value() instanceof Integer number
                && number >= min
                && number <= max) {
            return number;
        }
        note(field, name + " is missing or no whole number from " + min + " to " + max);
        return min;
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            note(name, name + " is no day");
            return LocalDate.EPOCH;
        }
    }

    /** A day of every year, as {@code 05-31}. */
    String monthDay(String name) {
        String text = text(name);
        try {
            MonthDay.parse("--" + text);
            return text;
        } catch (DateTimeParseException e) {
            note(name, name + " is no month and day");
            return "01-01";
        }
    }

    /** The first of two years that follow each other, as {@code 2026-2027}. */
    int schoolYear(String name) {
        String text = text(name);
        if (text.matches("20\\d\\d-20\\d\\d")) {
            int first = Integer.parseInt(text.substring(0, 4));
            if (text.endsWith("-" + (first + 1))) {
                return first;
            }
        }
        note(name, name + " is no school year");
        return 0;
    }

    boolean flag(String name) {
        Located.Node field = field(name);
        if (field != null && field.value() instanceof Boolean flag) {
            return flag;
        }
        note(field, name + " is missing or neither true nor false");
        return false;
    }

    /** The id, unique in everything that is loaded. */
    String id() {
        return id("[a-z0-9][a-z0-9-]{1,63}");
    }

    /** The id of a rule, unique in everything that is loaded. */
    String ruleId() {
        return id("[A-Z]{2,}(-[A-Z0-9]+)+");
    }

    private String id(String form) {
        String id = text("id");
        if (!id.matches(form)) {
            note("id", "not an id: " + id);
        }
        Located.Node field = field("id");
        source.define(id, field == null ? line() : field.line());
        return id;
    }

    /** An object in this one; an empty one, noted, when it is not there. */
    Element inside(String name) {
        Located.Node field = field(name);
        if (field != null && field.value() instanceof Map<?, ?>) {
            return new Element(field, source);
        }
        note(field, name + " is missing or no object");
        return nothing();
    }

    /** An object without anything, in this one's place. */
    Element nothing() {
        return new Element(new Located.Node(Map.of(), line()), source);
    }

    /** One object for each of some names, all of which must be there. */
    <T> Map<String, T> each(String name, Set<String> names, Function<Element, T> each) {
        Element objects = inside(name);
        Map<String, T> read = new TreeMap<>();
        for (String one : names) {
            read.put(one, each.apply(objects.inside(one)));
        }
        return read;
    }

    /** One text for each of some names, all of which must be there. */
    Map<String, String> texts(String name, Set<String> names) {
        Element texts = inside(name);
        Map<String, String> read = new TreeMap<>();
        names.forEach(one -> read.put(one, texts.text(one)));
        return read;
    }

    <T> List<T> listIfThere(String name, Function<Element, T> each) {
        return has(name) ? list(name, each) : List.of();
    }

    <T> List<T> list(String name, Function<Element, T> each) {
        Located.Node field = field(name);
        if (field == null || !(field.value() instanceof List<?> items)) {
            note(field, name + " is missing or no list");
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Located.Node at && at.value() instanceof Map<?, ?>) {
                read.add(each.apply(new Element(at, source)));
            } else {
                note(field, name + " holds something else than objects");
            }
        }
        return read;
    }

    List<String> words(String name, Set<String> allowed) {
        List<String> read = words(name);
        if (!allowed.containsAll(read)) {
            note(name, name + " holds others than " + allowed.stream().sorted().toList());
        }
        return read;
    }

    private List<String> words(String name) {
        Located.Node field = field(name);
        if (field == null || !(field.value() instanceof List<?> items)) {
            note(field, name + " is missing or no list");
            return List.of();
        }
        return words(field, items, name);
    }

    private List<String> words(Located.Node field, List<?> items, String name) {
        List<String> read = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Located.Node at && at.value() instanceof String word) {
                read.add(word);
            } else {
                note(field, name + " holds something else than texts");
            }
        }
        return read;
    }

    /** Ids, each to be checked once everything is loaded. */
    List<String> referenceList(String name) {
        List<String> ids = words(name);
        Located.Node field = field(name);
        ids.forEach(id -> source.refer(id, field == null ? line() : field.line()));
        return ids;
    }

    /** Lists of ids by name, each id to be checked once everything is loaded. */
    Map<String, List<String>> references(String name) {
        Located.Node field = field(name);
        if (field == null || !(field.value() instanceof Map<?, ?> lists)) {
            note(field, name + " is missing or no object");
            return Map.of();
        }
        Map<String, List<String>> read = new TreeMap<>();
        for (Map.Entry<?, ?> entry : lists.entrySet()) {
            if (entry.getValue() instanceof Located.Node at
                    && at.value() instanceof List<?> items) {
                List<String> ids = words(at, items, name);
                ids.forEach(id -> source.refer(id, at.line()));
                read.put(String.valueOf(entry.getKey()), ids);
            }
        }
        return read;
    }

    int line() {
        return node.line();
    }

    private Located.@Nullable Node field(String name) {
        return node.value() instanceof Map<?, ?> fields
                        && fields.get(name) instanceof Located.Node field
                ? field
                : null;
    }

    void note(String name, String fault) {
        note(field(name), fault);
    }

    /** Notes what is wrong with one item of a list. */
    void noteIn(String name, int index, String fault) {
        Located.Node field = field(name);
        note(
                field != null
                                && field.value() instanceof List<?> items
                                && items.get(index) instanceof Located.Node item
                        ? item
                        : field,
                fault);
    }

    private void note(Located.@Nullable Node field, String fault) {
        source.note(field == null ? line() : field.line(), fault);
    }
}
