package fr.binome.referentiel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            note(field(name), name + " is none of " + words.stream().sorted().toList());
        }
        return word;
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
        String id = text("id");
        if (!id.matches("[a-z0-9][a-z0-9-]{1,63}")) {
            note(field("id"), "not an id: " + id);
        }
        Located.Node field = field("id");
        source.define(id, field == null ? line() : field.line());
        return id;
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
            note(field(name), name + " holds others than " + allowed.stream().sorted().toList());
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

    /** Lists of ids by name, each id to be checked once everything is loaded. */
    Map<String, List<String>> references(String name) {
        Located.Node field = field(name);
        if (field == null || !(field.value() instanceof Map<?, ?> lists)) {
            note(field, name + " is missing or no object");
            return Map.of();
        }
        Map<String, List<String>> read = new java.util.TreeMap<>();
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

    private void note(Located.@Nullable Node field, String fault) {
        source.note(field == null ? line() : field.line(), fault);
    }
}
