package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.room.Limits;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Trying on the real server: in without an account, and nowhere else. */
@Timeout(120)
class EssayerTest {
    private static final ObjectNode NOTHING = ScriptedClient.JSON.createObjectNode();

    @TempDir private Path folder;

    @Test
    @DisplayName("E-2 one who tries is in without an account, and gets nowhere else")
    void triesAndNoMore() throws Exception {
        try (ServerHere server = ServerHere.start(folder, Limits.DEFAULT);
                ScriptedClient claire = new ScriptedClient(server.url());
                ScriptedClient visitor = new ScriptedClient(server.url())) {
            claire.signIn(server.tokenOf("Claire"));
            String real = claire.get("classes").get(0).get("board").asText();
            String invitation = claire.post("invitations", board(real)).get("token").asText();

            JsonNode me = visitor.post("essais", NOTHING);

            assertThat(me.get("name").asText()).isEqualTo("Claire K.");
            assertThat(visitor.get("me")).isEqualTo(me);
            String board = me.at("/essai/board").asText();
            assertThat(visitor.get("classes").findValuesAsText("board"))
                    .hasSize(3)
                    .contains(board)
                    .doesNotContain(real);
            assertThat(reason(visitor.post("essais", NOTHING))).isEqualTo("signedIn");
            assertThat(reason(visitor.get("boards/" + real + "/snapshot"))).isEqualTo("noBoard");
            assertThat(reason(visitor.post("invitations", board(board)))).isEqualTo("denied");
            assertThat(reason(visitor.post("invitations/redeem", token(invitation))))
                    .isEqualTo("trying");
            assertThat(reason(visitor.post("classes", classe()))).isEqualTo("trying");
            assertThat(
                            reason(
                                    visitor.post(
                                            "resets",
                                            NOTHING.deepCopy().put("login", "prof-claire"))))
                    .isEqualTo("denied");
            assertThat(reason(claire.get("boards/" + board + "/snapshot"))).isEqualTo("noBoard");
        }
    }

    @Test
    @DisplayName("E-6 signing out of a trial ends its sockets and deletes it")
    void endsWithTheSession() throws Exception {
        try (ServerHere server = ServerHere.start(folder, Limits.DEFAULT);
                ScriptedClient visitor = new ScriptedClient(server.url())) {
            String board = visitor.post("essais", NOTHING).at("/essai/board").asText();
            try (ScriptedClient tab = visitor.another()) {
                assertThat(tab.get("me").at("/essai/board").asText()).isEqualTo(board);
                visitor.connect();
                visitor.join(board, "visitor00000000000000000000", 1);
                visitor.await("state");

                visitor.signOut();

                visitor.await("closed");
                assertThat(reason(tab.get("me"))).isEqualTo("signedOut");
            }
        }
    }

    @Test
    @DisplayName("E-10 the colleague comes to the sheet that is looked at, and writes there")
    void isJoined() throws Exception {
        try (ServerHere server = ServerHere.start(folder, Limits.DEFAULT);
                ScriptedClient visitor = new ScriptedClient(server.url())) {
            JsonNode shown = visitor.get("essais");
            assertThat(shown.get("people").findValuesAsText("name"))
                    .contains("Claire K.", "Mehdi R.");
            JsonNode me = visitor.post("essais", NOTHING);
            String board = me.at("/essai/board").asText();
            String sheet = situation(visitor.get("boards/" + board + "/snapshot"));
            visitor.connect();
            visitor.join(board, "visitor00000000000000000000", 1);
            visitor.await("state");
            visitor.say(
                    ScriptedClient.JSON
                            .createObjectNode()
                            .put("type", "presence")
                            .put("board", board)
                            .put("seq", 1)
                            .put("after", 0)
                            .set("at", NOTHING.deepCopy().put("id", sheet)));

            JsonNode written = visitor.await("frame").at("/submissions/0");

            assertThat(written.get("by")).isNotEqualTo(me.get("person"));
            assertThat(written.at("/changes/0/type").asText()).isEqualTo("edit");
            assertThat(written.at("/changes/0/id").asText()).isEqualTo(sheet);
            assertThat(
                            reason(
                                    visitor.post(
                                            "essais/collegue",
                                            NOTHING.deepCopy().put("paused", true))))
                    .isEmpty();
            assertThat(visitor.get("me").at("/essai/paused").asBoolean()).isTrue();
        }
    }

    @Test
    @DisplayName("E-8 where trials are off nothing is shown and nothing begins")
    void isOff() throws Exception {
        try (ServerHere server = ServerHere.start(folder, Limits.DEFAULT, 0);
                ScriptedClient visitor = new ScriptedClient(server.url())) {
            assertThat(reason(visitor.get("essais"))).isEqualTo("unknown");
            assertThat(reason(visitor.post("essais", NOTHING))).isEqualTo("unknown");
        }
    }

    private static String situation(JsonNode snapshot) {
        for (JsonNode entity : snapshot.get("entities")) {
            if (entity.get("kind").asText().equals("situation")) {
                return entity.get("id").asText();
            }
        }
        throw new AssertionError("the class has no situation");
    }

    private static String reason(JsonNode answer) {
        return answer.path("reason").asText();
    }

    private static ObjectNode board(String board) {
        return NOTHING.deepCopy().put("board", board);
    }

    private static ObjectNode token(String token) {
        return NOTHING.deepCopy().put("token", token);
    }

    private static ObjectNode classe() {
        ObjectNode classe =
                board("board0000009")
                        .put("label", "1X")
                        .put("year", "premiere")
                        .put("rentree", 2026);
        classe.putArray("specialites").add("ma");
        return classe;
    }
}
