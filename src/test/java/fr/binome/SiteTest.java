package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.room.Limits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every answer carries, and at which address it is given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " font-src 'self'; connect-src 'self' %s; worker-src 'self'; manifest-src"
                    + " 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types svelte-trusted-html"
                    + " binome-worker";
    private static final Pattern FILES = Pattern.compile("const FILES = '([^']+)'");
    private static final List<String> SECURITY =
            List.of(
                    "content-security-policy",
                    "cross-origin-opener-policy",
                    "cross-origin-resource-policy",
                    "permissions-policy",
                    "referrer-policy",
                    "strict-transport-security",
                    "x-content-type-options");

    private ServerHere server;
    private Http http;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = ServerHere.start(folder, Limits.DEFAULT);
        http = new Http(server.url());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("P-19 every answer carries the headers of the policy, whatever it answers")
    void securityHeaders() throws Exception {
        Map<String, String> expected =
                new TreeMap<>(
                        Map.of(
                                "content-security-policy",
                                POLICY.formatted(server.url().replace("http", "ws")),
                                "cross-origin-opener-policy",
                                "same-origin",
                                "cross-origin-resource-policy",
                                "same-origin",
                                "permissions-policy",
                                "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
                                "referrer-policy",
                                "no-referrer",
                                "x-content-type-options",
                                "nosniff"));
        for (String path :
                List.of(
                        "/",
                        "/classe/board0000001",
                        "/assets/nothing.js",
                        "/sw.js",
                        "/health",
                        "/ws",
                        "/api/me",
                        "/api/nothing",
                        "/api/referentiels")) {
            assertThat(security(http.get(path))).as(path).isEqualTo(expected);
        }
        assertThat(security(http.send(http.posting("/api/session", "{}")))).isEqualTo(expected);
        assertThat(security(http.post("/api/session", "{"))).isEqualTo(expected);
        assertThat(security(http.post("/nowhere", "{}"))).isEqualTo(expected);
        assertThat(security(http.post("/api/session", "x".repeat(70_000)))).isEqualTo(expected);
    }

    @Test
    @DisplayName("P-19 nothing is kept by a cache but what is named by its content; no CORS")
    void caches() throws Exception {
        for (String path : List.of("/", "/api/me", "/api/referentiels", "/health")) {
            assertThat(http.get(path).header("cache-control")).as(path).containsExactly("no-store");
        }
        String page = http.get("/").response().body();
        int at = page.indexOf("/assets/");
        String asset = page.substring(at, page.indexOf('"', at));
        Http.Answer answer =
                http.send(http.request(asset).header("origin", "https://elsewhere.example"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control"))
                .containsExactly("public, max-age=31536000, immutable");
        assertThat(answer.response().headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    @DisplayName("V-60 the worker is asked for anew each time, and stands at the root alone")
    void servesTheWorker() throws Exception {
        Http.Answer worker = http.get("/sw.js");
        assertThat(worker.status()).isEqualTo(200);
        assertThat(worker.header("content-type")).containsExactly("text/javascript; charset=utf-8");
        assertThat(worker.header("cache-control")).containsExactly("no-store");
        assertThat(worker.header("service-worker-allowed")).isEmpty();
        assertThat(http.get("/assets/sw.js").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("V-60 the worker keeps the page and the files of the client, and nothing else")
    void keepsFilesOnly() throws Exception {
        Matcher found = FILES.matcher(http.get("/sw.js").response().body());
        assertThat(found.find()).isTrue();
        List<String> files = List.of(found.group(1).split(" "));
        assertThat(files).contains("/", "/icon.svg").hasSizeGreaterThan(4);
        for (String file : files) {
            assertThat(file).matches("/|/icon\\.svg|/assets/[\\w.-]+-[\\w-]{8}\\.\\w+");
            assertThat(http.get(file).status()).as(file).isEqualTo(200);
        }
    }

    @Test
    @DisplayName(
            "P-14 what changes something needs our header, and our own origin where there is one")
    void refusesForeignPosts() throws Exception {
        String body = "{'login':'nobody','password':'no password at all'}";
        for (HttpRequest.Builder foreign :
                List.of(
                        http.posting("/api/session", body),
                        http.posting("/api/session", body).header("x-binome", "true"),
                        http.posting("/api/session", body)
                                .header("x-binome", "1")
                                .header("origin", "https://elsewhere.example"),
                        http.posting("/api/session", body)
                                .header("x-binome", "1")
                                .header("origin", server.url() + ".elsewhere.example"),
                        http.posting("/api/session", body)
                                .header("x-binome", "1")
                                .header("origin", "null"),
                        http.request("/api/session").DELETE(),
                        http.request("/api/session")
                                .method("PUT", HttpRequest.BodyPublishers.noBody()))) {
            Http.Answer answer = http.send(foreign);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.reason()).isEqualTo("denied");
        }
        assertThat(
                        http.send(
                                        http.posting("/api/session", body)
                                                .header("x-binome", "1")
                                                .header("origin", server.url()))
                                .status())
                .as("from our own page")
                .isEqualTo(401);
    }

    @Test
    @DisplayName("S-1 by another name of this machine one is sent to the address that is served")
    void redirectsToItsAddress() throws Exception {
        Http other = new Http(server.url().replace("localhost", "127.0.0.1"));
        for (String path : List.of("/classe/board0000001", "/api/me", "/ws")) {
            Http.Answer answer = other.get(path);
            assertThat(answer.status()).isEqualTo(308);
            assertThat(answer.header("location")).containsExactly(server.url() + path);
        }
        assertThat(other.get("/health").status()).as("for whoever watches it").isEqualTo(200);
    }

    @Test
    @DisplayName(
            "P-18 P-20 the cookie is the session's alone; signing out takes it and the cache away")
    void cookieOnLoopback() throws Exception {
        Http claire = new Http(server.url());
        Http.Answer answer =
                claire.post("/api/session", "{'token':'" + server.tokenOf("Claire") + "'}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(attributes(answer))
                .containsExactlyInAnyOrder(
                        "Max-Age=2592000", "Path=/", "HTTPOnly", "SameSite=Strict");
        assertThat(claire.cookie()).startsWith("binome=");

        String cookie = claire.cookie();
        Http.Answer goodbye = claire.signOut();
        assertThat(attributes(goodbye)).contains("Max-Age=0", "Path=/");
        assertThat(goodbye.header("clear-site-data")).containsExactly("\"cache\"");
        assertThat(http.as(cookie).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("P-18 on a shared computer the cookie ends with the browser")
    void forgetsWithTheBrowser() throws Exception {
        Http.Answer answer =
                new Http(server.url())
                        .post(
                                "/api/session",
                                "{'token':'%s','shared':true}".formatted(server.tokenOf("Mehdi")));
        assertThat(attributes(answer))
                .containsExactlyInAnyOrder("Path=/", "HTTPOnly", "SameSite=Strict");
    }

    @Test
    @DisplayName(
            "P-20 P-2 behind https the cookie is bound to the host, and nobody is let in by demonstration")
    void cookieBehindHttps(@TempDir Path folder) throws Exception {
        try (ServerHere behind =
                ServerHere.behind(folder, URI.create("https://binome.example.fr"))) {
            assertThat(behind.invitations())
                    .hasSize(2)
                    .noneMatch(line -> line.contains("demonstration"));
            Http far = new Http(behind.url());
            Http.Answer answer =
                    far.send(
                            far.posting(
                                            "/api/setup",
                                            "{'token':'%s','name':'Claire K.','login':'claire','password':'un mot de passe assez long'}"
                                                    .formatted(behind.setUpToken()))
                                    .header("x-binome", "1")
                                    .header("origin", "https://binome.example.fr")
                                    .header("host", "binome.example.fr"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(attributes(answer))
                    .containsExactlyInAnyOrder(
                            "Max-Age=2592000", "Path=/", "Secure", "HTTPOnly", "SameSite=Strict");
            assertThat(far.cookie()).startsWith("__Host-binome=");
            assertThat(security(answer))
                    .containsEntry(
                            "strict-transport-security", "max-age=31536000; includeSubDomains")
                    .containsEntry(
                            "content-security-policy", POLICY.formatted("wss://binome.example.fr"));
            assertThat(far.get("/").header("location"))
                    .containsExactly("https://binome.example.fr/");
        }
    }

    /** What stands in the cookie beside its name and value, but for the date that says Max-Age. */
    private static List<String> attributes(Http.Answer answer) {
        return List.of(answer.header("set-cookie").getFirst().split("; ")).stream()
                .skip(1)
                .filter(each -> !each.startsWith("Expires="))
                .toList();
    }

    private static Map<String, String> security(Http.Answer answer) {
        Map<String, String> found = new TreeMap<>();
        for (String name : SECURITY) {
            answer.header(name).forEach(value -> found.merge(name, value, (a, b) -> a + " TWICE"));
        }
        return found;
    }
}
