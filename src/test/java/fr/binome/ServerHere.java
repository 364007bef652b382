package fr.binome;

import fr.binome.room.Limits;

import java.net.ServerSocket;
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
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String url = "http://localhost:" + port;
        Settings settings =
                new Settings(
                        "localhost",
                        port,
                        URI.create(url),
                        List.of(),
                        data,
                        null,
                        true,
                        essais,
                        5,
                        limits);
        return new ServerHere(Running.start(settings, false, () -> {}), url);
    }

    String url() {
        return url;
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
