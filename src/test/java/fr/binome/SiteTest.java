package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.room.Limits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** What the server tells a browser to keep, and for how long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private ServerHere server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = ServerHere.start(folder, Limits.DEFAULT);
    }

    @AfterAll
    void stop() {
        server.close();
        http.close();
    }

    @Test
    @DisplayName(
            "P-18 on a shared computer the cookie ends with the browser, elsewhere after 30 days")
    void forgetsWithTheBrowser() throws Exception {
        assertThat(signIn(server.tokenOf("Claire"), true))
                .containsIgnoringCase("; httponly; samesite=strict")
                .doesNotContainIgnoringCase("max-age")
                .doesNotContainIgnoringCase("expires");
        assertThat(signIn(server.tokenOf("Mehdi"), false)).contains("Max-Age=2592000");
    }

    @Test
    @DisplayName("P-18 signing out leaves what other people have waiting on the computer")
    void leavesOthersTheirs() throws Exception {
        HttpResponse<String> out =
                http.send(
                        to("/api/session").header("x-binome", "1").DELETE().build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(header(out, "clear-site-data")).isEqualTo("\"cache\"");
    }

    private String signIn(String token, boolean shared) throws IOException, InterruptedException {
        String body = "{\"token\":\"" + token + "\",\"shared\":" + shared + "}";
        HttpResponse<String> answer =
                http.send(
                        to("/api/session")
                                .header("x-binome", "1")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return header(answer, "set-cookie");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
