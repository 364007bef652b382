package fr.binome;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What carries the messages of a {@link ScriptedClient}: each that comes down is put in a queue,
 * and at the end {@code closed} with the code.
 */
sealed interface Carriage {
    void send(String text) throws IOException, InterruptedException;

    /** Sends several messages, in order, together where the way allows it. */
    default void sendAll(List<String> texts) throws IOException, InterruptedException {
        for (String text : texts) {
            send(text);
        }
    }

    /** Ends without a word. */
    void abort();

    /** Where the server is, and as whom. */
    record Door(String url, String cookie, String origin) {
        HttpRequest.Builder post(String path, String body) {
            return HttpRequest.newBuilder(URI.create(url + "/api/" + path))
                    .header("cookie", cookie)
                    .header("origin", origin)
                    .header("x-binome", "1")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }
    }

    /** The ways to connect. */
    enum Kind {
        WEB_SOCKET {
            @Override
            Carriage open(Door door, String hello, Queue<JsonNode> heard) {
                Socket socket = new Socket(door, heard);
                socket.send(hello);
                return socket;
            }
        },
        STREAM {
            @Override
            Carriage open(Door door, String hello, Queue<JsonNode> heard)
                    throws IOException, InterruptedException {
                return new Exchange(door, hello, heard, true);
            }
        },
        POLL {
            @Override
            Carriage open(Door door, String hello, Queue<JsonNode> heard)
                    throws IOException, InterruptedException {
                return new Exchange(door, hello, heard, false);
            }
        };

        abstract Carriage open(Door door, String hello, Queue<JsonNode> heard)
                throws IOException, InterruptedException;
    }

    private static JsonNode closed(int code) {
        return ScriptedClient.JSON.createObjectNode().put("type", "closed").put("code", code);
    }

    /** S-1. */
    final class Socket implements Carriage {
        private final Queue<JsonNode> heard;
        private final WebSocket socket;

        Socket(Door door, Queue<JsonNode> heard) {
            this.heard = heard;
            this.socket =
                    ScriptedClient.HTTP
                            .newWebSocketBuilder()
                            .header("Origin", door.origin)
                            .subprotocols("binome.v1")
                            .buildAsync(
                                    URI.create(door.url.replace("http", "ws") + "/ws"), new Ears())
                            .join();
        }

        @Override
        public void send(String text) {
            socket.sendText(text, true).join();
        }

        /** What no message of the protocol is. */
        void sendBinary(byte[] bytes) {
            socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        }

        @Override
        public void abort() {
            socket.abort();
        }

        private final class Ears implements WebSocket.Listener {
            private final ByteArrayOutputStream message = new ByteArrayOutputStream();

            @Override
            public @Nullable CompletionStage<?> onBinary(
                    WebSocket from, ByteBuffer data, boolean last) {
                byte[] bytes = new byte[data.remaining()];
                data.get(bytes);
                message.writeBytes(bytes);
                if (last) {
                    try {
                        heard.add(ScriptedClient.JSON.readTree(message.toByteArray()));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    message.reset();
                }
                from.request(1);
                return null;
            }

            @Override
            public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                heard.add(closed(code));
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void onError(WebSocket from, Throwable error) {
                heard.add(closed(1006));
            }
        }
    }

    /** S-70 and on: posts go up; down come the lines of one answer, or of one after the other. */
    final class Exchange implements Carriage {
        private final Door door;
        private final String session;
        private final Queue<JsonNode> heard;
        private final boolean stays;
        private final Thread reading;

        Exchange(Door door, String hello, Queue<JsonNode> heard, boolean stays)
                throws IOException, InterruptedException {
            this.door = door;
            this.heard = heard;
            this.stays = stays;
            this.session =
                    ScriptedClient.JSON
                            .readTree(answer(door.post("sessions", hello)).body())
                            .get("session")
                            .asText();
            this.reading = Thread.ofVirtual().start(this::read);
        }

        private static HttpResponse<String> answer(HttpRequest.Builder request)
                throws IOException, InterruptedException {
            return ScriptedClient.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        private void read() {
            HttpRequest request =
                    door.post(stays ? "sessions/stream" : "sessions/poll", "")
                            .header("x-binome-session", session)
                            .build();
            try {
                boolean goesOn = true;
                while (goesOn) {
                    HttpResponse<InputStream> answer =
                            ScriptedClient.HTTP.send(
                                    request, HttpResponse.BodyHandlers.ofInputStream());
                    try (BufferedReader lines =
                            new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
                        boolean closed = answer.statusCode() == 200 && hear(lines);
                        goesOn = !closed && !stays && answer.statusCode() == 200;
                        if (!closed && !goesOn) {
                            heard.add(closed(1006));
                        }
                    }
                }
            } catch (IOException e) {
                heard.add(closed(1006));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** A line is a message; answers whether the last one was the goodbye. */
        private boolean hear(BufferedReader lines) throws IOException {
            boolean closed = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    JsonNode message = ScriptedClient.JSON.readTree(line);
                    closed = message.get("type").asText().equals("closed");
                    heard.add(message);
                }
            }
            return closed;
        }

        /** Posts; a session that is dead is told as the end of the connection. */
        @Override
        public void send(String text) throws IOException, InterruptedException {
            if (post(text) != 200) {
                heard.add(closed(1006));
            }
        }

        @Override
        public void sendAll(List<String> texts) throws IOException, InterruptedException {
            send(String.join("\n", texts));
        }

        private int post(String lines) throws IOException, InterruptedException {
            return answer(door.post("sessions/up", lines).header("x-binome-session", session))
                    .statusCode();
        }

        @Override
        public void abort() {
            reading.interrupt();
        }
    }
}
