package fr.binome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client written from the protocol's page alone, over real sockets; a script tells it what to do.
 */
final class ScriptedClient implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private String cookie;
    private final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private @Nullable WebSocket socket;

    ScriptedClient(String url) {
        this(url, "");
    }

    private ScriptedClient(String url, String cookie) {
        this.url = url;
        this.cookie = cookie;
    }

    /** Another tab of the same person. */
    ScriptedClient another() {
        return new ScriptedClient(url, cookie);
    }

    JsonNode signIn(String token) throws IOException, InterruptedException {
        return post("session", JSON.createObjectNode().put("token", token));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).build());
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return answer(
                request(path)
                        .header("x-binome", "1")
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/" + path)).header("cookie", cookie);
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        response.headers()
                .firstValue("set-cookie")
                .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return JSON.readTree(response.body());
    }

    /** Opens a socket and says hello; answers the welcome. */
    JsonNode connect() throws IOException, InterruptedException {
        String ticket = post("tickets", JSON.createObjectNode()).get("ticket").asText();
        heard.clear();
        socket =
                HTTP.newWebSocketBuilder()
                        .header("Origin", url)
                        .subprotocols("binome.v1")
                        .buildAsync(URI.create(url.replace("http", "ws") + "/ws"), new Ears())
                        .join();
        say(
                JSON.createObjectNode()
                        .put("type", "hello")
                        .put("ticket", ticket)
                        .put("protocol", 1)
                        .put("build", "test"));
        return await("welcome");
    }

    void say(JsonNode message) {
        say(message.toString());
    }

    void say(String text) {
        WebSocket open = socket;
        if (open != null) {
            open.sendText(text, true).join();
        }
    }

    void join(String board, String client, long since) {
        say(
                JSON.createObjectNode()
                        .put("type", "join")
                        .put("board", board)
                        .put("client", client)
                        .put("incarnation", "i1")
                        .put("since", since));
    }

    static String submit(
            String board, String client, long number, long base, ObjectNode... commands) {
        ObjectNode submit =
                JSON.createObjectNode()
                        .put("type", "submit")
                        .put("board", board)
                        .put("client", client)
                        .put("number", number)
                        .put("base", base);
        ArrayNode list = submit.putArray("commands");
        for (ObjectNode command : commands) {
            list.add(command);
        }
        return submit.toString();
    }

    static ObjectNode insert(String id, String field, int at, String text) {
        ObjectNode edit =
                JSON.createObjectNode().put("type", "editText").put("id", id).put("field", field);
        ArrayNode delta = edit.putArray("delta");
        if (at > 0) {
            delta.addObject().put("retain", at);
        }
        delta.addObject().put("insert", text);
        return edit;
    }

    /** The next message of that type, those before it being dropped. */
    JsonNode await(String type) throws InterruptedException {
        while (true) {
            JsonNode message = next();
            if (message.get("type").asText().equals(type)) {
                return message;
            }
        }
    }

    /** The next message, whatever it is; {@code closed} when the connection has ended. */
    JsonNode next() throws InterruptedException {
        JsonNode message = heard.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing was heard for 20 seconds");
        }
        return message;
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
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
                    heard.add(JSON.readTree(message.toByteArray()));
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
            heard.add(JSON.createObjectNode().put("type", "closed").put("code", code));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            heard.add(JSON.createObjectNode().put("type", "closed").put("code", 1006));
        }
    }
}
