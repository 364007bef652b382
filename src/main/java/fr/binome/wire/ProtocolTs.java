package fr.binome.wire;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.Kind;
import fr.binome.board.PersonId;
import fr.binome.board.Rank;
import fr.binome.board.Refusal;
import fr.binome.board.Role;
import fr.binome.board.Value;
import fr.binome.parcours.ClasseKind;
import fr.binome.parcours.ParcoursRefusal;
import fr.binome.parcours.constat.Detail;
import fr.binome.parcours.insight.Key;
import fr.binome.text.Delta;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the TypeScript types of the protocol, and how long the texts may be, from the records that
 * are the protocol and the kinds of a class, so that the two cannot differ. A test fails while the
 * committed file is another.
 */
public final class ProtocolTs {
    private static final Map<Class<?>, String> PLAIN =
            Map.ofEntries(
                    Map.entry(String.class, "string"),
                    Map.entry(long.class, "number"),
                    Map.entry(int.class, "number"),
                    Map.entry(boolean.class, "boolean"),
                    Map.entry(Long.class, "number"),
                    Map.entry(Integer.class, "number"),
                    Map.entry(Boolean.class, "boolean"),
                    Map.entry(Object.class, "unknown"),
                    Map.entry(JsonNode.class, "Command"),
                    Map.entry(BoardId.class, "string"),
                    Map.entry(EntityId.class, "string"),
                    Map.entry(PersonId.class, "string"),
                    Map.entry(Rank.class, "string"),
                    Map.entry(Kind.class, "string"),
                    Map.entry(Instant.class, "string"),
                    Map.entry(LocalDate.class, "string"),
                    Map.entry(Detail.class, "Detail"),
                    Map.entry(Delta.class, "Delta"),
                    Map.entry(Value.class, "Value"),
                    Map.entry(Content.class, "Value | Delta"));

    private static final String HEAD =
            """
            // Written by fr.binome.wire.ProtocolTs from the records of the protocol; not to be edited.
            import type { Delta } from '../text/op';

            /** What a register holds: a word, a whole number, a flag, a day, a period of days or several words. */
            export type Value =
              | string
              | number
              | boolean
              | { readonly day: string }
              | { readonly start: string; readonly end: string }
              | { readonly words: readonly string[] };
            """;

    private final StringBuilder ts = new StringBuilder(HEAD);
    private final Deque<Class<?>> todo = new ArrayDeque<>();
    private final Set<Class<?>> done = new LinkedHashSet<>();

    private ProtocolTs() {}

    /** Writes the file that the first argument names. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), types());
    }

    /** The whole file. */
    public static String types() {
        ProtocolTs protocol = new ProtocolTs();
        protocol.union("Command", KernelCommand.class);
        protocol.union("Change", Change.class);
        protocol.union("Up", Up.class);
        protocol.union("Down", Down.class);
        protocol.todo.add(BoardState.class);
        protocol.drain();
        protocol.union("Detail", Detail.class);
        protocol.insights();
        protocol.longest();
        protocol.most();
        protocol.refusals();
        return protocol.ts.toString();
    }

    private void union(String name, Class<?> sealed) {
        List<Class<?>> records = Arrays.asList(sealed.getPermittedSubclasses());
        ts.append("\nexport type ").append(name).append(" =");
        for (Class<?> each : records) {
            ts.append("\n  | ").append(named(name, each));
        }
        ts.append(";\n");
        for (Class<?> each : records) {
            record(named(name, each), each, Words.of(each));
        }
        drain();
    }

    /** What each key of an insight holds; a key that ends in a slash is followed by an id. */
    private void insights() {
        ts.append("\nexport interface InsightValues {\n");
        for (Key key : Key.values()) {
            String word = key.word();
            ts.append("  readonly ")
                    .append(
                            word.endsWith("/")
                                    ? "[" + "key: `" + word + "${string}`]: "
                                    : word + "?: ")
                    .append(value(key.holds()))
                    .append(";\n");
        }
        ts.append("}\n");
        drain();
    }

