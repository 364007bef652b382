package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Real browsers on the real server; the scripts are in {@code webroot/e2e}. */
@Order(Integer.MAX_VALUE - 1)
class BrowserTest {
    @TempDir private Path folder;
    private @Nullable Connection store;

    @Test
    @Timeout(300)
    @DisplayName(
            "V-55 V-56 two teachers write one paragraph and take back what is theirs, while the"
                    + " server is killed and restarted")
    void twoTeachers() throws Exception {
        run("two-teachers.mjs");
    }

    @Test
    @Timeout(300)
    @DisplayName("two teachers in one text keep their carets and the words that they compose")
    void oneText() throws Exception {
        run("one-text.mjs");
    }

    @Test
    @Timeout(300)
    @DisplayName(
            "S-60 V-61 V-63 cut off, closed, crashed, asleep, killed: each word is there once,"
                    + " and the pill never says more than is true")
    void cutOff() throws Exception {
        run("cut-off.mjs");
    }

    @Test
    @Tag("long")
    @Timeout(300)
    @DisplayName(
            "S-60 each tab has a queue of its own, what closed ones left is sent, in nobody else's"
                    + " name, and signing out asks")
    void tabs() throws Exception {
        run("tabs.mjs");
    }

    @Test
    @Tag("long")
    @Timeout(300)
    @DisplayName(
            "V-60 V-62 P-18 a new version is offered and sends what waits first; on a shared"
                    + " computer nothing stays")
    void whatStays() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder)) {
            run(
                    server,
                    new ProcessBuilder(
                            "node",
                            "what-stays.mjs",
                            server.url(),
                            server.tokenOf("Claire"),
                            server.setUpToken()));
        }
    }

    @Test
    @Timeout(300)
    @DisplayName("P-2 P-3 P-5 V-1 V-2 the first days of a school, each screen looked at on the way")
    void firstDays() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder)) {
            run(
                    server,
                    new ProcessBuilder(
                            "node", "first-days.mjs", server.url(), server.setUpToken()));
        }
    }

    @Test
    @Timeout(300)
    @DisplayName(
            "V-110 V-55 V-21 what one writes changes findings and coverage on every screen, and the"
                    + " board answers what teachers ask it")
    void parcours() throws Exception {
        run("parcours.mjs");
    }

    @Test
    @Tag("long")
    @Timeout(300)
    @DisplayName("300 situations, a sheet of 60 texts, two who type: how long the screens take")
    void comfort() throws Exception {
        run("comfort.mjs");
    }

    @Test
    @Tag("long")
    @Timeout(300)
    @DisplayName(
            "V-107 a class is carried on: its drafts build on the year before, of people nothing")
    void reconduire() throws Exception {
        run("reconduire.mjs");
    }

    @Test
    @Tag("long")
    @Timeout(300)
    @DisplayName(
            "V-140 V-143 P-22 a teacher of French joins the team, comments and writes nothing; the"
                    + " binôme sees it within a second and answers")
    void equipe() throws Exception {
        run("equipe.mjs");
    }

    @Test
    @Tag("long")
    @Timeout(300)
    @DisplayName(
            "V-151 V-152 V-154 C-8 a team of seconde puts its own table of common competences in"
                    + " place: its colleague, the coverage and the diploma see it within a second")
    void communes() throws Exception {
        run("communes.mjs");
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
    @Tag("long")
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

    @Test
    @Tag("long")
    @Timeout(300)
    @DisplayName(
            "V-70 V-71 a newcomer goes from the first page to paper, led by the words on the screen")
    void firstMinute() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder)) {
            run(server, new ProcessBuilder("node", "first-minute.mjs", server.url()));
        }
    }

    private void run(ServerProcess server, ProcessBuilder script) throws Exception {
        if (Boolean.getBoolean("binome.long")) {
            script.environment().put("BINOME_LONG", "1");
        }
        Process process =
                script.directory(Path.of("webroot", "e2e").toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader();
                Writer in = process.outputWriter()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                System.out.println(line);
                switch (line) {
                    case "KILL" -> {
                        server.kill();
                        server.restart();
                    }
                    case "STORE AWAY" -> takeStore();
                    case "STORE BACK" -> giveStoreBack();
                    default -> {
                        continue;
                    }
                }
                in.write("done\n");
                in.flush();
            }
        } finally {
            giveStoreBack();
        }
        assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
    }

    /** Nothing that the server writes of boards becomes durable until it is given back. */
    private void takeStore() throws SQLException {
        store = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("boards.db"));
        try (Statement statement = store.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    private void giveStoreBack() throws SQLException {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
