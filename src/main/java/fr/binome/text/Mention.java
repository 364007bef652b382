package fr.binome.text;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody whom a text mentions: one object character with the id of the person. The name stays out
 * of the text, so that a person can be erased (ADR 5).
 */
public final class Mention {
    static final String ATTRIBUTE = "mention";
    private static final char OBJECT = '\uFFFC';

    /** Persons as the server names them; nobody mentions the system. */
    private static final Pattern PERSON = Pattern.compile("p[A-Za-z0-9_-]{1,22}");

    private Mention() {}

    /** The ids of those whom a document mentions, each once, as they come. */
    public static Set<String> in(Delta document) {
        Set<String> persons = new LinkedHashSet<>();
        for (Op op : document.ops()) {
            if (op.attributes().values().get(ATTRIBUTE) instanceof String person) {
                persons.add(person);
            }
        }
        return persons;
    }

    static boolean isPerson(@Nullable Object value) {
        return value instanceof String person && PERSON.matcher(person).matches();
    }

    /** The character and the attribute are inserted together, or not at all. */
    static @Nullable TextFault inserted(Attributes attributes, String text) {
        boolean fits =
                attributes.values().containsKey(ATTRIBUTE)
                        ? text.chars().allMatch(c -> c == OBJECT)
                        : text.indexOf(OBJECT) < 0;
        return fits ? null : TextFault.MISPLACED_ATTRIBUTE;
    }

    /** Whom a text mentions is never changed: two who did so at once would leave nobody. */
    static @Nullable TextFault retained(Attributes attributes) {
        return attributes.values().containsKey(ATTRIBUTE) ? TextFault.MISPLACED_ATTRIBUTE : null;
    }
}
