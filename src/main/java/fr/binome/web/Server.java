package fr.binome.web;

import fr.binome.demonstration.Essais;
import fr.binome.demonstration.Modeles;
import fr.binome.people.People;
import fr.binome.people.Secrets;
import fr.binome.people.Tickets;
import fr.binome.referentiel.Referentiels;
import fr.binome.room.Conversation;
import fr.binome.room.Rooms;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Serves the client, the API and the sessions on one port. */
public final class Server {
    private static final String PROTOCOL = "binome.v1";

    /**
     * Beyond this a frame ends the connection; below it, a message too long gets an error and the
     * session lives.
     */
    static final int LONGEST_FRAME = 4 << 20;

    private final Vertx vertx;
    private final Sessions sessions;
    private final List<HttpServer> listeners;

    /**
     * What the server serves.
     *
     * @param threads for what may wait
     */
    public record Parts(
            URI publicUrl,
            People people,
            Tickets tickets,
            Secrets secrets,
            Referentiels referentiels,
            Rooms rooms,
            Essais essais,
            Modeles modeles,
            Conversation.Parts conversations,
            ExecutorService threads) {}

    private Server(Vertx vertx, Sessions sessions, List<HttpServer> listeners) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.listeners = listeners;
    }

    /** Listens; answers once it does, or throws because it cannot. */
    public static Server start(String host, int port, Parts parts) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        Site site = new Site(parts.publicUrl());
        Sessions sessions = new Sessions(parts.tickets(), site, parts.conversations());
        parts.people().whenEnded(sessions::sessionEnded);
        Api api = new Api(site, parts.people(), parts.threads());
        Exchanges exchanges = new Exchanges(sessions, site, parts.secrets(), api);
        Router router = router(vertx, site, sessions, exchanges, api, parts);
        HttpServer listener =
                vertx.createHttpServer(
                                new HttpServerOptions()
                                        .setHost(host)
                                        .setPort(port)
                                        .setCompressionSupported(true)
                                        .setPerFrameWebSocketCompressionSupported(false)
                                        .setPerMessageWebSocketCompressionSupported(false)
                                        .setMaxWebSocketFrameSize(LONGEST_FRAME)
                                        .setMaxWebSocketMessageSize(LONGEST_FRAME)
                                        .setWebSocketSubProtocols(List.of(PROTOCOL))
                                        .setIdleTimeout(0))
                        .requestHandler(router);
        try {
            listener.listen().toCompletionStage().toCompletableFuture().join();
        } catch (java.util.concurrent.CompletionException e) {
            vertx.close();
            throw e;
        }
        vertx.setPeriodic(
                1_000,
                tick -> {
                    sessions.tick();
                    exchanges.tick();
                });
        return new Server(vertx, sessions, List.of(listener));
    }

    private static Router router(
            Vertx vertx, Site site, Sessions sessions, Exchanges exchanges, Api api, Parts parts) {
        Router router = Router.router(vertx);
        // First, so that no answer goes without, whoever gives it.
        router.route()
                .handler(
                        context -> {
                            site.headers(context.response());
                            context.next();
                        });
        router.get("/health")
                .handler(
                        context ->
                                context.response()
                                        .putHeader("content-type", "application/json")
                                        .end("{\"status\":\"ok\"}"));
        router.route().handler(context -> atOurAddress(context, site));
        router.get("/ws").handler(context -> upgrade(context, site, sessions));
        exchanges.bind(router);
        Essayer essayer = new Essayer(parts.essais(), parts.people());
        api.bind(
                router,
                new Ways(
                        parts.people(),
                        parts.tickets(),
                        parts.rooms(),
                        essayer,
                        site,
                        parts.secrets(),
                        parts.conversations().clock()),
                essayer,
                new Classes(parts.rooms(), parts.people(), parts.secrets()),
                Api.bytes(parts.referentiels()),
                parts.modeles());
        Client.bind(router);
        return router;
    }

    /** One address, or the check of origins would refuse half of those who come by another name. */
    private static void atOurAddress(RoutingContext context, Site site) {
        HttpServerRequest request = context.request();
        if (site.isAskedAt(request)) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(308)
                    .putHeader("location", site.origin() + context.normalizedPath())
                    .end();
        }
    }

    private static void upgrade(RoutingContext context, Site site, Sessions sessions) {
        HttpServerRequest request = context.request();
        if (!site.origin().equals(request.getHeader("origin"))) {
            context.response().setStatusCode(403).end();
        } else if (!sessions.hasRoom()) {
            context.response().setStatusCode(503).end();
        } else {
            request.toWebSocket()
                    .onSuccess(webSocket -> connected(webSocket, sessions, context.vertx()))
                    .onFailure(failure -> context.response().setStatusCode(400).end());
        }
    }

    private static void connected(ServerWebSocket webSocket, Sessions sessions, Vertx vertx) {
        Socket socket = new Socket(webSocket, sessions.parts().limits().messageBytes());
        socket.listen(sessions.open(socket, vertx.getOrCreateContext()), sessions);
    }

    /** The port it listens on. */
    public int port() {
        return listeners.getFirst().actualPort();
    }

    /** Says goodbye to those who are here, and waits for them, a second at most. */
    public void goAway() {
        sessions.goAway().completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
    }

    /** Ends, waiting two seconds at most. */
    public void stop() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                .join();
    }
}