    /** How long each text of a class may be: what is longer need not be asked for. */
    private void longest() {
        ts.append(
                        "\n/** How long a text of a kind may be, in UTF-16 units, its final newline included. */\n")
                .append("export const LONGEST = {\n");
        for (Kind kind : ClasseKind.kinds()) {
            String texts =
                    kind.fields().stream()
                            .filter(Field.Prose.class::isInstance)
                            .map(Field.Prose.class::cast)
                            .map(text -> text.name() + ": " + text.maxLength())
                            .collect(Collectors.joining(", "));
            if (!texts.isEmpty()) {
                ts.append("  ").append(kind.name()).append(": { ").append(texts).append(" },\n");
            }
        }
        ts.append("} as const;\n");
    }

    /** What would be one too many need not be asked for either. */
    private void most() {
        ts.append("\n/** How many of a kind one parent may have. */\nexport const MOST = {\n");
        for (Kind kind : ClasseKind.kinds()) {
            if (kind.parent() != null) {
                ts.append("  ")
                        .append(kind.name())
                        .append(": ")
                        .append(kind.atMost())
                        .append(",\n");
            }
        }
        ts.append("} as const;\n");
    }

    /** Every reason has a sentence on the screen: the client does not compile without. */
    private void refusals() {
        ts.append("\n/** Why a server refuses an act. */\nexport type RefusalReason =");
        Stream.of(Refusal.class, ParcoursRefusal.class)
                .flatMap(union -> Stream.of(union.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .forEach(reason -> ts.append("\n  | '").append(Words.of(reason)).append("'"));
        ts.append(";\n");
    }

    private String value(Class<?> holds) {
        Class<?> item = holds.componentType();
        todo.add(item == null ? holds : item);
        return item == null ? holds.getSimpleName() : "readonly " + item.getSimpleName() + "[]";
    }

    /**
     * {@code CreateCommand}, {@code PutChange}; the messages say by their prefix which way they go.
     */
    private static String named(String union, Class<?> type) {
        boolean message = union.equals("Up") || union.equals("Down");
        return message ? union + type.getSimpleName() : type.getSimpleName() + union;
    }

    private void drain() {
        while (!todo.isEmpty()) {
            Class<?> type = todo.removeFirst();
            if (done.add(type)) {
                if (type.isEnum()) {
                    words(type);
                } else {
                    record(type.getSimpleName(), type, null);
                }
            }
        }
    }

    private void words(Class<?> type) {
        ts.append("\nexport type ").append(type.getSimpleName()).append(" =");
        for (Object constant : type.getEnumConstants()) {
            ts.append("\n  | '").append(word(constant)).append("'");
        }
        ts.append(";\n");
    }

    private static String word(Object constant) {
        return constant instanceof Role role ? role.word() : Words.of((Enum<?>) constant);
    }

    private void record(String name, Class<?> type, @Nullable String word) {
        ts.append("\nexport interface ").append(name).append(" {\n");
        if (word != null) {
            ts.append("  readonly type: '").append(word).append("';\n");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            ts.append("  readonly ")
                    .append(component.getName())
                    .append(nullable ? "?: " : ": ")
                    .append(type(component.getGenericType(), component))
                    .append(";\n");
        }
        ts.append("}\n");
    }

    private String type(Type type, RecordComponent of) {
        if (of.getDeclaringRecord() == Down.Insight.class && of.getName().equals("values")) {
            return "InsightValues";
        }
        if (type instanceof ParameterizedType generic) {
            Type last =
                    generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            String inside = type(last, of);
            return generic.getRawType() == List.class
                    ? "readonly " + (inside.matches("\\w+") ? inside : "(" + inside + ")") + "[]"
                    : "Readonly<Record<string, " + inside + ">>";
        }
        Class<?> plain = (Class<?>) type;
        String known = PLAIN.get(plain);
        if (known != null) {
            return known;
        }
        if (plain == Change.class) {
            return "Change";
        }
        todo.add(plain);
        return plain.getSimpleName();
    }
}
