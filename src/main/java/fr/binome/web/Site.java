package fr.binome.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** The one address this server is known by, and what follows from it: origin, cookie, headers. */
final class Site {
    private static final long COOKIE_SECONDS = 30L * 24 * 3600;

    private final URI url;
    private final boolean secure;

    Site(URI url) {
        this.url = url;
        this.secure = "https".equals(url.getScheme());
    }

    String origin() {
        return url.getScheme() + "://" + url.getAuthority();
    }

    boolean isAskedAt(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        return asked != null
                && url.getHost().equalsIgnoreCase(asked.host())
                && port() == (asked.port() < 0 ? defaultPort() : asked.port());
    }

    private int port() {
        return url.getPort() < 0 ? defaultPort() : url.getPort();
    }

    private int defaultPort() {
        return secure ? 443 : 80;
    }

    /** Whether a request that changes something comes from our own pages. */
    boolean isOurs(HttpServerRequest request) {
        String origin = request.getHeader("origin");
        return "1".equals(request.getHeader("x-binome"))
                && (origin == null || origin.equals(origin()));
    }

    void headers(HttpServerResponse response) {
        response.putHeader("content-security-policy", policy())
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("cross-origin-opener-policy", "same-origin")
                .putHeader("cross-origin-resource-policy", "same-origin")
                .putHeader(
                        "permissions-policy",
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
                .putHeader("cache-control", "no-store");
        if (secure) {
            response.putHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
        }
    }

    private String policy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                + " font-src 'self'; connect-src 'self' "
                + (secure ? "wss" : "ws")
                + "://"
                + url.getAuthority()
                + "; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types"
                + " svelte-trusted-html binome-worker";
    }

    @Nullable String cookie(HttpServerRequest request) {
        Cookie cookie = request.getCookie(cookieName());
        return cookie == null ? null : cookie.getValue();
    }

    /** A passing one ends with the browser. */
    void setCookie(HttpServerResponse response, String secret, boolean passing) {
        Cookie cookie = cookie(secret);
        response.addCookie(passing ? cookie : cookie.setMaxAge(COOKIE_SECONDS));
    }

    void dropCookie(HttpServerResponse response) {
        response.addCookie(cookie("").setMaxAge(0));
        // Not what pages keep: another person's words may wait there, and the client clears its
        // own.
        response.putHeader("clear-site-data", "\"cache\"");
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(cookieName(), value)
                .setHttpOnly(true)
                .setSecure(secure)
                .setPath("/")
                .setSameSite(CookieSameSite.STRICT);
    }

    /** The prefix binds the cookie to this host; browsers take it only over HTTPS. */
    private String cookieName() {
        return secure ? "__Host-binome" : "binome";
    }
}
