package fr.binome.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;

import org.jspecify.annotations.Nullable;

/** Reads what clients send. Whatever they send, the answer is a value. */
public final class UpReader {
    private static final ObjectMapper MAPPER = Json.mapper(null);

    private UpReader() {}

    /** A message, or why there is none. */
    public sealed interface Heard {
        record Message(Up up) implements Heard {}

        record Nonsense(Fault.Undecodable why) implements Heard {}
    }

    public static Heard read(String text) {
        try {
            Up up = MAPPER.readValue(text, Up.class);
            return up == null ? nonsense(Fault.MALFORMED, text, "null") : new Heard.Message(up);
        } catch (InvalidTypeIdException e) {
            return nonsense(Fault.UNKNOWN_TYPE, text, "type");
        } catch (JsonProcessingException e) {
            return nonsense(Fault.MALFORMED, text, place(e));
        }
    }

    private static Heard nonsense(Fault fault, String text, String detail) {
        return new Heard.Nonsense(new Fault.Undecodable(fault, board(text), number(text), detail));
    }

    /** Where in the message the fault is; never what stood there. */
    static String place(JsonProcessingException e) {
        StringBuilder place = new StringBuilder();
        if (e instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference reference : mapping.getPath()) {
                String name = reference.getFieldName();
                place.append('/').append(name == null ? reference.getIndex() : printable(name));
            }
        }
        return place.isEmpty() ? "json" : place.toString();
    }

    private static String printable(String name) {
        return name.length() > 40 || !name.chars().allMatch(c -> c > 0x20 && c < 0x7f) ? "?" : name;
    }

    private static @Nullable String board(String text) {
        JsonNode node = field(text, "board");
        return node != null && node.isTextual() && node.textValue().matches("[A-Za-z0-9_-]{12}")
                ? node.textValue()
                : null;
    }

    private static @Nullable Long number(String text) {
        JsonNode node = field(text, "number");
        return node != null && node.isIntegralNumber() && node.canConvertToLong()
                ? node.longValue()
                : null;
    }

    private static @Nullable JsonNode field(String text, String name) {
        try {
            return MAPPER.readTree(text).get(name);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
