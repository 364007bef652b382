package fr.binome.room;

import fr.binome.board.PersonId;
import fr.binome.journal.Bytes;
import fr.binome.wire.ClientState;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the board remembers of each client: the ground of exactly-once. */
final class Clients {
    static final Duration KEEPS = Duration.ofDays(45);
    static final int MOST = 20_000;

    private final Map<String, ClientState> states = new HashMap<>();
    private final Map<String, Pen> pens = new HashMap<>();
    private int nextPen;

    /** A client that has joined; until its first outcome nothing else is known of it. */
    record Pen(PersonId person, int number) {}

    Clients(Collection<ClientState> kept, int nextPen) {
        this.nextPen = nextPen;
        kept.forEach(this::put);
    }

    /** Under what a client is known: its id is a secret and is not kept. */
    static String key(String client) {
        return Bytes.of(client.getBytes(StandardCharsets.US_ASCII)).sha256().hex();
    }

    /** Remembers the newest outcome of a client. */
    void put(ClientState state) {
        states.put(state.client(), state);
        pens.put(state.client(), new Pen(state.person(), state.pen()));
        nextPen = Math.max(nextPen, state.pen() + 1);
    }

    @Nullable ClientState state(String client) {
        return states.get(client);
    }

    /**
     * The pen of a client, made on its first visit; null when the client belongs to another person.
     */
    @Nullable Pen pen(String client, PersonId person) {
        Pen pen = pens.get(client);
        if (pen == null) {
            pen = new Pen(person, nextPen++);
            pens.put(client, pen);
        }
        return pen.person.equals(person) ? pen : null;
    }

    int nextPen() {
        return nextPen;
    }

    /** Those worth keeping: not silent for too long, and not too many. */
    List<ClientState> kept(Instant now) {
        return states.values().stream()
                .filter(state -> state.at().isAfter(now.minus(KEEPS)))
                .sorted(Comparator.comparing(ClientState::at).reversed())
                .limit(MOST)
                .toList();
    }
}
