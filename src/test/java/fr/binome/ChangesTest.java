package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.room.Limits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What others have changed, and the models, as a browser asks for them over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest {
    private ServerHere server;
    private Http claire;
    private String classe = "";

    @BeforeAll
    void start() throws Exception {
        server = ServerHere.inMemory(Limits.DEFAULT);
        claire = signedIn("Claire");
        classe = claire.get("/api/classes").json().get(0).get("board").asText();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Http signedIn(String name) throws Exception {
        Http http = new Http(server.url());
        String asked = "{'token':'" + server.tokenOf(name) + "'}";
        assertThat(http.post("/api/session", asked).status()).isEqualTo(200);
        return http;
    }

    private String path(String since) {
        return "/api/boards/" + classe + "/changes" + since;
    }

    @Test
    @DisplayName("V-98 whoever asks first is told up to where to ask from, and nothing else")
    void first() throws Exception {
        JsonNode told = claire.get(path("")).json();
        assertThat(told.get("head").asLong()).isPositive();
        assertThat(told.has("tooOld")).isFalse();
        assertThat(told.get("things")).isEmpty();
    }

    @Test
    @DisplayName("V-98 what others have changed is told with who, what and when; one's own is not")
    void tells() throws Exception {
        JsonNode mine = claire.get(path("?since=0")).json();
        JsonNode theirs = signedIn("Mehdi").get(path("?since=0")).json();
        assertThat(mine.get("head")).isEqualTo(theirs.get("head"));
        assertThat(theirs.get("things").findValuesAsText("kind")).contains("situation");
        JsonNode situation = theirs.get("things").get(0);
        for (JsonNode thing : theirs.get("things")) {
            if (thing.get("kind").asText().equals("situation")) {
                situation = thing;
            }
        }
        assertThat(situation.get("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        String me = claire.get("/api/me").json().get("person").asText();
        assertThat(situation.get("by").get(0).asText()).isEqualTo(me);
        assertThat(situation.get("what").toString()).contains("etape");
        for (JsonNode thing : mine.get("things")) {
            assertThat(thing.get("by").toString()).doesNotContain(me);
        }
        String head = mine.get("head").asText();
        assertThat(claire.get(path("?since=" + head)).json().get("things")).isEmpty();
    }

    @Test
    @DisplayName("V-98 what never was is too old to be told")
    void tooOld() throws Exception {
        JsonNode told = claire.get(path("?since=999999999")).json();
        assertThat(told.get("tooOld").asBoolean()).isTrue();
        assertThat(told.get("things")).isEmpty();
    }

    @Test
    @DisplayName("V-98 a since that is no number is refused; a board that is none is not found")
    void refuses() throws Exception {
        for (String since : new String[] {"?since=", "?since=-1", "?since=x", "?since=1e3"}) {
            assertThat(claire.get(path(since)).status()).as(since).isEqualTo(400);
        }
        assertThat(claire.get(path("?since=1234567890123456")).status()).isEqualTo(400);
        for (String board : new String[] {"short", "nosuchboard1", "nosuch~board"}) {
            Http.Answer answer = claire.get("/api/boards/" + board + "/changes?since=0");
            assertThat(answer.status()).as(board).isEqualTo(404);
            assertThat(answer.reason()).isEqualTo("noBoard");
        }
    }

    @Test
    @DisplayName("V-98 a board that one may not read is not found, and nothing without a session")
    void hides() throws Exception {
        assertThat(new Http(server.url()).get(path("?since=0")).status()).isEqualTo(401);
        Http zoe = new Http(server.url());
        String account =
                "{'token':'%s','name':'Zoé','login':'zoe','password':'un mot de passe assez long'}";
        zoe.post("/api/setup", account.formatted(server.setUpToken()));
        assertThat(zoe.get("/api/me").status()).isEqualTo(200);
        Http.Answer answer = zoe.get(path("?since=0"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.reason()).isEqualTo("noBoard");
    }

    @Test
    @DisplayName("V-121 the models are for whoever is signed in")
    void modeles() throws Exception {
        assertThat(new Http(server.url()).get("/api/modeles").status()).isEqualTo(401);
        Http.Answer answer = claire.get("/api/modeles");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().findValuesAsText("year")).contains("seconde", "terminale");
    }
}
