package fr.binome.text;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The attributes a rich text may have. Bold, italic, links and mentions are of characters; headings
 * and lists are of lines and stand on the newline that ends the line.
 */
final class Form {
    private static final int MAX_LINK = 2_000;
    private static final Set<String> OF_CHARACTERS =
            Set.of("bold", "italic", "link", Mention.ATTRIBUTE);
    private static final Set<String> OF_LINES = Set.of("header", "list");
    private static final Set<String> LISTS = Set.of("bullet", "ordered");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    /** A scheme and something after it, printable and without spaces: no room for a disguise. */
    private static final Pattern LINK =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):[^\\p{Cntrl}\\s<>\"]+");

    private Form() {}

    static @Nullable TextFault fault(Attributes attributes) {
        for (Map.Entry<String, @Nullable Object> attribute : attributes.values().entrySet()) {
            TextFault fault = fault(attribute.getKey(), attribute.getValue());
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable TextFault fault(String name, @Nullable Object value) {
        if (!OF_CHARACTERS.contains(name) && !OF_LINES.contains(name)) {
            return TextFault.UNKNOWN_ATTRIBUTE;
        }
        if (value == null) {
            return null;
        }
        if (name.equals("link")) {
            return value instanceof String link ? linkFault(link) : TextFault.ATTRIBUTE_VALUE;
        }
        boolean valid =
                switch (name) {
                    case "header" -> value instanceof Integer level && (level == 1 || level == 2);
                    case Mention.ATTRIBUTE -> Mention.isPerson(value);
                    case "list" -> value instanceof String list && LISTS.contains(list);
                    default -> Boolean.TRUE.equals(value);
                };
        return valid ? null : TextFault.ATTRIBUTE_VALUE;
    }

    private static @Nullable TextFault linkFault(String link) {
        var matcher = LINK.matcher(link);
        if (link.length() > MAX_LINK || Characters.fault(link) != null) {
            return TextFault.ATTRIBUTE_VALUE;
        }
        return matcher.matches() && SCHEMES.contains(matcher.group(1).toLowerCase(Locale.ROOT))
                ? null
                : TextFault.LINK_SCHEME;
    }

    /**
     * Whether a form that is set or taken away does not belong on that text. Taking away is always
     * harmless.
     */
    static @Nullable TextFault misplaced(Attributes attributes, String text) {
        for (Map.Entry<String, @Nullable Object> attribute : attributes.values().entrySet()) {
            if (attribute.getValue() != null && !fits(attribute.getKey(), text)) {
                return TextFault.MISPLACED_ATTRIBUTE;
            }
        }
        return null;
    }

    private static boolean fits(String name, String text) {
        boolean ofLines = OF_LINES.contains(name);
        return text.chars().allMatch(c -> (c == '\n') == ofLines);
    }
}
