package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.room.Limits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bad input and lost rights over real sockets, with the limits that ship. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
    private static final String CLIENT = "hostile000000000000000000";

    private ServerHere server;
    private ScriptedClient claire;
    private ScriptedClient mehdi;
    private String board;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = ServerHere.start(folder, Limits.DEFAULT);
        claire = new ScriptedClient(server.url());
        claire.signIn(server.tokenOf("Claire"));
        mehdi = new ScriptedClient(server.url());
        mehdi.signIn(server.tokenOf("Mehdi"));
        board = claire.get("classes").get(0).get("board").asText();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Messages, with what each comes to; NUMBER and BOARD stand for those of the client. */
    private static Map<String, String> hostile() {
        Map<String, String> messages = new LinkedHashMap<>();
        messages.put("", "malformed");
        messages.put("null", "malformed");
        messages.put("[]", "malformed");
        messages.put("3", "unknownType");
        messages.put("{'type':'ping','id':1", "malformed");
        messages.put("{'type':3}", "unknownType");
        messages.put("{'type':'frame'}", "unknownType");
        messages.put("[".repeat(100_000), "malformed");
        messages.put("{'type':'ping','id':" + "{'a':".repeat(2_000), "malformed");
        messages.put("{'type':'ping','id':'1'}", "malformed");
        messages.put("{'type':'ping','id':1e400}", "malformed");
        messages.put("{'type':'ping','id':99999999999999999999}", "malformed");
        messages.put("{'type':'ping','id':1,'__proto__':{'admin':true}}", "malformed");
        messages.put("{'type':'ping','id':1,'constructor':{}}", "malformed");
        messages.put("x".repeat((256 << 10) + 1), "tooBig");
        messages.put(submit("[]"), "malformed");
        messages.put(submit("{}"), "malformed");
        messages.put(submit("[null]"), "malformed");
        messages.put(submit("[3]"), "unknownType");
        messages.put(submit("[{}" + ",{}".repeat(100) + "]"), "malformed");
        for (String number : new String[] {"0", "-1", "1.5", "'1'", "1e30", "null"}) {
            messages.put(submit("[{}]").replace("NUMBER", number), "malformed");
        }
        messages.put(submit("[{}]").replace("'base':1", "'base':-1"), "malformed");
        messages.put(
                submit("[{'type':'remove','id':'abcdefghijkl'}]")
                        .replace("'base':1", "'base':99999999"),
                "ahead");
        messages.put(submit("[{'type':'dance','id':'BOARD'}]"), "unknownType");
        messages.put(submit("[{'type':'remove','id':'BOARD','__proto__':{}}]"), "malformed");
        messages.put(set("'__proto__'", "'x'"), "invalid unknownField");
        messages.put(set("'ruleset'", "[".repeat(900) + "]".repeat(900)), "malformed");
        messages.put(set("'ruleset'", "{'__proto__':'x'}"), "malformed");
        messages.put(set("'ruleset'", "1e400"), "malformed");
        messages.put(set("'ruleset'", "'\\ud800'"), "invalid unknownWord");
        messages.put(edit("[{'insert':'\\ud83d'}]"), "invalid cutSurrogate");
        messages.put(edit("[{'insert':'\\u0000'}]"), "invalid control");
        messages.put(
                edit("[{'insert':'x','attributes':{'__proto__':true}}]"),
                "invalid attributeInLine");
        messages.put(edit("[{'retain':1.5}]"), "malformed");
        messages.put(edit("[{'retain':99999},{'delete':1}]"), "invalid pastEnd");
        messages.put(edit("{}"), "malformed");
        return messages;
    }

    private static String submit(String commands) {
        return "{'type':'submit','board':'BOARD','client':'"
                + CLIENT
                + "','number':NUMBER,'base':1,'commands':"
                + commands
                + "}";
    }

    private static String set(String field, String value) {
        return submit(
                "[{'type':'setField','id':'BOARD','field':" + field + ",'value':" + value + "}]");
    }

    private static String edit(String delta) {
        return submit("[{'type':'editText','id':'BOARD','field':'label','delta':" + delta + "}]");
    }

    @Test
    @DisplayName(
            "S-2 S-3 S-11 S-33 each bad message comes to its own error, and one still edits after it")
    void outlivesEach() throws Exception {
        try (ScriptedClient tab = claire.another()) {
            long head = claire.get("boards/" + board + "/snapshot").get("seq").asLong();
            tab.connect();
            tab.join(board, CLIENT, head);
            long number = 1;
            for (Map.Entry<String, String> each : hostile().entrySet()) {
                tab.say(
                        each.getKey()
                                .replace('\'', '"')
                                .replace("BOARD", board)
                                .replace("NUMBER", Long.toString(number)));
                JsonNode outcome = outcome(tab);
                assertThat(told(outcome)).as(shown(each.getKey())).isEqualTo(each.getValue());
                if (outcome.get("type").asText().equals("answer")) {
                    number++;
                }
            }
            tab.sayBinary(new byte[] {0, -1, 1});
            assertThat(told(outcome(tab))).isEqualTo("notText");

            tab.say(
                    ScriptedClient.submit(
                            board,
                            CLIENT,
                            number,
                            head,
                            ScriptedClient.insert(board, "label", 0, "é")));
            assertThat(tab.await("frame").at("/submissions/0/number").asLong()).isEqualTo(number);
        }
    }

    private static JsonNode outcome(ScriptedClient tab) throws InterruptedException {
        while (true) {
            JsonNode message = tab.next();
            switch (message.get("type").asText()) {
                case "error", "answer", "retry", "closed" -> {
                    return message;
                }
                default -> {}
            }
        }
    }

    private static String told(JsonNode outcome) {
        String fault = outcome.at("/details/fault").asText();
        return outcome.path("reason").asText() + (fault.isEmpty() ? "" : " " + fault);
    }

    private static String shown(String message) {
        return message.substring(0, Math.min(200, message.length()));
    }

    @Test
    @DisplayName(
            "S-23 S-20 S-6 who has lost a right sees so within a second, and who has lost all sees nothing")
    void endsTheView() throws Exception {
        String person = mehdi.get("me").get("person").asText();
        String acces = board + "~acces~" + person;
        try (ScriptedClient mine = claire.another();
                ScriptedClient theirs = mehdi.another()) {
            long head = claire.get("boards/" + board + "/snapshot").get("seq").asLong();
            mine.connect();
            mine.join(board, "rights0000000000000000000", head);
            theirs.connect();
            theirs.join(board, "theirs0000000000000000000", head);
            theirs.await("state");

            mine.say(act(1, head, ScriptedClient.insert(board, "label", 0, "é")));
            theirs.await("frame");
            mine.say(act(2, head, role(acces)));
            Instant from = Instant.now();
            assertThat(theirs.await("resync").get("reason").asText()).isEqualTo("role");
            assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(1));
            mine.await("frame");
            long lowered = mine.await("frame").get("to").asLong();
            theirs.join(board, "theirs0000000000000000000", lowered);
            assertThat(theirs.await("state").get("role").asText()).isEqualTo("lecture");
            theirs.say(
                    ScriptedClient.submit(
                            board,
                            "theirs0000000000000000000",
                            1,
                            lowered,
                            ScriptedClient.insert(board, "label", 0, "é")));
            assertThat(theirs.await("answer").get("reason").asText()).isEqualTo("denied");

            mine.say(act(3, lowered, remove(acces)));
            from = Instant.now();
            JsonNode out = theirs.await("error");
            assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(out.get("reason").asText()).isEqualTo("noBoard");
            assertThat(out.get("board").asText()).isEqualTo(board);
            assertThat(mehdi.get("boards/" + board + "/snapshot").get("reason").asText())
                    .isEqualTo("noBoard");
        }
    }

    private String act(long number, long base, ObjectNode command) {
        return ScriptedClient.submit(board, "rights0000000000000000000", number, base, command);
    }

    private static ObjectNode role(String acces) {
        return ScriptedClient.JSON
                .createObjectNode()
                .put("type", "setField")
                .put("id", acces)
                .put("field", "role")
                .put("value", "lecture");
    }

    private static ObjectNode remove(String acces) {
        return ScriptedClient.JSON.createObjectNode().put("type", "remove").put("id", acces);
    }
}
