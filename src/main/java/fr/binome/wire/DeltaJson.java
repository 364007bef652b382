package fr.binome.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.text.Attributes;
import fr.binome.text.Delta;
import fr.binome.text.Op;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Deltas as arrays of operations; here alone a null stands on the wire, where an attribute is taken
 * away.
 */
final class DeltaJson {
    private static final Set<String> FIELDS = Set.of("insert", "retain", "delete", "attributes");

    private DeltaJson() {}

    static void write(Delta delta, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (Op op : delta.ops()) {
            generator.writeStartObject();
            switch (op) {
                case Op.Insert(var text, var attributes) ->
                        generator.writeStringField("insert", text);
                case Op.Retain(var length, var attributes) ->
                        generator.writeNumberField("retain", length);
                case Op.Delete(var length) -> generator.writeNumberField("delete", length);
            }
            if (!op.attributes().isEmpty()) {
                generator.writeObjectFieldStart("attributes");
                for (Map.Entry<String, @Nullable Object> attribute :
                        op.attributes().values().entrySet()) {
                    generator.writeFieldName(attribute.getKey());
                    generator.writePOJO(attribute.getValue());
                }
                generator.writeEndObject();
            }
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    static Delta read(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode array = context.readTree(parser);
        List<Op> ops = new ArrayList<>();
        for (JsonNode node : array) {
            Op op = array.isArray() ? op(node) : null;
            if (op == null) {
                return context.reportInputMismatch(Delta.class, "not an operation");
            }
            ops.add(op);
        }
        return array.isArray()
                ? Delta.of(ops)
                : context.reportInputMismatch(Delta.class, "not a delta");
    }

    private static @Nullable Op op(JsonNode node) {
        Attributes attributes = attributes(node.get("attributes"));
        if (attributes == null || node.size() != (attributes.isEmpty() ? 1 : 2)) {
            return null;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                return null;
            }
        }
        JsonNode insert = node.get("insert");
        if (insert != null) {
            return insert.isTextual() && !insert.textValue().isEmpty()
                    ? new Op.Insert(insert.textValue(), attributes)
                    : null;
        }
        int retain = length(node.get("retain"));
        if (retain > 0) {
            return new Op.Retain(retain, attributes);
        }
        int delete = length(node.get("delete"));
        return delete > 0 && attributes.isEmpty() ? new Op.Delete(delete) : null;
    }

    private static int length(@Nullable JsonNode node) {
        return node != null && node.isInt() ? node.intValue() : 0;
    }

    private static @Nullable Attributes attributes(@Nullable JsonNode node) {
        if (node == null) {
            return Attributes.NONE;
        }
        if (!node.isObject() || node.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> attribute : node.properties()) {
            JsonNode value = attribute.getValue();
            if (value.isTextual()) {
                values.put(attribute.getKey(), value.textValue());
            } else if (value.isInt()) {
                values.put(attribute.getKey(), value.intValue());
            } else if (value.isBoolean()) {
                values.put(attribute.getKey(), value.booleanValue());
            } else if (value.isNull()) {
                values.put(attribute.getKey(), null);
            } else {
                return null;
            }
        }
        return Attributes.of(values);
    }
}
