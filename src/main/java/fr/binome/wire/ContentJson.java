package fr.binome.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;

import fr.binome.board.Content;
import fr.binome.board.Value;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values tell by their JSON type what they are: a string is a word, a number a whole number, {@code
 * true} and {@code false} flags, {@code {"day"}} a day, {@code {"start", "end"}} a period, {@code
 * {"words"}} several words, an array the document of a text.
 */
final class ContentJson {
    private ContentJson() {}

    static void write(Content content, JsonGenerator generator) throws IOException {
        switch (content) {
            case Value.Word(var word) -> generator.writeString(word);
            case Value.Whole(var number) -> generator.writeNumber(number);
            case Value.Flag(var set) -> generator.writeBoolean(set);
            case Value.Day(var day) -> {
                generator.writeStartObject();
                generator.writeStringField("day", day.toString());
                generator.writeEndObject();
            }
            case Value.Period(var start, var end) -> {
                generator.writeStartObject();
                generator.writeStringField("start", start.toString());
                generator.writeStringField("end", end.toString());
                generator.writeEndObject();
            }
            case Value.Words(var words) -> {
                generator.writeStartObject();
                generator.writeArrayFieldStart("words");
                for (String word : words) {
                    generator.writeString(word);
                }
                generator.writeEndArray();
                generator.writeEndObject();
            }
            case Content.Prose(var document) -> DeltaJson.write(document, generator);
        }
    }

    static Content read(JsonParser parser, DeserializationContext context) throws IOException {
        Content content =
                switch (parser.currentToken()) {
                    case VALUE_STRING -> word(parser.getText());
                    case VALUE_NUMBER_INT -> new Value.Whole(parser.getIntValue());
                    case VALUE_TRUE -> new Value.Flag(true);
                    case VALUE_FALSE -> new Value.Flag(false);
                    case START_ARRAY -> new Content.Prose(DeltaJson.read(parser, context));
                    case START_OBJECT -> object(parser);
                    default -> null;
                };
        return content != null
                ? content
                : context.reportInputMismatch(Content.class, "not a value of a field");
    }

    private static @Nullable Content word(String text) {
        return text.isEmpty() || text.length() > Value.Word.MAX_LENGTH
                ? null
                : new Value.Word(text);
    }

    private static @Nullable Content object(JsonParser parser) throws IOException {
        Map<String, LocalDate> days = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (name.equals("words") && days.isEmpty()) {
                Content words = words(parser);
                return parser.nextToken() == JsonToken.END_OBJECT ? words : null;
            }
            LocalDate day = day(parser.nextTextValue());
            if (day == null) {
                return null;
            }
            days.put(name, day);
        }
        LocalDate only = days.get("day");
        if (only != null && days.size() == 1) {
            return new Value.Day(only);
        }
        LocalDate start = days.get("start");
        LocalDate end = days.get("end");
        return days.keySet().equals(Set.of("start", "end"))
                        && start != null
                        && end != null
                        && !end.isBefore(start)
                ? new Value.Period(start, end)
                : null;
    }

    private static @Nullable Content words(JsonParser parser) throws IOException {
        List<String> words = new ArrayList<>();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return null;
        }
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            String word = parser.getText();
            if (word(word) == null || words.size() >= Value.Words.MOST) {
                return null;
            }
            words.add(word);
        }
        return parser.currentToken() == JsonToken.END_ARRAY ? new Value.Words(words) : null;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.length() != 10 ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
