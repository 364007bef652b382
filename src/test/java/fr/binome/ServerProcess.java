package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real server in a process of its own, to be stopped, or killed without a word, and started
 * again.
 */
final class ServerProcess implements AutoCloseable {
    /** How the tests start a JVM of their own; the class to run is to follow. */
    static final List<String> JAVA =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    // It lives for seconds: what the second compiler makes would come too late.
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"));

    private final Path data;
    private final int port;
    private final int publicPort;
    private final Map<String, String> environment;
    private Process process;
    private List<String> said;

    private ServerProcess(Path data, int port, int publicPort, Map<String, String> environment)
            throws IOException {
        this.data = data;
        this.port = port;
        this.publicPort = publicPort;
        this.environment = environment;
        this.said = new ArrayList<>();
        this.process = launch();
    }

    static ServerProcess start(Path data) throws IOException {
        return start(data, Map.of());
    }

    /** With more settings. */
    static ServerProcess start(Path data, Map<String, String> environment) throws IOException {
        int port = freePort();
        return new ServerProcess(data, port, port, environment);
    }

    /** Known by another port, which the test's own proxy is to listen on. */
    static ServerProcess startBehindProxy(Path data) throws IOException {
        return new ServerProcess(data, freePort(), freePort(), Map.of());
    }

    /** A port that nobody listens on just now. */
    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        command.add("fr.binome.Main");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("BINOME_PORT", Integer.toString(port));
        builder.environment().put("BINOME_PUBLIC_URL", url());
        builder.environment().put("BINOME_DATA", data.toString());
        builder.environment().put("BINOME_LIMITS_SUBMISSIONS", "1000000");
        builder.environment().put("BINOME_LIMITS_SUBMISSIONS_PER_SECOND", "1000000");
        builder.environment().put("BINOME_LIMITS_BYTES", "1000000000");
        builder.environment().put("BINOME_LIMITS_BYTES_PER_SECOND", "1000000000");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        Process started = builder.start();
        said = new ArrayList<>();
        BufferedReader out = started.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.contains("as Mehdi")) {
                Thread.ofVirtual().start(() -> out.lines().forEach(said::add));
                return started;
            }
        }
        throw new IOException("the server did not start: " + said);
    }

    /** What browsers have in their address bar. */
    String url() {
        return "http://localhost:" + publicPort;
    }

    /** Where the server itself listens. */
    String ownUrl() {
        return "http://localhost:" + port;
    }

    /** The token of the demonstration link of that teacher. */
    String tokenOf(String name) {
        return tokenAfter("as " + name);
    }

    /** The token of the link by which the first account is made. */
    String setUpToken() {
        return tokenAfter("set up:");
    }

    private String tokenAfter(String words) {
        return said.stream()
                .filter(line -> line.contains(words))
                .map(line -> line.substring(line.indexOf('#') + 1))
                .findFirst()
                .orElseThrow();
    }

    /** {@code kill -9}: no goodbye, no flush. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ctrl-C; answers in how many milliseconds it ended. */
    long stop() throws InterruptedException {
        long from = System.nanoTime();
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
        return (System.nanoTime() - from) / 1_000_000;
    }

    /** Waits until it ends by itself; answers with which code. */
    int end() throws InterruptedException {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended by itself").isTrue();
        return process.exitValue();
    }

    void restart() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
