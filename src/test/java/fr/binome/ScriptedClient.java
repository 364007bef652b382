package fr.binome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client written from the protocol's page alone, over real connections of each kind; a script
 * tells it what to do.
 */
final class ScriptedClient implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Speaks to a server without TLS as browsers do. Over HTTP/2 Java's client forgets what has
     * come when the connection ends before it was read, a server's goodbye too.
     */
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private String cookie;
    private Carriage.Kind kind = Carriage.Kind.WEB_SOCKET;
    private @Nullable Carriage carriage;

    ScriptedClient(String url) {
        this(url, "");
    }

    private ScriptedClient(String url, String cookie) {
        this.url = url;
        this.cookie = cookie;
    }

    /** A tab of whoever brings that cookie. */
    static ScriptedClient signedIn(String url, String cookie) {
        return new ScriptedClient(url, cookie);
    }

    /** Another tab of the same person. */
    ScriptedClient another() {
        return new ScriptedClient(url, cookie);
    }

    /** Connects that way from now on. */
    ScriptedClient over(Carriage.Kind way) {
        kind = way;
        return this;
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

    void signOut() throws IOException, InterruptedException {
        answer(request("session").header("x-binome", "1").DELETE().build());
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

    /** Opens a connection and says hello; answers the welcome. */
    JsonNode connect() throws IOException, InterruptedException {
        connect(ticket(), 1);
        return await("welcome");
    }

    String ticket() throws IOException, InterruptedException {
        return post("tickets", JSON.createObjectNode()).get("ticket").asText();
    }

    /** Opens a connection and says hello with that ticket; what comes is heard. */
    void connect(String ticket, int protocol) throws IOException, InterruptedException {
        open(
                JSON.createObjectNode()
                        .put("type", "hello")
                        .put("ticket", ticket)
                        .put("protocol", protocol)
                        .put("build", "test")
                        .toString());
    }

    /** Opens a connection and says that first. */
    void open(String first) throws IOException, InterruptedException {
        heard.clear();
        carriage = kind.open(door(), first, heard);
    }

    Carriage.Door door() {
        return new Carriage.Door(url, cookie, url);
    }

    String cookie() {
        return cookie;
    }

    void say(JsonNode message) throws IOException, InterruptedException {
        say(message.toString());
    }

    void say(String text) throws IOException, InterruptedException {
        sayAll(List.of(text));
    }

    /** Says one thing after the other. */
    void sayAll(List<String> texts) throws IOException, InterruptedException {
        Carriage open = carriage;
        if (open != null) {
            open.sendAll(texts);
        }
    }

    /** Over a WebSocket. */
    void sayBinary(byte[] bytes) {
        if (carriage instanceof Carriage.Socket socket) {
            socket.sendBinary(bytes);
        }
    }

    void join(String board, String client, long since) throws IOException, InterruptedException {
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
            String heardType = message.get("type").asText();
            if (heardType.equals(type)) {
                return message;
            }
            if (heardType.equals("closed")) {
                throw new IllegalStateException(
                        "closed while waiting for " + type + ": " + message);
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
        Carriage open = carriage;
        if (open != null) {
            open.abort();
        }
    }
}
