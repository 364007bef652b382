package fr.binome.web;

import fr.binome.people.Tickets;
import fr.binome.room.Conversation;

import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** All open sockets, and whose session each belongs to: when that ends, so do they. */
final class Sockets {
    /**
     * Sockets that have not yet said who they are; more are turned away. Never counted by address.
     */
    private static final int MOST_UNKNOWN = 500;

    private final Tickets tickets;
    private final Site site;
    private final Conversation.Parts parts;
    private final AtomicLong last = new AtomicLong();
    private final AtomicInteger unknown = new AtomicInteger();
    private final ConcurrentHashMap<Long, Open> open = new ConcurrentHashMap<>();

    private record Open(Socket socket, Conversation conversation, String session) {}

    Sockets(Tickets tickets, Site site, Conversation.Parts parts) {
        this.tickets = tickets;
        this.site = site;
        this.parts = parts;
    }

    boolean hasRoom() {
        return unknown.get() < MOST_UNKNOWN;
    }

    void add(ServerWebSocket webSocket, Context context) {
        long number = last.incrementAndGet();
        Socket socket = new Socket(number, webSocket, context, parts.limits().messageBytes());
        unknown.incrementAndGet();
        boolean[] known = {false};
        Conversation conversation =
                new Conversation(
                        socket,
                        socket,
                        ticket -> {
                            Tickets.Ticket taken = tickets.take(ticket, site.origin());
                            if (taken == null) {
                                return null;
                            }
                            Open before = open.get(number);
                            if (before != null) {
                                open.put(
                                        number,
                                        new Open(
                                                before.socket,
                                                before.conversation,
                                                taken.session()));
                                known[0] = true;
                                unknown.decrementAndGet();
                            }
                            return taken.person();
                        },
                        parts);
        open.put(number, new Open(socket, conversation, ""));
        socket.carry(conversation);
        webSocket.closeHandler(
                nothing -> {
                    open.remove(number);
                    if (!known[0]) {
                        unknown.decrementAndGet();
                    }
                    conversation.closed();
                });
    }

    /** Closes what belongs to a session that has ended. */
    void sessionEnded(String session) {
        for (Open each : open.values()) {
            if (each.session.equals(session)) {
                each.socket.run(each.conversation::signedOut);
            }
        }
    }

    void tick() {
        for (Open each : open.values()) {
            each.socket.run(each.socket::tick);
        }
    }

    /**
     * Says goodbye to all; each is told a time of its own to come back, so that they do not all
     * come at once.
     */
    void goAway() {
        List<Open> all = List.copyOf(open.values());
        for (int i = 0; i < all.size(); i++) {
            Open each = all.get(i);
            long after = 500 + (long) i * 2_000 / all.size();
            each.socket.run(() -> each.conversation.goAway("stop", after));
        }
    }

    int count() {
        return open.size();
    }
}
