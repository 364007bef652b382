package fr.binome.people;

import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Single-use tickets for opening a WebSocket, each for one session and one origin (P-11). */
public final class Tickets {
    static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final int MOST = 50_000;

    private final InstantSource clock;
    private final Secrets secrets;
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();

    /**
     * Who comes with a ticket.
     *
     * @param session the hash of the session's token; when that session ends, so does the socket
     */
    public record Ticket(PersonId person, String session, String origin, Instant expires) {}

    public Tickets(InstantSource clock, Secrets secrets) {
        this.clock = clock;
        this.secrets = secrets;
    }

    public synchronized String issue(SignedIn session, String origin) {
        Instant now = clock.instant();
        // In the order of issue, so the oldest are first.
        while (!tickets.isEmpty()) {
            Map.Entry<String, Ticket> oldest = tickets.entrySet().iterator().next();
            if (tickets.size() < MOST && oldest.getValue().expires().isAfter(now)) {
                break;
            }
            tickets.remove(oldest.getKey());
        }
        String ticket = secrets.token();
        tickets.put(
                Secrets.hash(ticket),
                new Ticket(session.person(), session.token(), origin, now.plus(GOOD_FOR)));
        return ticket;
    }

    /** Voids what was issued to a session that has ended. */
    public synchronized void sessionEnded(String session) {
        tickets.values().removeIf(ticket -> ticket.session().equals(session));
    }

    /**
     * Who comes with this ticket from there; null when it is used, expired, or was issued to
     * another origin.
     */
    public synchronized @Nullable Ticket take(String ticket, String origin) {
        Ticket found = tickets.remove(Secrets.hash(ticket));
        return found != null
                        && found.origin().equals(origin)
                        && clock.instant().isBefore(found.expires())
                ? found
                : null;
    }
}
