package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.room.Limits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** How people get in over HTTP, and how they are turned away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysInTest {
    private static final String PASSWORD = "un mot de passe assez long";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, "Zoé", "zoe"));
    private Path folder = Path.of("");
    private ServerHere server;

    /** Who answers for the establishment. */
    private Http zoe;

    /** The responsable of the demonstration's class. */
    private Http claire;

    private String classe = "";

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
        folder = data;
        server = ServerHere.start(data, Limits.DEFAULT);
        zoe = new Http(server.url());
        claire = new Http(server.url());
        claire.post("/api/session", demonstration());
        classe = claire.get("/api/classes").json().get(0).get("board").asText();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        assertKeptQuiet();
    }

    /** P-2, P-10: neither the log nor the disk knows what only a browser may know. */
    private void assertKeptQuiet() throws IOException {
        for (ILoggingEvent event : log.list) {
            assertThat(event.getFormattedMessage()).doesNotContain(secrets);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    if (secret.length() > 20) {
                        assertThat(bytes.contains(secret)).as(file + " has a secret").isFalse();
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("P-1 P-2 P-3 the set-up link makes one responsable, once; no password is given")
    void setsUp() throws Exception {
        String token = secret(server.setUpToken());
        Http.Answer weak = zoe.post("/api/setup", account(token, "zoe", "court"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.json().get("what").asText()).isEqualTo("password");

        Http.Answer made = zoe.post("/api/setup", account(token, "zoe", PASSWORD));
        assertThat(made.status()).as("the link is still good").isEqualTo(200);
        secret(zoe.cookie());
        assertThat(zoe.get("/api/me").json().get("name").asText()).isEqualTo("Zoé");
        Http.Answer again =
                new Http(server.url()).post("/api/setup", account(token, "other", PASSWORD));
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.reason()).isEqualTo("noSuchLink");

        assertThat(claire.post("/api/resets", "{'login':'zoe'}").reason()).isEqualTo("denied");
        assertThat(zoe.post("/api/resets", "{'login':'nobody'}").status()).isEqualTo(404);
        resets(invited("lea"));
    }

    /** P-8 */
    private void resets(Http lea) throws Exception {
        String token =
                secret(zoe.post("/api/resets", "{'login':' LEA '}").json().get("token").asText());
        String fresh = secret("un autre mot de passe");
        String asked = "{'token':'" + token + "','password':'" + fresh + "'}";
        Http anew = new Http(server.url());
        try (ScriptedClient tab = ScriptedClient.signedIn(server.url(), lea.cookie())) {
            tab.connect();
            assertThat(anew.post("/api/reset", asked).status()).isEqualTo(200);
            assertThat(tab.await("closed").get("code").asInt())
                    .as("P-8 the person's other sessions have ended")
                    .isEqualTo(4403);
        }
        assertThat(lea.get("/api/me").status()).isEqualTo(401);
        assertThat(anew.get("/api/me").status()).isEqualTo(200);
        assertThat(anew.post("/api/reset", asked).status()).isEqualTo(410);
        assertThat(signIn("lea", PASSWORD).status()).isEqualTo(401);
        assertThat(signIn("Lea", fresh).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("P-5 an unknown login is refused in the same words as a wrong password")
    void tellsNoLogins() throws Exception {
        invited("known");
        Http.Answer wrong = signIn("known", "not the password");
        Http.Answer unknown = signIn("unknown", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.reason()).isEqualTo("wrongCredentials");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
    }

    @Test
    @DisplayName("P-6 many tries for one name must wait; another name at the same address need not")
    void slowsDown() throws Exception {
        invited("guessed");
        List<Http.Answer> refused = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Http.Answer>> tries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                tries.add(threads.submit(() -> signIn("guessed", "not the password")));
            }
            for (Future<Http.Answer> each : tries) {
                refused.add(each.get());
            }
        }
        List<Http.Answer> slowed =
                refused.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(refused).hasSizeGreaterThan(slowed.size());
        assertThat(slowed).isNotEmpty();
        assertThat(slowed.getFirst().reason()).isEqualTo("later");
        assertThat(slowed.getFirst().json().get("afterSeconds").asInt()).isPositive();
        assertThat(signIn("neighbour", "not the password").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("P-2 a demonstration link works once")
    void demonstratesOnce() throws Exception {
        assertThat(new Http(server.url()).post("/api/session", demonstration()).reason())
                .isEqualTo("noSuchLink");
    }

    @Test
    @DisplayName("P-13 an invitation gives the place of Y in one class, once, to one person")
    void invites() throws Exception {
        String asked = "{'board':'" + classe + "'}";
        Http other = invited("other");
        assertThat(other.post("/api/invitations", asked).reason()).isEqualTo("denied");
        assertThat(claire.post("/api/invitations", "{'board':'../etc'}").status()).isEqualTo(400);

        String token = invitation();
        Http lou = new Http(server.url());
        Http.Answer nobody = lou.post("/api/invitations/redeem", "{'token':'" + token + "'}");
        assertThat(nobody.reason()).as("who has no account says who it is").isEqualTo("signedOut");
        String joined = account(token, "lou", PASSWORD);
        assertThat(lou.post("/api/invitations/redeem", joined).json().get("board").asText())
                .isEqualTo(classe);
        assertThat(other.post("/api/invitations/redeem", "{'token':'" + token + "'}").status())
                .isEqualTo(410);

        String person = lou.get("/api/me").json().get("person").asText();
        JsonNode entities = lou.get("/api/boards/" + classe + "/snapshot").json().get("entities");
        JsonNode acces = entity(entities, classe + "~acces~" + person);
        assertThat(acces.at("/fields/role").asText()).isEqualTo("ecriture");
        assertThat(entities.findValuesAsText("y")).as("the place of Y").contains(person);
        assertThat(lou.get("/api/classes").json()).hasSize(1);
    }

    @Test
    @DisplayName("P-22 an invitation into the team gives the right to comment and a discipline")
    void invitesIntoTheTeam() throws Exception {
        String unknown = "{'board':'" + classe + "','discipline':'alchimie'}";
        assertThat(claire.post("/api/invitations", unknown).status()).isEqualTo(422);
        String asked = "{'board':'" + classe + "','discipline':'francais'}";
        Http writer = invited("writer");
        assertThat(writer.post("/api/invitations", asked).reason()).isEqualTo("denied");

        Http sophie = new Http(server.url());
        String token = secret(claire.post("/api/invitations", asked).json().get("token").asText());
        assertThat(
                        sophie.post("/api/invitations/redeem", account(token, "sophie", PASSWORD))
                                .status())
                .isEqualTo(200);
        String person = sophie.get("/api/me").json().get("person").asText();
        JsonNode entities =
                sophie.get("/api/boards/" + classe + "/snapshot").json().get("entities");
        assertThat(entity(entities, classe + "~acces~" + person).at("/fields/role").asText())
                .isEqualTo("commentaire");
        assertThat(
                        entity(entities, classe + "~enseignant~" + person)
                                .at("/fields/discipline")
                                .asText())
                .isEqualTo("francais");
        assertThat(entities.findValuesAsText("y")).doesNotContain(person);
    }

    @Test
    @DisplayName("P-13 an invitation of one who answers for the class no more is void")
    void voidsInvitations() throws Exception {
        String board = "handedover01";
        Http founder = invited("founding");
        Http heir = invited("heir");
        founder.post("/api/classes", classe(board));
        String asked = "{'board':'" + board + "'}";
        String first = founder.post("/api/invitations", asked).json().get("token").asText();
        String second = founder.post("/api/invitations", asked).json().get("token").asText();
        assertThat(heir.post("/api/invitations/redeem", "{'token':'" + first + "'}").status())
                .isEqualTo(200);
        handOver(board, founder, heir.get("/api/me").json().get("person").asText());

        Http late = invited("late");
        assertThat(late.post("/api/invitations/redeem", "{'token':'" + second + "'}").status())
                .isEqualTo(410);
    }

    /** Makes another the responsable of a class, and oneself one who reads. */
    private void handOver(String board, Http founder, String heir) throws Exception {
        String me = founder.get("/api/me").json().get("person").asText();
        long seq = founder.get("/api/boards/" + board + "/snapshot").json().get("seq").asLong();
        String client = "handing000000000000000000";
        try (ScriptedClient tab = ScriptedClient.signedIn(server.url(), founder.cookie())) {
            tab.connect();
            tab.join(board, client, seq);
            tab.say(
                    ScriptedClient.submit(
                            board,
                            client,
                            1,
                            seq,
                            role(board, heir, "responsable"),
                            role(board, me, "lecture")));
            tab.await("frame");
        }
    }

    private static ObjectNode role(String board, String person, String role) {
        return ScriptedClient.JSON
                .createObjectNode()
                .put("type", "setField")
                .put("id", board + "~acces~" + person)
                .put("field", "role")
                .put("value", role);
    }

    @Test
    @DisplayName(
            "P-7 P-11 S-13 signing out closes sockets within a second, and voids their tickets")
    void signsOutEverywhere() throws Exception {
        Http lea = invited("leaving");
        ScriptedClient door = ScriptedClient.signedIn(server.url(), lea.cookie());
        String ticket = door.ticket();
        try (ScriptedClient tab = door.another();
                ScriptedClient late = door.another()) {
            tab.connect();
            Instant from = Instant.now();
            lea.signOut();
            assertThat(tab.await("closed").get("code").asInt()).isEqualTo(4403);
            assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(1));

            late.connect(ticket, 1);
            assertThat(late.await("error").get("reason").asText()).isEqualTo("ticket");
            assertThat(late.await("closed").get("code").asInt()).isEqualTo(4401);
        }
    }

    @Test
    @DisplayName(
            "S-6 a board that is not there and one that is another's are told apart by nothing")
    void hidesBoards() throws Exception {
        Http stranger = invited("stranger");
        Http founder = invited("founder");
        String board = "strangers001";
        assertThat(founder.post("/api/classes", classe(board)).status()).isEqualTo(200);
        assertThat(founder.get("/api/boards/" + board + "/snapshot").status()).isEqualTo(200);

        for (String id : List.of(board, "nothing00001", "short", "a.b.c.d.e.f.")) {
            Http.Answer answer = stranger.get("/api/boards/" + id + "/snapshot");
            assertThat(answer.status()).as(id).isEqualTo(404);
            assertThat(answer.response().body()).isEqualTo("{\"reason\":\"noBoard\"}");
        }
        assertThat(stranger.post("/api/invitations", "{'board':'" + board + "'}").reason())
                .isEqualTo("denied");
        assertThat(stranger.post("/api/classes", classe(board)).reason()).isEqualTo("taken");
        assertThat(founder.post("/api/classes", classe(board)).status())
                .as("asked twice, made once")
                .isEqualTo(200);
        assertThat(founder.get("/api/classes").json()).hasSize(2);
    }

    @Test
    @DisplayName(
            "P-14 what is no request of ours comes to a typed error, and nothing of it is told back")
    void refusesOtherBodies() throws Exception {
        Http somebody = invited("somebody");
        for (String body :
                List.of(
                        "",
                        "null",
                        "[]",
                        "3",
                        "{",
                        "{'login':'zoe'}",
                        "{'login':'zoe','password':null}",
                        "{'login':{'$ne':1},'password':'x'}",
                        "{'login':'zoe','password':'x','admin':true}",
                        "{'login':'zoe','password':'x','__proto__':{}}",
                        "{'login':'zoe','password':'x'} {}",
                        "[".repeat(5_000))) {
            Http.Answer answer = new Http(server.url()).post("/api/session", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.response().body()).isEqualTo("{\"reason\":\"malformed\"}");
        }
        assertThat(somebody.post("/api/tickets", "{'more':1}").reason()).isEqualTo("malformed");
        assertThat(somebody.post("/api/tickets", "{}").status()).isEqualTo(200);
        Http.Answer big = somebody.post("/api/session", "'" + "x".repeat(64 << 10) + "'");
        assertThat(big.status()).isEqualTo(413);
        assertThat(big.reason()).isEqualTo("tooBig");
        assertThat(somebody.get("/api/nothing").reason()).isEqualTo("unknown");
        for (String path : List.of("/api/me", "/api/classes", "/api/boards/x/snapshot")) {
            assertThat(somebody.as("binome=forged").get(path).reason()).isEqualTo("signedOut");
        }
        Http.Answer label =
                somebody.post("/api/classes", classe("refused00001").replace("2MRC", "2\\u0007"));
        assertThat(label.status()).isEqualTo(422);
        assertThat(label.json().get("what").asText()).isEqualTo("label");
    }

    /** Somebody with an account, by an invitation into the class of the demonstration. */
    private Http invited(String login) throws Exception {
        Http guest = new Http(server.url());
        Http.Answer joined =
                guest.post("/api/invitations/redeem", account(invitation(), login, PASSWORD));
        assertThat(joined.status()).isEqualTo(200);
        secret(guest.cookie());
        return guest;
    }

    private String invitation() throws Exception {
        Http.Answer invited = claire.post("/api/invitations", "{'board':'" + classe + "'}");
        return secret(invited.json().get("token").asText());
    }

    private Http.Answer signIn(String login, String password) throws Exception {
        return new Http(server.url())
                .post("/api/session", "{'login':'%s','password':'%s'}".formatted(login, password));
    }

    private String demonstration() {
        return "{'token':'" + secret(server.tokenOf("Claire")) + "'}";
    }

    private static String account(String token, String login, String password) {
        return "{'token':'%s','name':'Zoé','login':'%s','password':'%s'}"
                .formatted(token, login, password);
    }

    private static String classe(String board) {
        return "{'board':'%s','label':'2MRC','year':'seconde','rentree':2026,'specialites':['ma']}"
                .formatted(board);
    }

    private static JsonNode entity(JsonNode entities, String id) {
        for (JsonNode entity : entities) {
            if (entity.get("id").asText().equals(id)) {
                return entity;
            }
        }
        throw new AssertionError(id + " is not there");
    }

    /** What may stand in no log and on no disk. */
    private String secret(String secret) {
        secrets.add(secret.substring(secret.indexOf('=') + 1));
        return secret;
    }
}
