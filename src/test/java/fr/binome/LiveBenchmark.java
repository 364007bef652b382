package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.room.Limits;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * How long an edit takes from the one who asks it to the ones who see it, over real sockets: each
 * edit carries the moment at which it was sent, and everything runs on this machine. The figures
 * are printed, for {@code evidence.md}; nothing here fails for being slow.
 */
@Tag("long")
class LiveBenchmark {
    private static final Limits NONE =
            new Limits(
                    256 << 10,
                    1_000_000,
                    1_000_000,
                    1_000_000_000,
                    1_000_000_000,
                    20,
                    Limits.DEFAULT.helloMillis());
    private static final int VIEWERS = 1_000;
    private static final int WARM_UP = 100;

    @TempDir private Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    @DisplayName("S-40 from submit to seen by a colleague, in memory and in the embedded store")
    void submitToSeen() throws Exception {
        try (ServerHere server = ServerHere.inMemory(NONE)) {
            print("submit to seen, in memory", throughServer(server, 1, 2_000, 100));
        }
        try (ServerHere server = ServerHere.start(folder, NONE)) {
            print("submit to seen, embedded store", throughServer(server, 1, 2_000, 100));
        }
    }

    @Test
    @DisplayName("S-40 1,000 viewers at 20 edits a second, beside a broadcast of Vert.x alone")
    void fanOut() throws Exception {
        print("1,000 viewers, Vert.x alone", throughVertx(VIEWERS, 400, 20));
        try (ServerHere server = ServerHere.start(folder, NONE)) {
            print("1,000 viewers, embedded store", throughServer(server, VIEWERS, 400, 20));
        }
        print("1,000 viewers, Vert.x alone again", throughVertx(VIEWERS, 400, 20));
    }

    /** Edits of one person, each seen by every viewer. */
    private Seen throughServer(ServerHere server, int viewers, int edits, int perSecond)
            throws Exception {
        try (ScriptedClient writer = new ScriptedClient(server.url())) {
            writer.signIn(server.tokenOf("Claire"));
            String board = writer.get("classes").get(0).get("board").asText();
            JsonNode snapshot = writer.get("boards/" + board + "/snapshot");
            String situation = situationIn(snapshot);
            writer.connect();
            writer.join(board, "writer000000000000000000", snapshot.get("seq").asLong());
            long head = writer.await("state").get("head").asLong();

            Seen seen = new Seen(viewers, edits);
            seen.head.set(head);
            ScriptedClient door = new ScriptedClient(server.url());
            door.signIn(server.tokenOf("Mehdi"));
            for (int viewer = 0; viewer < viewers; viewer++) {
                String hello =
                        "{\"type\":\"hello\",\"ticket\":\"%s\",\"protocol\":1,\"build\":\"test\"}"
                                .formatted(door.ticket());
                String join =
                        "{\"type\":\"join\",\"board\":\"%s\",\"client\":\"viewer%018d\",\"incarnation\":\"i1\",\"since\":%d}"
                                .formatted(board, viewer, head);
                listen(server.url(), "/ws", seen, List.of(hello, join));
            }
            assertThat(seen.joined.await(120, TimeUnit.SECONDS)).as("all have joined").isTrue();

            AtomicInteger number = new AtomicInteger();
            pace(
                    edits,
                    perSecond,
                    now ->
                            say(
                                    writer,
                                    ScriptedClient.submit(
                                            board,
                                            "writer000000000000000000",
                                            number.incrementAndGet(),
                                            seen.head.get(),
                                            ScriptedClient.insert(
                                                    situation, "consigne", 0, stamp(now)))));
            return seen.all();
        }
    }

