package fr.binome.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import fr.binome.demonstration.Modeles;
import fr.binome.journal.Bytes;
import fr.binome.people.People;
import fr.binome.people.SignedIn;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** Binds the API's paths to what answers them. Every answer is JSON, never cached. */
final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final long LONGEST_BODY = 64 << 10;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(LocalDate.class, ToStringSerializer.instance))
                    .build();

    private final Site site;
    private final People people;
    private final Executor threads;

    Api(Site site, People people, Executor threads) {
        this.site = site;
        this.people = people;
        this.threads = threads;
    }

    /** Answers someone who may be signed in. */
    @FunctionalInterface
    interface Open<B> {
        Reply to(@Nullable SignedIn session, B body) throws IOException;
    }

    /** Answers someone who is signed in. */
    @FunctionalInterface
    interface Closed<B> {
        Reply to(SignedIn session, B body) throws IOException;
    }

    void bind(
            Router router,
            Ways ways,
            Essayer essayer,
            Classes classes,
            Bytes referentiels,
            Modeles modeles) {
        router.route("/api/*").handler(this::guard);
        router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
        get(router, "/api/me", (session, context) -> ways.me(session));
        get(router, "/api/classes", (session, context) -> classes.mine(session));
        getOpen(router, "/api/essais", (session, context) -> essayer.preview());
        // Official lists, which the first page shows too.
        getOpen(router, "/api/referentiels", (session, context) -> new Reply.Written(referentiels));
        get(router, "/api/modeles", (session, context) -> new Reply.Written(modeles.json()));
        get(
                router,
                "/api/boards/:board/snapshot",
                (session, context) ->
                        classes.snapshot(session, String.valueOf(context.pathParam("board"))));
        get(
                router,
                "/api/boards/:board/changes",
                (session, context) ->
                        classes.changes(
                                session,
                                String.valueOf(context.pathParam("board")),
                                context.request().getParam("since")));
        post(router, "/api/session", Asked.SignIn.class, (session, asked) -> ways.signIn(asked));
        post(router, "/api/setup", Asked.Setup.class, (session, asked) -> ways.setUp(asked));
        post(router, "/api/reset", Asked.Reset.class, (session, asked) -> ways.reset(asked));
        post(
                router,
                "/api/invitations/redeem",
                Asked.Redeem.class,
                essayer.unlessTrying(ways::redeem));
        post(
                router,
                "/api/essais",
                Asked.Nothing.class,
                (session, asked) -> essayer.begin(session));
        postSignedIn(router, "/api/invitations", Asked.Invite.class, ways::invite);
        postSignedIn(router, "/api/resets", Asked.ResetLink.class, ways::resetLink);
        post(
                router,
                "/api/classes",
                Asked.NewClasse.class,
                essayer.unlessTrying(signedIn(classes::create)));
        postSignedIn(router, "/api/essais/collegue", Asked.Pause.class, essayer::pause);
        postSignedIn(
                router,
                "/api/tickets",
                Asked.Nothing.class,
                (session, asked) -> ways.ticket(session));
        router.delete("/api/session")
                .handler(
                        context ->
                                answer(
                                        context,
                                        () -> ways.signOut(site.cookie(context.request()))));
        router.route("/api/*")
                .handler(context -> send(context, new Reply.No(404, "unknown")))
                .failureHandler(this::failed);
    }

    /** What changes something must come from our own pages. */
    private void guard(RoutingContext context) {
        if (!HttpMethod.GET.equals(context.request().method()) && !site.isOurs(context.request())) {
            send(context, Reply.DENIED);
        } else {
            context.next();
        }
    }

    private void get(Router router, String path, Closed<RoutingContext> handler) {
        getOpen(router, path, signedIn(handler));
    }

    private void getOpen(Router router, String path, Open<RoutingContext> handler) {
        router.get(path)
                .handler(context -> answer(context, () -> handler.to(session(context), context)))
                .failureHandler(this::failed);
    }

    private <B> void postSignedIn(
            Router router, String path, Class<B> body, Closed<? super B> handler) {
        post(router, path, body, signedIn(handler));
    }

    private static <B> Open<B> signedIn(Closed<? super B> handler) {
        return (session, asked) -> session == null ? Reply.SIGNED_OUT : handler.to(session, asked);
    }

    private <B> void post(Router router, String path, Class<B> body, Open<? super B> handler) {
        router.post(path)
                .handler(
                        context ->
                                answer(
                                        context,
                                        () -> {
                                            B asked = body(context, body);
                                            return asked == null
                                                    ? Reply.MALFORMED
                                                    : handler.to(session(context), asked);
                                        }))
                .failureHandler(this::failed);
    }

    private @Nullable SignedIn session(RoutingContext context) {
        String cookie = site.cookie(context.request());
        return cookie == null ? null : people.session(cookie);
    }

    private static <B> @Nullable B body(RoutingContext context, Class<B> type) {
        Buffer buffer = context.body().buffer();
        try {
            return buffer == null ? null : Bodies.whole(MAPPER.readValue(buffer.getBytes(), type));
        } catch (IOException e) {
            return null;
        }
    }

    /** Something that may wait. */
    @FunctionalInterface
    private interface Slow {
        Reply reply() throws IOException;
    }

    private void answer(RoutingContext context, Slow slow) {
        Context loop = context.vertx().getOrCreateContext();
        threads.execute(
                () -> {
                    Reply reply;
                    try {
                        reply = slow.reply();
                    } catch (IOException | RuntimeException e) {
                        LOG.error("{} failed", context.request().path(), e);
                        reply = Reply.UNAVAILABLE;
                    }
                    Reply told = reply;
                    loop.runOnContext(nothing -> send(context, told));
                });
    }

    void failed(RoutingContext context) {
        int status = context.statusCode() >= 400 ? context.statusCode() : 500;
        if (status == 500) {
            LOG.error("{} failed", context.normalizedPath(), context.failure());
        }
        send(context, new Reply.No(status, status == 413 ? "tooBig" : "unexpected"));
    }

    void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.putHeader("content-type", "application/json; charset=utf-8");
        switch (reply) {
            case Reply.Ok(var body, var cookie, var passing) -> {
                if (cookie != null) {
                    site.setCookie(response, cookie, passing);
                }
                response.end(json(body == null ? Map.of() : body));
            }
            case Reply.Written(var json) -> response.end(Buffer.buffer(json.array()));
            case Reply.Goodbye _ -> {
                site.dropCookie(response);
                response.end(json(Map.of()));
            }
            case Reply.No(var status, var reason, var details) -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("reason", reason);
                body.putAll(details);
                response.setStatusCode(status).end(json(body));
            }
        }
    }

    private static Buffer json(Object body) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we made ourselves can be written", e);
        }
    }

    static Bytes bytes(Object body) {
        return Bytes.of(json(body).getBytes());
    }
}
