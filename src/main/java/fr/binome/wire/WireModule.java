package fr.binome.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import fr.binome.board.BoardId;
import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.Kind;
import fr.binome.board.PersonId;
import fr.binome.board.Rank;
import fr.binome.board.Role;
import fr.binome.board.Schema;
import fr.binome.board.Value;
import fr.binome.text.Delta;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/**
 * How the values of the kernel are written: ids as strings, words in camel case, contents by their
 * JSON type.
 */
final class WireModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    WireModule(@Nullable Schema schema) {
        text(BoardId.class, BoardId::new);
        text(EntityId.class, EntityId::new);
        text(PersonId.class, PersonId::new);
        text(Rank.class, Rank::new);
        text(Instant.class, WireModule::instant);
        written(Enum.class, Words::of);
        text(LocalDate.class, WireModule::day);
        addDeserializer(Role.class, new FromText<>(Role.class, WireModule::role));
        word(Fault.class);
        word(Down.Outcome.class);
        word(Down.ResyncFrom.class);
        written(Kind.class, Kind::name);
        if (schema != null) {
            addDeserializer(
                    Kind.class,
                    new FromText<>(
                            Kind.class,
                            name -> {
                                Kind kind = schema.kind(name);
                                if (kind == null) {
                                    throw new IllegalArgumentException("no such kind");
                                }
                                return kind;
                            }));
        }
        key(BoardId.class, BoardId::new);
        key(PersonId.class, PersonId::new);
        addSerializer(Content.class, new ContentWriter());
        addDeserializer(Content.class, new ContentReader());
        addDeserializer(
                Value.class,
                new JsonDeserializer<>() {
                    @Override
                    public Value deserialize(JsonParser parser, DeserializationContext context)
                            throws IOException {
                        if (ContentJson.read(parser, context) instanceof Value value) {
                            return value;
                        }
                        return context.reportInputMismatch(Value.class, "a text is no register");
                    }
                });
        addSerializer(Delta.class, new DeltaWriter());
        addDeserializer(
                Delta.class,
                new JsonDeserializer<>() {
                    @Override
                    public Delta deserialize(JsonParser parser, DeserializationContext context)
                            throws IOException {
                        return DeltaJson.read(parser, context);
                    }
                });
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an instant", e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a day", e);
        }
    }

    private static Role role(String word) {
        Role role = Role.of(word);
        if (role == null) {
            throw new IllegalArgumentException("no such role");
        }
        return role;
    }

    private <T extends Enum<T>> void word(Class<T> type) {
        written(type, Words::of);
        addDeserializer(type, new FromText<>(type, word -> constant(type, word)));
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String word) {
        for (T constant : type.getEnumConstants()) {
            if (Words.of(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such word");
    }

    private <T> void key(Class<T> type, Function<String, T> from) {
        addKeySerializer(type, new Key<>());
        addKeyDeserializer(
                type,
                new KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext context)
                            throws IOException {
                        try {
                            return from.apply(key);
                        } catch (IllegalArgumentException e) {
                            return context.handleWeirdKey(
                                    type, key, "not a %s", type.getSimpleName());
                        }
                    }
                });
    }

    private <T> void text(Class<T> type, Function<String, T> from) {
        written(type, Object::toString);
        addDeserializer(type, new FromText<>(type, from));
    }

    private <T> void written(Class<T> type, Function<T, String> word) {
        addSerializer(
                type,
                new JsonSerializer<>() {
                    @Override
                    public void serialize(
                            T value, JsonGenerator generator, SerializerProvider provider)
                            throws IOException {
                        generator.writeString(word.apply(value));
                    }
                });
    }

    /** A value that is a string on the wire; what its constructor refuses is malformed. */
    private static final class FromText<T> extends JsonDeserializer<T> {
        private final Class<T> type;
        private final Function<String, T> from;

        FromText(Class<T> type, Function<String, T> from) {
            this.type = type;
            this.from = from;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(type, "a string is expected");
            }
            try {
                return from.apply(parser.getText());
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(type, "not a %s", type.getSimpleName());
            }
        }
    }

    private static final class Key<T> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeFieldName(value.toString());
        }
    }

    private static final class ContentWriter extends JsonSerializer<Content> {
        @Override
        public void serialize(Content content, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            ContentJson.write(content, generator);
        }

        @Override
        public void serializeWithType(
                Content content,
                JsonGenerator generator,
                SerializerProvider provider,
                TypeSerializer type)
                throws IOException {
            ContentJson.write(content, generator);
        }
    }

    private static final class ContentReader extends JsonDeserializer<Content> {
        @Override
        public Content deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return ContentJson.read(parser, context);
        }
    }

    private static final class DeltaWriter extends JsonSerializer<Delta> {
        @Override
        public void serialize(Delta delta, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            DeltaJson.write(delta, generator);
        }
    }
}
