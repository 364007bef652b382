package fr.binome.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** Serves the web client: hashed files for ever, its one page under every address of a screen. */
final class Client {
    private static final String ROOT = "webroot";
    private static final String PAGE = ROOT + "/index.html";

    private Client() {}

    static void bind(Router router, Site site) {
        router.get()
                .handler(context -> page(context, site))
                .handler(StaticHandler.create(ROOT).setCachingEnabled(false))
                .handler(context -> context.response().setStatusCode(404).end());
    }

    private static void page(RoutingContext context, Site site) {
        site.headers(context.response());
        String path = context.normalizedPath();
        if (path.startsWith("/assets/")) {
            context.response().putHeader("cache-control", "public, max-age=31536000, immutable");
            context.next();
        } else if (path.indexOf('.') >= 0) {
            context.next();
        } else {
            context.response().putHeader("content-type", "text/html; charset=utf-8").sendFile(PAGE);
        }
    }
}
