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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What holds for a session whatever carries it: the real server, in this process, over real
 * connections.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionContract {
    private static final Limits RAISED =
            new Limits(256 << 10, 1_000_000, 1_000_000, 1 << 30, 1 << 30, 20, 5_000);

    private final Carriage.Kind kind;
    private ServerHere server;
    private ScriptedClient door;
    private String board;

    SessionContract(Carriage.Kind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = ServerHere.start(folder, RAISED);
        door = new ScriptedClient(server.url());
        door.signIn(server.tokenOf("Claire"));
        board = door.get("classes").get(0).get("board").asText();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    String url() {
        return server.url();
    }

    private ScriptedClient tab() {
        return door.another().over(kind);
    }

    private long head() throws IOException, InterruptedException {
        return door.get("boards/" + board + "/snapshot").get("seq").asLong();
    }

    private String titled(String client, long number, long base, String text) {
        return ScriptedClient.submit(
                board, client, number, base, ScriptedClient.insert(board, "label", 0, text));
    }

    @Test
    @DisplayName("S-4 S-5 a ticket admits once")
    void admitsOnce() throws Exception {
        String ticket = door.ticket();
        try (ScriptedClient first = tab();
                ScriptedClient second = tab()) {
            first.connect(ticket, 1);
            assertThat(first.await("welcome").get("limits").get("messageBytes").asInt())
                    .isEqualTo(RAISED.messageBytes());

            second.connect(ticket, 1);
            assertThat(second.await("error").get("reason").asText()).isEqualTo("ticket");
            assertThat(second.await("closed").get("code").asInt()).isEqualTo(4401);
        }
    }

    @Test
    @DisplayName("S-5 another protocol is told which one is spoken here")
    void tellsTheProtocol() throws Exception {
        try (ScriptedClient tab = tab()) {
            tab.connect(door.ticket(), 2);
            JsonNode error = tab.await("error");
            assertThat(error.get("reason").asText()).isEqualTo("protocol");
            assertThat(error.get("detail").asText()).isEqualTo("1");
            assertThat(tab.await("closed").get("code").asInt()).isEqualTo(4401);
        }
    }

    @Test
    @DisplayName(
            "S-7 S-40 what one submits is seen by oneself and by others, whatever carries them")
    void isSeen() throws Exception {
        try (ScriptedClient mine = tab();
                ScriptedClient other = door.another().over(Carriage.Kind.WEB_SOCKET)) {
            long head = head();
            String client = client();
            other.connect();
            other.join(board, client(), head);
            other.await("state");
            mine.connect();
            mine.join(board, client, head);
            int pen = mine.await("state").get("pen").asInt();
            mine.say(titled(client, 1, head, "é"));

            for (ScriptedClient each : new ScriptedClient[] {mine, other}) {
                JsonNode frame = each.await("frame");
                assertThat(frame.get("from").asLong()).isEqualTo(head);
                JsonNode submission = frame.get("submissions").get(0);
                assertThat(submission.get("pen").asInt()).isEqualTo(pen);
                assertThat(submission.at("/changes/0/delta/0/insert").asText()).isEqualTo("é");
            }
        }
    }

    @Test
    @DisplayName("S-31 sent again over anything else, the same bytes get the same answer")
    void countsOnce() throws Exception {
        long head = head();
        String client = client();
        String submission = titled(client, 1, head, "é");
        long seq;
        try (ScriptedClient mine = tab()) {
            mine.connect();
            mine.join(board, client, head);
            mine.say(submission);
            seq = mine.await("frame").get("to").asLong();
        }
        for (Carriage.Kind each : Carriage.Kind.values()) {
            try (ScriptedClient again = door.another().over(each)) {
                again.connect();
                again.join(board, client, seq);
                assertThat(again.await("state").get("lastNumber").asLong()).isEqualTo(1);
                again.say(submission);
                JsonNode answer = again.await("answer");
                assertThat(answer.get("outcome").asText()).isEqualTo("accepted");
                assertThat(answer.get("seq").asLong()).isEqualTo(seq);
            }
        }
        assertThat(head()).isEqualTo(seq);
    }

    @Test
    @DisplayName("S-30 what is said one after the other is heard in that order")
    void keepsOrder() throws Exception {
        try (ScriptedClient mine = tab()) {
            mine.connect();
            mine.sayAll(IntStream.rangeClosed(1, 200).mapToObj(id -> ping(id).toString()).toList());
            mine.say(ping(201));
            for (int id = 1; id <= 201; id++) {
                assertThat(mine.await("pong").get("id").asInt()).isEqualTo(id);
            }
        }
    }

    @Test
    @DisplayName("S-2 S-11 what is too long or no message comes to nothing, and the session lives")
    void outlivesNonsense() throws Exception {
        try (ScriptedClient mine = tab()) {
            mine.connect();
            mine.say("x".repeat(RAISED.messageBytes() + 1));
            assertThat(mine.await("error").get("reason").asText()).isEqualTo("tooBig");
            mine.say("{\"type\":\"frame\"}");
            assertThat(mine.await("error").get("reason").asText()).isEqualTo("unknownType");
            mine.say(titled(client(), 1, 1, "é"));
            assertThat(mine.await("error").get("reason").asText()).isEqualTo("notJoined");
            mine.say(ping(7));
            assertThat(mine.await("pong").get("id").asInt()).isEqualTo(7);
        }
    }

    @Test
    @DisplayName("S-12 what an error names by its number was not decided, and may be sent again")
    void leavesUndecided() throws Exception {
        try (ScriptedClient mine = tab()) {
            long head = head();
            String client = client();
            String submission = titled(client, 1, head, "é");
            mine.connect();
            mine.say(submission);
            JsonNode error = mine.await("error");
            assertThat(error.get("reason").asText()).isEqualTo("notJoined");
            assertThat(error.get("number").asLong()).isEqualTo(1);

            mine.join(board, client, head);
            assertThat(mine.await("state").get("lastNumber").asLong()).isZero();
            mine.say(submission.replace("editText", "editTexts"));
            mine.say(submission.replace("\"base\":", "\"more\":0,\"base\":"));
            mine.say(submission);
            List<String> undecided = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                JsonNode each = mine.await("error");
                undecided.add(each.get("reason").asText() + " " + each.get("number"));
            }
            assertThat(undecided).containsExactlyInAnyOrder("unknownType 1", "malformed 1");
            assertThat(mine.await("frame").at("/submissions/0/number").asLong()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("S-13 after 1,000 errors it ends with 4429")
    void endsAfterTooMuch() throws Exception {
        try (ScriptedClient mine = tab()) {
            mine.connect();
            mine.sayAll(Collections.nCopies(1_001, "?"));
            assertThat(mine.await("closed").get("code").asInt()).isEqualTo(4429);
        }
    }

    @Test
    @DisplayName("S-13 signed out in another tab, it ends with 4403")
    void endsWhenSignedOut() throws Exception {
        ScriptedClient mehdi = new ScriptedClient(server.url());
        mehdi.signIn(server.tokenOf("Mehdi"));
        try (ScriptedClient tab = mehdi.another().over(kind)) {
            tab.connect();
            mehdi.signOut();
            assertThat(tab.await("closed").get("code").asInt()).isEqualTo(4403);
        }
    }

    private static String client() {
        return UUID.randomUUID().toString();
    }

    private static ObjectNode ping(int id) {
        return ScriptedClient.JSON.createObjectNode().put("type", "ping").put("id", id);
    }

    /** With the limits that a real server has, or tighter. */
    @Test
    @DisplayName("S-34 S-5 S-13 it may not send too fast, must say hello, and hears of the end")
    void isLimited(@TempDir Path other) throws Exception {
        Limits tight = new Limits(256 << 10, 3, 1, 1 << 20, 1 << 20, 1, 200);
        ServerHere strict = ServerHere.start(other, tight);
        try (ScriptedClient claire = new ScriptedClient(strict.url())) {
            claire.signIn(strict.tokenOf("Claire"));
            String classe = claire.get("classes").get(0).get("board").asText();
            String client = client();
            try (ScriptedClient silent = claire.another().over(kind)) {
                silent.open("");
                JsonNode end = silent.await("closed");
                assertThat(end.get("code").asInt()).isEqualTo(4401);
            }
            claire.over(kind).connect();
            claire.join(classe, client, 1);
            claire.await("state");
            for (int i = 1; i <= 4; i++) {
                claire.say(
                        ScriptedClient.submit(
                                classe,
                                client,
                                i,
                                1,
                                ScriptedClient.insert(classe, "label", 0, "é")));
            }
            assertThat(claire.await("retry").get("reason").asText()).isEqualTo("rate");
            claire.join("anotherboard", client, 0);
            assertThat(claire.await("error").get("reason").asText()).isEqualTo("tooManyBoards");

            strict.close();
            assertThat(claire.await("goingAway").get("afterMs").asLong()).isPositive();
            assertThat(claire.await("closed").get("code").asInt()).isEqualTo(1001);
        }
    }
}
