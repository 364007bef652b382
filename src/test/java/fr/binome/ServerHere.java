package fr.binome;

import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.people.memory.MemoryPeople;
import fr.binome.room.Limits;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The real server in this process, with its demonstration school. */
final class ServerHere implements AutoCloseable {
    private final Running running;
    private final String url;

    private ServerHere(Running running, String url) {
        this.running = running;
        this.url = url;
    }

    static ServerHere start(Path data, Limits limits) throws Exception {
        return start(data, limits, 200);
    }

    /** One on which so many may try at once. */
    static ServerHere start(Path data, Limits limits, int essais) throws Exception {
        int port = ServerProcess.freePort();
        URI here = URI.create("http://localhost:" + port);
        return start(
                new Settings(
                        "localhost",
                        port,
                        here,
                        List.of(),
                        data,
                        null,
                        true,
                        essais,
                        true,
                        5,
                        limits));
    }

    /** One whose stores forget everything with it. */
    static ServerHere inMemory(Limits limits) throws Exception {
        int port = ServerProcess.freePort();
        URI here = URI.create("http://localhost:" + port);
        Path none = Path.of("none");
        Settings settings =
                new Settings(
                        "localhost", port, here, List.of(), none, null, true, 0, true, 5, limits);
        Running running =
                Running.start(
                        settings,
                        false,
                        (clock, secrets, toClose) ->
                                new Stores(
                                        new MemoryJournal(new MemoryStore(), Runnable::run),
                                        new MemoryPeople()));
        return new ServerHere(running, here.toString());
    }

    /** One that stands behind a proxy that ends TLS, and knows itself by that proxy's address. */
    static ServerHere behind(Path data, URI publicUrl) throws Exception {
        List<String> proxies = List.of("192.0.2.1");
        return start(
                new Settings(
                        "localhost",
                        ServerProcess.freePort(),
                        publicUrl,
                        proxies,
                        data,
                        null,
                        true,
                        200,
                        true,
                        5,
                        Limits.DEFAULT));
    }

    private static ServerHere start(Settings settings) throws Exception {
        return new ServerHere(
                Running.start(settings, false, () -> {}), "http://localhost:" + settings.port());
    }

    String url() {
        return url;
    }

    /** The token of the link that makes the first account. */
    String setUpToken() {
        return running.invitations().stream()
                .filter(line -> line.contains("set up"))
                .map(line -> line.substring(line.indexOf('#') + 1))
                .findFirst()
                .orElseThrow();
    }

    /** What was printed for whoever started it. */
    List<String> invitations() {
        return running.invitations();
    }

    /** The token of the demonstration link of that teacher. */
    String tokenOf(String name) {
        return running.invitations().stream()
                .filter(line -> line.contains("as " + name))
                .map(line -> line.substring(line.indexOf('#') + 1))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        running.stop();
    }
}
