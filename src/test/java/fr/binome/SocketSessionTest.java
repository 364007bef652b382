package fr.binome;

/** Sessions over a WebSocket. */
class SocketSessionTest extends SessionContract {
    SocketSessionTest() {
        super(Carriage.Kind.WEB_SOCKET);
    }
}
