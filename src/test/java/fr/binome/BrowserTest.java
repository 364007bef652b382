package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real browsers on the real server; the scripts are in {@code webroot/e2e}. */
class BrowserTest {
    @TempDir private Path folder;

    @Test
    @Timeout(300)
    @DisplayName("two teachers write one paragraph while the server is killed and restarted")
    void twoTeachers() throws Exception {
        run("two-teachers.mjs");
    }

    @Test
    @Timeout(300)
    @DisplayName("two teachers in one text keep their carets and the words that they compose")
    void oneText() throws Exception {
        run("one-text.mjs");
    }

    private void run(String script) throws Exception {
        try (ServerProcess server = ServerProcess.start(folder)) {
            run(
                    server,
                    new ProcessBuilder(
                            "node",
                            script,
                            server.url(),
                            server.tokenOf("Claire"),
                            server.tokenOf("Mehdi")));
        }
    }

    @Test
    @Timeout(300)
    @DisplayName(
            "S-78 two teachers write where WebSockets are refused, swallowed, and answers held")
    void degraded() throws Exception {
        try (ServerProcess server = ServerProcess.startBehindProxy(folder)) {
            run(
                    server,
                    new ProcessBuilder(
                            "node",
                            "degraded.mjs",
                            server.url(),
                            server.tokenOf("Claire"),
                            server.tokenOf("Mehdi"),
                            server.ownUrl()));
        }
    }

    private static void run(ServerProcess server, ProcessBuilder script) throws Exception {
        Process process =
                script.directory(Path.of("webroot", "e2e").toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader();
                Writer in = process.outputWriter()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.equals("KILL")) {
                    server.kill();
                    server.restart();
                    in.write("restarted\n");
                    in.flush();
                }
            }
        }
        assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
    }
}
