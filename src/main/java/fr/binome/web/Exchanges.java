package fr.binome.web;

import fr.binome.people.Secrets;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Sessions over plain HTTP, for where WebSockets are blocked; the numbers S-70 and on of the
 * specification. Bound before the API's other paths, and guarded like a WebSocket's upgrade.
 */
final class Exchanges {
    private static final String SESSION = "x-binome-session";
    private static final long LONGEST_HELLO = 64 << 10;
    private static final Reply.No NO_SESSION = new Reply.No(410, "session");
    private static final Reply.No READING = new Reply.No(409, "reading");

    private final Sessions sessions;
    private final Site site;
    private final Secrets secrets;
    private final Api api;

    /** By the hash of their secret, the ended ones that have not been told so yet included. */
    private final ConcurrentHashMap<String, Open> open = new ConcurrentHashMap<>();

    private record Open(Exchange exchange, Session session) {}

    Exchanges(Sessions sessions, Site site, Secrets secrets, Api api) {
        this.sessions = sessions;
        this.site = site;
        this.secrets = secrets;
        this.api = api;
    }

    void bind(Router router) {
        router.route("/api/sessions").handler(this::guard);
        router.route("/api/sessions/*").handler(this::guard);
        router.post("/api/sessions")
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_HELLO))
                .handler(this::open)
                .failureHandler(api::failed);
        router.post("/api/sessions/stream").handler(context -> read(context, true));
        router.post("/api/sessions/poll").handler(context -> read(context, false));
        router.post("/api/sessions/up").handler(this::alive);
        router.post("/api/sessions/up")
                .handler(BodyHandler.create(false).setBodyLimit(Server.LONGEST_FRAME))
                .handler(this::up)
                .failureHandler(api::failed);
    }

    private void guard(RoutingContext context) {
        boolean ours =
                site.origin().equals(context.request().getHeader("origin"))
                        && site.isOurs(context.request());
        if (ours) {
            context.next();
        } else {
            api.send(context, Reply.DENIED);
        }
    }

    private void open(RoutingContext context) {
        if (!sessions.hasRoom()) {
            api.send(context, Reply.UNAVAILABLE);
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        Exchange exchange =
                new Exchange(
                        task -> loop.runOnContext(nothing -> task.run()), sessions.parts().clock());
        Session session = sessions.open(exchange, loop);
        String secret = secrets.token();
        String known = Secrets.hash(secret);
        exchange.whenEnded(() -> sessions.closed(session));
        exchange.whenOver(
                () -> {
                    open.remove(known);
                    session.gone().complete(null);
                });
        open.put(known, new Open(exchange, session));
        Buffer hello = context.body().buffer();
        session.conversation().hear(Utf8.decoded(hello == null ? new byte[0] : hello.getBytes()));
        api.send(context, Reply.ok(Map.of("session", secret)));
    }

    private void read(RoutingContext context, boolean stays) {
        onLoop(
                context,
                found -> {
                    if (found.exchange.isRead()) {
                        api.send(context, READING);
                        return;
                    }
                    HttpServerResponse response = context.response();
                    Lines lines = new Lines(response, stays);
                    response.closeHandler(nothing -> found.exchange.lost(lines))
                            .setChunked(true)
                            .putHeader("content-type", "application/x-ndjson; charset=utf-8")
                            // A compressed stream would wait in the compressor, or in a proxy.
                            .putHeader("content-encoding", "identity")
                            .putHeader("x-accel-buffering", "no");
                    found.exchange.read(lines, found.session.outbox());
                });
    }

    /** An answer that messages are written to, one per line. */
    private record Lines(HttpServerResponse response, boolean stays) implements Exchange.Answer {
        @Override
        public void line(byte[] message, Runnable sent) {
            response.write(
                            Buffer.buffer(message.length + 1)
                                    .appendBytes(message)
                                    .appendByte((byte) '\n'))
                    .onComplete(written -> sent.run());
        }

        @Override
        public void end() {
            var unused = response.end();
        }
    }

    /** Before a body is taken in. */
    private void alive(RoutingContext context) {
        if (find(context) == null) {
            api.send(context, NO_SESSION);
        } else {
            context.next();
        }
    }

    private void up(RoutingContext context) {
        onLoop(
                context,
                found -> {
                    if (!found.exchange.isLive()) {
                        api.send(context, NO_SESSION);
                        return;
                    }
                    Buffer body = context.body().buffer();
                    hear(body == null ? new byte[0] : body.getBytes(), found.session);
                    api.send(context, Reply.done());
                });
    }

    /** Each line is a message; a newline in one would be written as an escape. */
    private void hear(byte[] lines, Session session) {
        int longest = sessions.parts().limits().messageBytes();
        int from = 0;
        for (int to = 0; to <= lines.length; to++) {
            if (to < lines.length && lines[to] != '\n') {
                continue;
            }
            if (to - from > longest) {
                session.conversation().hearTooBig();
            } else if (to > from) {
                byte[] line = Arrays.copyOfRange(lines, from, to);
                session.conversation().hear(Utf8.decoded(line));
            }
            from = to + 1;
        }
    }

    /** Finds the session and goes on where it may be used. */
    private void onLoop(RoutingContext context, Consumer<Open> then) {
        Open found = find(context);
        if (found == null) {
            api.send(context, NO_SESSION);
        } else {
            found.session.outbox().run(() -> then.accept(found));
        }
    }

    /** A session is found by its secret, and by those alone to whom its ticket was given. */
    private @Nullable Open find(RoutingContext context) {
        String secret = context.request().getHeader(SESSION);
        String cookie = site.cookie(context.request());
        Open found = secret == null ? null : open.get(Secrets.hash(secret));
        return found == null || found.session.isKnown() && !isOwn(found, cookie) ? null : found;
    }

    private static boolean isOwn(Open found, @Nullable String cookie) {
        return cookie != null && found.session.isOf(Secrets.hash(cookie));
    }

    /** Time passes. */
    void tick() {
        for (Open each : open.values()) {
            each.session.outbox().run(each.exchange::tick);
        }
    }
}
