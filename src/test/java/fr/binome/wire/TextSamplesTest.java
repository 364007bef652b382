package fr.binome.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.Samples;
import fr.binome.text.Attributes;
import fr.binome.text.Delta;
import fr.binome.text.DeltaBuilder;
import fr.binome.text.RandomTexts;
import fr.binome.text.Shape;
import fr.binome.text.TextFault;
import fr.binome.text.TextRules;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The five thousand vectors of texts that Java and TypeScript share: one line each, what is done,
 * to what, and what comes of it.
 */
class TextSamplesTest {
    private static final String FILE = "texts.jsonl";
    private static final int RANDOM = 4_954;
    private static final long SEED = 20_261_125;
    private static final ObjectMapper MAPPER = Json.mapper(null);

    /** Lone surrogates have no UTF-8, and what cannot be seen cannot be reviewed. */
    private static final ObjectWriter WRITER =
            MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private final Set<String> lines = new LinkedHashSet<>();
    private final Map<TextFault, Integer> faults = new EnumMap<>(TextFault.class);

    /** The generator whose algorithm Java's documentation fixes for ever. */
    private final Random random = new Random(SEED);

    private final RandomTexts texts = new RandomTexts(random);

    @Test
    @DisplayName("T-1 T-2 T-3 T-4 T-6 T-7 Java keeps the vectors that it shares with TypeScript")
    void keepsTheVectors() throws IOException {
        knownTraps();
        for (int i = 0; i < RANDOM; i++) {
            add(i);
        }

        assertThat(lines).hasSize(5_000);
        // Those of sizes are in DeltaTest and rules.test.ts: no line is twenty thousand long.
        assertThat(faults.keySet())
                .as("faults among the vectors")
                .hasSize(TextFault.values().length - 1)
                .doesNotContain(TextFault.TOO_MANY_RUNS);
        assertThat(faults.values()).allMatch(times -> times >= 5);
        Samples.assertCommitted(FILE, String.join("\n", lines) + "\n");
    }

    /** Where implementations went wrong, here or elsewhere. */
    private void knownTraps() {
        Delta document = text("ab\n");
        compose(document, edit().retain(1).delete(1));
        compose(text("a\uD83D\uDE00b\n"), edit().retain(1).delete(2).build());
        compose(text("a\n"), edit().retain(1, Attributes.of("bold", true)));
        compose(
                new DeltaBuilder().insert("a", Attributes.of("bold", true)).insert("\n").build(),
                edit().retain(1, Attributes.of("bold", null)));
        compose(edit().insert("a").build(), edit().delete(1));
        compose(edit().delete(1).build(), edit().insert("a"));
        compose(edit().retain(1, Attributes.of("bold", null)).build(), edit().retain(1));
        for (boolean priority : List.of(true, false)) {
            transform(edit().insert("a"), edit().insert("b"), priority);
            transform(edit().delete(2), edit().retain(1).insert("b"), priority);
            transform(edit().retain(1).insert("a"), edit().delete(2), priority);
            transform(edit().delete(1), edit().delete(2), priority);
            transform(
                    edit().retain(2, Attributes.of("bold", true)),
                    edit().retain(1, Attributes.of("bold", null)),
                    priority);
            position(edit().insert("a"), 0, priority);
            position(edit().delete(3), 1, priority);
            position(edit().retain(2).insert("ab").delete(1), 2, priority);
        }
        invert(edit().retain(1, Attributes.of("bold", null)), document);
        invert(edit().retain(1).delete(1).insert("x"), document);
        edit(Shape.RICH, 10, document, edit().retain(3).insert("x"));
        edit(Shape.RICH, 10, document, edit().retain(2).delete(1));
        edit(Shape.RICH, 4, document, edit().insert("xy"));
        edit(Shape.RICH, 4, text("abcdefg\n"), edit().delete(1));
        edit(Shape.LINE, 10, document, edit().retain(1).insert("\n"));
        mentions();
    }

    private void mentions() {
        Attributes mehdi = Attributes.of("mention", "pMehdi");
        Attributes claire = Attributes.of("mention", "pClaire");
        Delta mentioning = edit().insert("a").insert("\uFFFC", mehdi).insert("\n").build();
        edit(Shape.RICH, 10, mentioning, edit().retain(1).insert("\uFFFC", claire));
        edit(Shape.RICH, 10, mentioning, edit().retain(1).insert("\uFFFC", mehdi));
        edit(Shape.RICH, 10, mentioning, edit().insert("\uFFFC"));
        edit(Shape.RICH, 10, mentioning, edit().insert("b", mehdi));
        edit(Shape.RICH, 10, mentioning, edit().insert("\uFFFCb", mehdi));
        edit(Shape.RICH, 10, mentioning, edit().retain(1).retain(1, claire));
        edit(Shape.RICH, 10, mentioning, edit().retain(1, Attributes.of("mention", null)));
        edit(Shape.RICH, 10, mentioning, edit().retain(2, Attributes.of("bold", true)));
        edit(Shape.RICH, 10, mentioning, edit().insert("\uFFFC", Attributes.of("mention", "x")));
        edit(Shape.RICH, 10, mentioning, edit().insert("\uFFFC", Attributes.of("mention", true)));
        edit(Shape.LINE, 10, text("a\n"), edit().insert("\uFFFC", mehdi));
        edit(Shape.LINE, 10, text("a\n"), edit().insert("\uFFFC"));
        document(Shape.RICH, 10, mentioning);
        document(Shape.RICH, 10, text("a\uFFFC\n"));
        document(Shape.LINE, 10, text("a\uFFFC\n"));
        invert(edit().retain(1).delete(1), mentioning);
    }

