package fr.binome.web;

import fr.binome.board.PersonId;
import fr.binome.people.Tickets;
import fr.binome.room.Conversation;

import io.vertx.core.Context;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All open sessions, and to whose signing in each belongs: when that ends, so do they. A ticket
 * admits to a session whatever carries it.
 */
final class Sessions {
    /**
     * Sessions that have not yet said who they are; more are turned away. Never counted by address.
     */
    private static final int MOST_UNKNOWN = 500;

    private final Tickets tickets;
    private final Site site;
    private final Conversation.Parts parts;
    private final AtomicLong last = new AtomicLong();
    private final AtomicInteger unknown = new AtomicInteger();
    private final ConcurrentHashMap<Long, Session> open = new ConcurrentHashMap<>();

    Sessions(Tickets tickets, Site site, Conversation.Parts parts) {
        this.tickets = tickets;
        this.site = site;
        this.parts = parts;
    }

    Conversation.Parts parts() {
        return parts;
    }

    boolean hasRoom() {
        return unknown.get() < MOST_UNKNOWN;
    }

    /** Opens a session; {@link #closed} is to be called when its carrier has come to its end. */
    Session open(Outbox.Carrier carrier, Context loop) {
        long number = last.incrementAndGet();
        Outbox outbox =
                new Outbox(
                        number,
                        carrier,
                        task -> loop.runOnContext(nothing -> task.run()),
                        parts.clock());
        Conversation conversation =
                new Conversation(outbox, outbox, ticket -> admitted(number, ticket), parts);
        Session session = new Session(number, outbox, conversation);
        unknown.incrementAndGet();
        open.put(number, session);
        return session;
    }

    /** In one step, so that none is admitted while its signing in ends. */
    private synchronized @Nullable PersonId admitted(long number, String ticket) {
        Tickets.Ticket taken = tickets.take(ticket, site.origin());
        Session session = open.get(number);
        if (taken == null || session == null) {
            return null;
        }
        session.admit(taken.session());
        unknown.decrementAndGet();
        return taken.person();
    }

    /** Its carrier has come to its end; on the session's event loop. */
    void closed(Session session) {
        if (open.remove(session.number()) != null) {
            if (!session.isKnown()) {
                unknown.decrementAndGet();
            }
            session.conversation().closed();
        }
    }

    /** Closes what belongs to a signing in that has ended, and lets nothing of it in any more. */
    synchronized void sessionEnded(String token) {
        tickets.sessionEnded(token);
        for (Session each : open.values()) {
            if (each.isOf(token)) {
                each.outbox().run(each.conversation()::signedOut);
            }
        }
    }

    /** Time passes. */
    void tick() {
        for (Session each : open.values()) {
            each.outbox()
                    .run(
                            () -> {
                                each.outbox().tick();
                                each.conversation().tick();
                            });
        }
    }

    /**
     * Says goodbye to all; each is told a time of its own to come back, so that they do not all
     * come at once.
     *
     * @return done once all have heard it
     */
    CompletableFuture<Void> goAway() {
        List<Session> all = List.copyOf(open.values());
        for (int i = 0; i < all.size(); i++) {
            Session each = all.get(i);
            long after = 500 + (long) i * 2_000 / all.size();
            each.outbox().run(() -> each.conversation().goAway("stop", after));
        }
        return CompletableFuture.allOf(
                all.stream().map(Session::gone).toArray(CompletableFuture[]::new));
    }
}
