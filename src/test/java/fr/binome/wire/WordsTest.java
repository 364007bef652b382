package fr.binome.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.binome.board.Command;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.NoCommand;
import fr.binome.board.Value;
import fr.binome.parcours.Plan;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

/** Several words as one value, in JSON. */
class WordsTest {
    private static final KindWire<NoCommand> WIRE = new KindWire<>(Plan.KIND, NoCommand.class);

    private static KindWire.Commands<NoCommand> read(String value) throws IOException {
        JsonNode node =
                new ObjectMapper()
                        .readTree(
                                "{\"type\":\"setField\",\"id\":\"line00000001\",\"field\":\"ma\",\"value\":"
                                        + value
                                        + "}");
        return WIRE.commands(List.of(node));
    }

    @Test
    @DisplayName("K-4 {words} is several words, none too, and is written as it is read")
    void isRead() throws IOException {
        for (List<String> words :
                List.of(List.<String>of(), List.of("ma-b1-flux", "ma-b2-projet"))) {
            KernelCommand command =
                    new KernelCommand.SetField(
                            new EntityId("line00000001"), "ma", new Value.Words(words));
            JsonNode written = WIRE.written(List.of(command)).getFirst();
            assertThat(written.at("/value/words")).hasSize(words.size());
            assertThat(read(written.get("value").toString()))
                    .isEqualTo(
                            new KindWire.Commands.Understood<NoCommand>(
                                    List.of(new Command.Kernel<>(command))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"words\":\"ma-b1-flux\"}",
                "{\"words\":[1]}",
                "{\"words\":[\"\"]}",
                "{\"words\":[[\"ma-b1-flux\"]]}",
                "{\"words\":[\"ma-b1-flux\",null]}",
                "{\"words\":{\"words\":[]}}",
                "{\"words\":[],\"day\":\"2026-09-01\"}",
                "{\"day\":\"2026-09-01\",\"words\":[]}",
            })
    @DisplayName("K-4 S-11 anything else of that name is malformed")
    void isNoValue(String value) throws IOException {
        assertThat(read(value)).isInstanceOf(KindWire.Commands.Nonsense.class);
    }

    @Test
    @DisplayName("K-4 S-11 more words than a value holds are malformed")
    void isBounded() throws IOException {
        String words = "\"a\",".repeat(Value.Words.MOST);
        assertThat(read("{\"words\":[" + words + "\"a\"]}"))
                .isInstanceOf(KindWire.Commands.Nonsense.class);
    }
}
