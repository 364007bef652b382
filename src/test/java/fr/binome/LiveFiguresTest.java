package fr.binome;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.room.Limits;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * How long an edit takes from the one who asks it to those who see it, over real sockets, all on
 * this machine. The figures are printed, for {@code evidence.md}; what can fail here is that
 * somebody does not see an edit.
 */
@Tag("long")
class LiveFiguresTest {
    private static final int VIEWERS = 1_000;
    private static final int PER_SECOND = 20;
    private static final int WARM_UP = 100;
    private static final int MEASURED = 200;
    private static final String WRITER = "writer000000000000000000";

    /** None that a person could reach. */
    private static final Limits RAISED =
            new Limits(
                    256 << 10,
                    1_000_000,
                    1_000_000,
                    1_000_000_000,
                    1_000_000_000,
                    20,
                    Limits.DEFAULT.helloMillis());

    @TempDir private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient sockets =
            vertx.createWebSocketClient(
                    new WebSocketClientOptions()
                            .setMaxConnections(VIEWERS + 10)
                            // Who is here is told in one message: of a thousand it is a long one.
                            .setMaxFrameSize(1 << 20));

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    @DisplayName("S-40 from submit to seen by a colleague, in memory and in the embedded store")
    void submitToSeen() throws Exception {
        try (ServerHere server = ServerHere.inMemory(RAISED)) {
            System.out.println("submit to seen, in memory: " + toOne(server));
        }
        try (ServerHere server = ServerHere.start(folder, RAISED)) {
            System.out.println("submit to seen, embedded store: " + toOne(server));
        }
    }

    private Seen toOne(ServerHere server) throws Exception {
        return throughServer(
                server.url(), server.tokenOf("Claire"), server.tokenOf("Mehdi"), 1, 50, 800);
    }

    @Test
    @DisplayName("S-40 1,000 viewers at 20 edits a second, beside a broadcast of Vert.x alone")
    void fanOut() throws Exception {
        throughVertx("Vert.x alone");
        try (ServerProcess server = ServerProcess.start(folder)) {
            Seen seen =
                    throughServer(
                            server.url(),
                            server.tokenOf("Claire"),
                            server.tokenOf("Mehdi"),
                            VIEWERS,
                            PER_SECOND,
                            MEASURED);
            System.out.println(VIEWERS + " viewers, embedded store: " + seen);
        }
        throughVertx("Vert.x alone again");
    }

    /** Edits of one person, each seen by every viewer. */
    private Seen throughServer(
            String url, String token, String other, int viewers, int perSecond, int edits)
            throws Exception {
        try (ScriptedClient writer = new ScriptedClient(url)) {
            writer.signIn(token);
            String board = writer.get("classes").get(0).get("board").asText();
            JsonNode snapshot = writer.get("boards/" + board + "/snapshot");
            String situation = situationIn(snapshot);
            writer.connect();
            writer.join(board, WRITER, snapshot.get("seq").asLong());
            long head = writer.await("state").get("head").asLong();
            Seen seen = new Seen(viewers, WARM_UP, edits);
            seen.board(head);
            ScriptedClient door = new ScriptedClient(url);
            door.signIn(other);
            for (int viewer = 0; viewer < viewers; viewer++) {
                WebSocket socket = listen(url, "/ws", seen);
                socket.writeTextMessage(
                        "{\"type\":\"hello\",\"ticket\":\"%s\",\"protocol\":1,\"build\":\"test\"}"
                                .formatted(door.ticket()));
                socket.writeTextMessage(
                        "{\"type\":\"join\",\"board\":\"%s\",\"client\":\"viewer%018d\",\"incarnation\":\"i1\",\"since\":%d}"
                                .formatted(board, viewer, head));
            }
            seen.awaitJoined();
            AtomicInteger number = new AtomicInteger();
            pace(
                    WARM_UP + edits,
                    perSecond,
                    now ->
                            say(
                                    writer,
                                    ScriptedClient.submit(
                                            board,
                                            WRITER,
                                            number.incrementAndGet(),
                                            seen.board(),
                                            ScriptedClient.insert(
                                                    situation, "consigne", 0, Seen.stamp(now)))));
            seen.awaitAll();
            return seen;
        }
    }

    /** A frame as ours, written to every socket by a server that does nothing else. */
    private void throughVertx(String what) throws Exception {
        try (Broadcast server = Broadcast.start()) {
            Seen seen = new Seen(VIEWERS, WARM_UP, MEASURED);
            WebSocket writer = listen(server.url(), "/", new Seen(1, 0, WARM_UP + MEASURED));
            for (int viewer = 0; viewer < VIEWERS; viewer++) {
                listen(server.url(), "/", seen);
            }
            pace(
                    WARM_UP + MEASURED,
                    PER_SECOND,
                    now ->
                            vertx.runOnContext(
                                    _ ->
                                            writer.writeBinaryMessage(
                                                    Buffer.buffer(frame(Seen.stamp(now))))));
            seen.awaitAll();
            System.out.println(VIEWERS + " viewers, " + what + ": " + seen);
        }
    }

    private static String frame(String word) {
        return """
        {"type":"frame","board":"board0000000000000001","from":100,"to":101,"submissions":[{"seq":101,\
        "by":"person000000000000001","pen":1,"number":100,"at":"2026-11-25T00:00:00.000Z","changes":[{\
        "type":"edit","id":"situation000000000001","field":"consigne","delta":[{"insert":"%s"}]}]}]}"""
                .formatted(word);
    }

    private WebSocket listen(String url, String path, Seen seen) {
        WebSocketConnectOptions options =
                new WebSocketConnectOptions()
                        .setHost("localhost")
                        .setPort(URI.create(url).getPort())
                        .setURI(path)
                        .addHeader("origin", url)
                        .addSubProtocol("binome.v1");
        return await(
                sockets.connect(options)
                        .onSuccess(
                                socket ->
                                        socket.binaryMessageHandler(
                                                bytes -> seen.hear(bytes.toString()))));
    }

    /** Does something so many times a second, whether or not the one before has come through. */
    private static void pace(int times, int perSecond, LongConsumer act) {
        long from = System.nanoTime();
        for (int at = 0; at < times; at++) {
            long due = from + at * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            act.accept(System.nanoTime());
        }
    }

    private static void say(ScriptedClient client, String text) {
        try {
            client.say(text);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static String situationIn(JsonNode snapshot) {
        for (JsonNode entity : snapshot.get("entities")) {
            if (entity.get("kind").asText().equals("situation")) {
                return entity.get("id").asText();
            }
        }
        throw new AssertionError("the demonstration has situations");
    }
}
