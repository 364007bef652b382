package fr.binome.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/** What one session has been sent, in order. */
public class Inbox implements Outlet {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long session;
    final LinkedBlockingDeque<JsonNode> heard = new LinkedBlockingDeque<>();

    /** Whether it takes no more. */
    volatile boolean full;

    public Inbox(long session) {
        this.session = session;
    }

    @Override
    public long session() {
        return session;
    }

    @Override
    public boolean isFull() {
        return full;
    }

    @Override
    public void send(byte[] message) {
        try {
            heard.add(JSON.readTree(message));
        } catch (IOException e) {
            throw new IllegalStateException("what the server sends is JSON", e);
        }
    }

    /** All messages of that type, of those that were not taken. */
    List<JsonNode> told(String type) {
        return heard.stream().filter(each -> each.get("type").asText().equals(type)).toList();
    }

    /** All messages of that type since the last time; the others are dropped. */
    List<JsonNode> take(String type) {
        List<JsonNode> found = told(type);
        heard.clear();
        return found;
    }

    /** The next message of that type; those before it are dropped. */
    public JsonNode await(String type) throws InterruptedException {
        while (true) {
            JsonNode message = heard.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no " + type + " was heard");
            }
            if (message.get("type").asText().equals(type)) {
                return message;
            }
        }
    }
}
