package fr.binome.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the built client from the class path alone: hashed files for ever, its one page under
 * every address of a screen. Vert.x' own handler would prefer the client's sources where the server
 * is started in the project.
 */
final class Client {
    private static final String ROOT = "/webroot";
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml",
                    "woff2", "font/woff2",
                    "webmanifest", "application/manifest+json");
    private static final Buffer NONE = Buffer.buffer();

    private final ConcurrentHashMap<String, Buffer> files = new ConcurrentHashMap<>();

    private Client() {}

    static void bind(Router router) {
        Client client = new Client();
        router.get().handler(client::serve);
        router.head().handler(client::serve);
    }

    private void serve(RoutingContext context) {
        String path = context.normalizedPath();
        String name = path.indexOf('.') < 0 ? "/index.html" : path;
        Buffer file = files.computeIfAbsent(name, Client::read);
        if (file.length() == 0) {
            context.response().setStatusCode(404).end();
            return;
        }
        if (name.startsWith("/assets/")) {
            context.response().putHeader("cache-control", "public, max-age=31536000, immutable");
        }
        context.response().putHeader("content-type", type(name));
        if (HttpMethod.HEAD.equals(context.request().method())) {
            context.response().end();
        } else {
            context.response().end(file);
        }
    }

    private static String type(String name) {
        return TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** A file of the client; empty where there is none. */
    private static Buffer read(String name) {
        try (@Nullable InputStream file = Client.class.getResourceAsStream(ROOT + name)) {
            return file == null || name.endsWith("/") ? NONE : Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            return NONE;
        }
    }
}