    /** The same bytes from a server that does nothing but write them to every socket. */
    private Seen throughVertx(int viewers, int edits, int perSecond) throws Exception {
        List<ServerWebSocket> sockets = new ArrayList<>();
        HttpServer server =
                await(
                        vertx.createHttpServer(
                                        new HttpServerOptions()
                                                .addWebSocketSubProtocol("binome.v1"))
                                .webSocketHandler(
                                        socket -> {
                                            sockets.add(socket);
                                            socket.writeBinaryMessage(
                                                    Buffer.buffer("{\"type\":\"state\"}"));
                                        })
                                .listen(0, "localhost"));
        Seen seen = new Seen(viewers, edits);
        String url = "http://localhost:" + server.actualPort();
        for (int viewer = 0; viewer < viewers; viewer++) {
            listen(url, "/", seen, List.of());
        }
        assertThat(seen.joined.await(120, TimeUnit.SECONDS)).as("all have joined").isTrue();
        String frame =
                """
                {"type":"frame","board":"board0000000000000001","from":100,"to":101,"submissions":[{"seq":101,\
                "by":"person000000000000001","pen":1,"number":100,"at":"2026-11-25T00:00:00.000Z","changes":[{\
                "type":"edit","id":"situation000000000001","field":"consigne","delta":[{"insert":"%s"}]}]}]}""";
        pace(
                edits,
                perSecond,
                now ->
                        vertx.runOnContext(
                                nothing -> {
                                    Buffer bytes = Buffer.buffer(frame.formatted(stamp(now)));
                                    sockets.forEach(socket -> socket.writeBinaryMessage(bytes));
                                }));
        Seen all = seen.all();
        await(server.close());
        return all;
    }

    private void listen(String url, String path, Seen seen, List<String> first) throws Exception {
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions());
        WebSocketConnectOptions options =
                new WebSocketConnectOptions()
                        .setHost("localhost")
                        .setPort(URI.create(url).getPort())
                        .setURI(path)
                        .addHeader("origin", url)
                        .addSubProtocol("binome.v1");
        await(
                client.connect(options)
                        .onSuccess(
                                socket -> {
                                    socket.binaryMessageHandler(
                                            bytes -> seen.hear(bytes.toString()));
                                    first.forEach(socket::writeTextMessage);
                                }));
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

    private static String stamp(long now) {
        return "<" + now + ">";
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

    private static void print(String what, Seen seen) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d seen, p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                what,
                seen.sorted.length,
                seen.millis(0.5),
                seen.millis(0.99),
                seen.millis(1));
    }

    /** What all viewers have seen, and when. The first edits only warm everything up. */
    private static final class Seen {
        final CountDownLatch joined;
        private final CountDownLatch left;
        private final int viewers;
        private final long[] nanos;
        private final AtomicInteger heard = new AtomicInteger();

        /** How far the board is: what is asked is asked on that, as a client does. */
        final AtomicLong head = new AtomicLong();

        long[] sorted = {};

        Seen(int viewers, int edits) {
            this.viewers = viewers;
            this.joined = new CountDownLatch(viewers);
            this.left = new CountDownLatch(viewers * edits);
            this.nanos = new long[viewers * edits];
        }

        void hear(String text) {
            if (text.startsWith("{\"type\":\"state\"")) {
                joined.countDown();
                return;
            }
            int to = text.indexOf("\"to\":") + 5;
            if (to > 4) {
                long seq = Long.parseLong(text, to, text.indexOf(',', to), 10);
                head.accumulateAndGet(seq, Math::max);
            }
            // A frame may hold more than one edit.
            for (int at = text.indexOf("\"<"); at >= 0; at = text.indexOf("\"<", at + 1)) {
                long sent = Long.parseLong(text, at + 2, text.indexOf('>', at), 10);
                nanos[heard.getAndIncrement()] = System.nanoTime() - sent;
                left.countDown();
            }
        }

        Seen all() throws InterruptedException {
            assertThat(left.await(120, TimeUnit.SECONDS)).as("all edits seen by all").isTrue();
            sorted = Arrays.copyOfRange(nanos, WARM_UP * viewers, nanos.length);
            Arrays.sort(sorted);
            return this;
        }

        double millis(double quantile) {
            int at = (int) Math.min(sorted.length - 1, Math.round(quantile * sorted.length));
            return sorted[at] / 1e6;
        }
    }
}
