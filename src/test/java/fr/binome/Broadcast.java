package fr.binome;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A process whose server does nothing but write each message that comes to every WebSocket: what
 * ours is measured beside, under the same conditions.
 */
final class Broadcast implements AutoCloseable {
    private final Process process;
    private final int port;

    private Broadcast(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Broadcast start() throws IOException {
        int port = ServerProcess.freePort();
        List<String> command = new ArrayList<>(ServerProcess.JAVA);
        command.add(Broadcast.class.getName());
        command.add(Integer.toString(port));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = process.inputReader().readLine();
        if (!"ready".equals(said)) {
            throw new IOException("the broadcast did not start: " + said);
        }
        return new Broadcast(process, port);
    }

    String url() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process itself. */
    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx();
        List<ServerWebSocket> sockets = new ArrayList<>();
        // One event loop, as one server verticle has: the list is its own.
        vertx.runOnContext(
                _ ->
                        vertx.createHttpServer(
                                        new HttpServerOptions()
                                                .addWebSocketSubProtocol("binome.v1"))
                                .webSocketHandler(
                                        socket -> {
                                            sockets.add(socket);
                                            socket.binaryMessageHandler(
                                                    bytes ->
                                                            sockets.forEach(
                                                                    each ->
                                                                            each.writeBinaryMessage(
                                                                                    bytes)));
                                        })
                                .listen(Integer.parseInt(args[0]), "localhost")
                                .onSuccess(_ -> System.out.println("ready"))
                                .onFailure(failure -> System.out.println(failure)));
    }
}
