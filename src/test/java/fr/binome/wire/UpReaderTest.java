package fr.binome.wire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpReaderTest {
    private static final String CLIENT = "abcdefghijklmnopqrstuv";

    @Test
    @DisplayName("S-10 a message is one JSON object, told by its type")
    void readsMessages() {
        assertThat(UpReader.read("{\"type\":\"ping\",\"id\":9}"))
                .isEqualTo(new UpReader.Heard.Message(new Up.Ping(9)));
        assertThat(
                        UpReader.read(
                                "{\"type\":\"join\",\"board\":\"board0000001\",\"incarnation\":\"i1\",\"since\":3}"))
                .isEqualTo(
                        new UpReader.Heard.Message(
                                new Up.Join(new BoardId("board0000001"), null, "i1", 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "3",
                "{",
                "{\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"id\":null}",
                "{\"type\":\"ping\",\"id\":\"9\"}",
                "{\"type\":\"ping\",\"id\":9.5}",
                "{\"type\":\"ping\",\"id\":9,\"id\":9}",
                "{\"type\":\"ping\",\"id\":9,\"more\":1}",
                "{\"type\":\"ping\",\"id\":9} {}",
                "{\"type\":\"ping\",\"id\":99999999999999999999999999}",
                "{\"type\":\"join\",\"board\":\"x\",\"incarnation\":\"i1\",\"since\":3}",
                "{\"type\":\"join\",\"board\":\"board0000001\",\"incarnation\":\"i1\",\"since\":-1}",
                "{\"type\":\"ping\",\"id\":9,\"__proto__\":{\"a\":1}}"
            })
    @DisplayName("S-11 what is no message of the protocol is malformed")
    void refusesNonsense(String text) {
        assertThat(UpReader.read(text))
                .isInstanceOfSatisfying(
                        UpReader.Heard.Nonsense.class,
                        nonsense ->
                                assertThat(nonsense.why().fault())
                                        .isIn(Fault.MALFORMED, Fault.UNKNOWN_TYPE));
    }

    @Test
    @DisplayName(
            "S-11 the error names the board, the number and the place, and repeats nothing else")
    void namesThePlace() {
        assertThat(
                        UpReader.read(
                                "{\"type\":\"submit\",\"board\":\"board0000001\",\"client\":\""
                                        + CLIENT
                                        + "\",\"number\":4,\"base\":\"secret\",\"commands\":[]}"))
                .isEqualTo(
                        new UpReader.Heard.Nonsense(
                                new Fault.Undecodable(
                                        Fault.MALFORMED, "board0000001", 4L, "/base")));
        assertThat(UpReader.read("{\"type\":\"dance\"}"))
                .isEqualTo(
                        new UpReader.Heard.Nonsense(
                                new Fault.Undecodable(Fault.UNKNOWN_TYPE, null, null, "type")));
    }
}
