package fr.binome.referentiel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON so that everything in it knows its line; a fault that names no line helps nobody. */
final class Located {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Located() {}

    /**
     * One value and where it starts.
     *
     * @param value a map of nodes, a list of nodes, a string, a number, a boolean, or {@code
     *     "null"} for null
     */
    record Node(Object value, int line) {}

    static Node read(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            Node node = node(parser);
            if (parser.nextToken() != null) {
                throw new IOException("something follows the end");
            }
            return node;
        }
    }

    private static Node node(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Node> fields = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, node(parser));
                }
                yield new Node(fields, line);
            }
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(parser));
                }
                yield new Node(items, line);
            }
            case VALUE_STRING -> new Node(parser.getText(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node(parser.getNumberValue(), line);
            case VALUE_TRUE -> new Node(true, line);
            case VALUE_FALSE -> new Node(false, line);
            case null, default -> new Node("null", line);
        };
    }
}
