package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.room.Limits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What only sessions over HTTP have: what they answer to requests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpSessionTest {
    private ServerHere server;
    private ScriptedClient claire;
    private ScriptedClient mehdi;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = ServerHere.start(folder, Limits.DEFAULT);
        claire = new ScriptedClient(server.url());
        claire.signIn(server.tokenOf("Claire"));
        mehdi = new ScriptedClient(server.url());
        mehdi.signIn(server.tokenOf("Mehdi"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("S-70 what does not come from our own pages is denied")
    void guardsOrigin() throws Exception {
        String hello = hello(claire.ticket());
        for (HttpRequest.Builder request :
                List.of(
                        new Carriage.Door(server.url(), claire.cookie(), "http://evil.example")
                                .post("sessions", hello),
                        claire.door().post("sessions", hello).setHeader("x-binome", "0"),
                        claire.door().post("sessions/up", "").setHeader("origin", "null"),
                        claire.door().post("sessions/stream", "").setHeader("x-binome", "0"))) {
            HttpResponse<String> answer = text(request);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"reason\":\"denied\"}");
        }
        // The ticket is still good: nothing came of it.
        assertThat(text(claire.door().post("sessions", hello)).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("S-71 S-76 a session is found by its secret, and only with its own cookie")
    void isOnesOwn() throws Exception {
        String session = open(claire);
        assertThat(up(claire, session, "{\"type\":\"ping\",\"id\":1}").statusCode()).isEqualTo(200);
        for (HttpResponse<String> refused :
                List.of(
                        up(mehdi, session, "{\"type\":\"ping\",\"id\":1}"),
                        up(claire, "another", "{\"type\":\"ping\",\"id\":1}"),
                        text(mehdi.door().post("sessions/poll", "").header(SESSION, session)),
                        text(claire.door().post("sessions/stream", "")))) {
            assertThat(refused.statusCode()).isEqualTo(410);
            assertThat(refused.body()).isEqualTo("{\"reason\":\"session\"}");
        }
    }

    @Test
    @DisplayName("S-76 a post for a dead session is refused, and nothing in it is decided")
    void decidesNothingForTheDead() throws Exception {
        String board = claire.get("classes").get(0).get("board").asText();
        long head = claire.get("boards/" + board + "/snapshot").get("seq").asLong();
        String client = "dead000000000000000000000";
        String session = open(claire);
        String join =
                "{\"type\":\"join\",\"board\":\"%s\",\"client\":\"%s\",\"incarnation\":\"i1\",\"since\":%d}"
                        .formatted(board, client, head);
        assertThat(up(claire, session, join).statusCode()).isEqualTo(200);
        HttpResponse<InputStream> stream = stream(claire, session);
        stream.body().close();
        awaitDeath(session);

        HttpResponse<String> refused =
                up(
                        claire,
                        session,
                        ScriptedClient.submit(
                                board,
                                client,
                                1,
                                head,
                                ScriptedClient.insert(board, "label", 0, "é")));
        assertThat(refused.statusCode()).isEqualTo(410);
        assertThat(claire.get("boards/" + board + "/snapshot").get("seq").asLong()).isEqualTo(head);
    }

    /** The server sees the end of a connection when the network tells it. */
    private void awaitDeath(String session) throws IOException, InterruptedException {
        while (up(claire, session, "").statusCode() == 200) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("S-72 the stream begins at once, uncompressed, and one reads it")
    void streams() throws Exception {
        String session = open(claire);
        HttpResponse<InputStream> stream = stream(claire, session);
        assertThat(stream.headers().firstValue("content-type"))
                .hasValue("application/x-ndjson; charset=utf-8");
        assertThat(stream.headers().firstValue("content-encoding").orElse("identity"))
                .isEqualTo("identity");
        assertThat(stream.body().read()).isEqualTo('\n');

        HttpResponse<String> second =
                text(claire.door().post("sessions/poll", "").header(SESSION, session));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).isEqualTo("{\"reason\":\"reading\"}");
        stream.body().close();
    }

    @Test
    @DisplayName("S-73 a poll ends with what waited, and the next goes on after it")
    void polls() throws Exception {
        String session = open(claire);
        assertThat(poll(session)).startsWith("{\"type\":\"welcome\"").endsWith("}\n");
        up(claire, session, "{\"type\":\"ping\",\"id\":1}\n{\"type\":\"ping\",\"id\":2}\n");
        assertThat(poll(session))
                .isEqualTo(
                        """
                        {"type":"pong","id":1,"heads":{}}
                        {"type":"pong","id":2,"heads":{}}
                        """);
    }

    @Test
    @DisplayName("S-75 a body that is far too long is refused whole, and the session lives")
    void refusesLongBodies() throws Exception {
        String session = open(claire);
        poll(session);
        HttpResponse<String> refused =
                up(claire, session, "{\"type\":\"ping\",\"id\":1}\n".repeat(200_000));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).isEqualTo("{\"reason\":\"tooBig\"}");
        up(claire, session, "{\"type\":\"ping\",\"id\":2}");
        assertThat(poll(session)).isEqualTo("{\"type\":\"pong\",\"id\":2,\"heads\":{}}\n");
    }

    private static final String SESSION = "x-binome-session";

    private static String hello(String ticket) {
        return "{\"type\":\"hello\",\"ticket\":\"%s\",\"protocol\":1,\"build\":\"test\"}"
                .formatted(ticket);
    }

    private static String open(ScriptedClient person) throws IOException, InterruptedException {
        return ScriptedClient.JSON
                .readTree(text(person.door().post("sessions", hello(person.ticket()))).body())
                .get("session")
                .asText();
    }

    private static HttpResponse<String> up(ScriptedClient person, String session, String lines)
            throws IOException, InterruptedException {
        return text(person.door().post("sessions/up", lines).header(SESSION, session));
    }

    private String poll(String session) throws IOException, InterruptedException {
        return text(claire.door().post("sessions/poll", "").header(SESSION, session)).body();
    }

    private static HttpResponse<InputStream> stream(ScriptedClient person, String session)
            throws IOException, InterruptedException {
        return ScriptedClient.HTTP.send(
                person.door()
                        .post("sessions/stream", "")
                        .header(SESSION, session)
                        .header("accept-encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static HttpResponse<String> text(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return ScriptedClient.HTTP.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
