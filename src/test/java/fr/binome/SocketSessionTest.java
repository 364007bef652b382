package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;

/** Sessions over a WebSocket. */
class SocketSessionTest extends SessionContract {
    SocketSessionTest() {
        super(Carriage.Kind.WEB_SOCKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.example", "http://localhost", "null", ""})
    @DisplayName("S-1 a page of another origin, or one that does not say its own, gets no socket")
    void isOfOneOrigin(String origin) {
        WebSocket.Builder builder =
                ScriptedClient.HTTP.newWebSocketBuilder().subprotocols("binome.v1");
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        URI door = URI.create(url().replace("http", "ws") + "/ws");
        Throwable refused =
                catchThrowable(() -> builder.buildAsync(door, new WebSocket.Listener() {}).join());
        assertThat(refused)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
    }
}