    private void add(int number) {
        int before = lines.size();
        while (lines.size() == before) {
            Delta document = texts.document();
            Delta one = texts.edit(document);
            Delta other = texts.edit(document);
            boolean priority = random.nextBoolean();
            switch (number % 8) {
                case 0 -> compose(document, one);
                case 1 -> compose(one, texts.edit(document.compose(one)));
                case 2 -> transform(one, other, true);
                case 3 -> transform(one, other, false);
                case 4 -> position(one, random.nextInt(document.length() + 1), priority);
                case 5 -> invert(one, document);
                case 6 ->
                        edit(
                                random.nextInt(4) == 0 ? Shape.LINE : Shape.RICH,
                                1 + document.length() + random.nextInt(8),
                                document,
                                texts.spoilt(document));
                default ->
                        document(
                                random.nextBoolean() ? Shape.LINE : Shape.RICH,
                                3 + random.nextInt(20),
                                texts.offered());
            }
        }
    }

    private void compose(Delta first, DeltaBuilder then) {
        compose(first, then.build());
    }

    private void compose(Delta first, Delta then) {
        add(line("compose", Map.of("first", first, "then", then)), first.compose(then));
    }

    private void transform(DeltaBuilder first, DeltaBuilder other, boolean priority) {
        transform(first.build(), other.build(), priority);
    }

    private void transform(Delta first, Delta other, boolean priority) {
        ObjectNode line = line("transform", Map.of("first", first, "other", other));
        add(line.put("priority", priority), first.transform(other, priority));
    }

    private void position(DeltaBuilder delta, int position, boolean priority) {
        position(delta.build(), position, priority);
    }

    private void position(Delta delta, int position, boolean priority) {
        ObjectNode line =
                line("position", Map.of("delta", delta))
                        .put("position", position)
                        .put("priority", priority)
                        .put("result", delta.transformPosition(position, priority));
        write(line);
    }

    private void invert(DeltaBuilder delta, Delta document) {
        invert(delta.build(), document);
    }

    private void invert(Delta delta, Delta document) {
        add(line("invert", Map.of("delta", delta, "document", document)), delta.invert(document));
    }

    private void edit(Shape shape, int max, Delta document, DeltaBuilder delta) {
        edit(shape, max, document, delta.build());
    }

    private void edit(Shape shape, int max, Delta document, Delta delta) {
        ObjectNode line = line("edit", Map.of("document", document, "delta", delta));
        TextFault fault = TextRules.editFault(document, delta, shape, max);
        if (fault == null) {
            add(bounds(line, shape, max), document.compose(delta));
        } else {
            refuse(bounds(line, shape, max), fault);
        }
    }

    private void document(Shape shape, int max, Delta document) {
        ObjectNode line = bounds(line("document", Map.of("document", document)), shape, max);
        TextFault fault = TextRules.documentFault(document, shape, max);
        if (fault == null) {
            write(line);
        } else {
            refuse(line, fault);
        }
    }

    private static ObjectNode bounds(ObjectNode line, Shape shape, int max) {
        return line.put("shape", Words.of(shape)).put("max", max);
    }

    private void refuse(ObjectNode line, TextFault fault) {
        faults.merge(fault, 1, Integer::sum);
        write(line.put("fault", fault.word()));
    }

    private void add(ObjectNode line, Delta result) {
        write(line.set("result", json(result)));
    }

    /** Small texts come up twice; a vector does not. */
    private void write(JsonNode line) {
        try {
            lines.add(WRITER.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private static ObjectNode line(String does, Map<String, Delta> deltas) {
        ObjectNode line = MAPPER.createObjectNode().put("does", does);
        deltas.keySet().stream()
                .sorted()
                .forEach(name -> line.set(name, json(deltas.getOrDefault(name, Delta.NOTHING))));
        return line;
    }

    private static JsonNode json(Delta delta) {
        try {
            return MAPPER.readTree(MAPPER.writeValueAsString(delta));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a delta can be written", e);
        }
    }

    private static Delta text(String text) {
        return new DeltaBuilder().insert(text).build();
    }

    private static DeltaBuilder edit() {
        return new DeltaBuilder();
    }
}
