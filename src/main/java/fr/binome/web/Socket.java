package fr.binome.web;

import fr.binome.room.Conversation;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;

/** Carries a session over a WebSocket, on its event loop. */
final class Socket implements Outbox.Carrier {
    private final ServerWebSocket webSocket;
    private final int longest;
    private Buffer message = Buffer.buffer();
    private boolean text;
    private boolean dropping;

    /**
     * A socket whose messages nobody hears yet.
     *
     * @param longest message it takes, in bytes; a longer one is dropped and told
     */
    Socket(ServerWebSocket webSocket, int longest) {
        this.webSocket = webSocket;
        this.longest = longest;
    }

    void listen(Session session, Sessions sessions) {
        webSocket.frameHandler(frame -> frame(frame, session.conversation()));
        webSocket.exceptionHandler(failure -> webSocket.close());
        webSocket.closeHandler(
                nothing -> {
                    sessions.closed(session);
                    session.gone().complete(null);
                });
    }

    /** Puts messages together itself, so that one too long is dropped and the session lives. */
    private void frame(WebSocketFrame frame, Conversation conversation) {
        if (frame.isClose() || frame.isPing() || frame.type() == WebSocketFrameType.PONG) {
            return;
        }
        if (!frame.isContinuation()) {
            message = Buffer.buffer();
            text = frame.isText();
            dropping = false;
        }
        Buffer data = frame.binaryData();
        if (dropping || message.length() + data.length() > longest) {
            dropping = true;
            message = Buffer.buffer();
        } else {
            message.appendBuffer(data);
        }
        if (frame.isFinal()) {
            if (dropping) {
                conversation.hearTooBig();
            } else if (!text) {
                conversation.hearBinary();
            } else {
                conversation.hear(Utf8.decoded(message.getBytes()));
            }
        }
    }

    @Override
    public boolean takes() {
        return !webSocket.isClosed();
    }

    @Override
    public void carry(byte[] bytes, Runnable sent) {
        webSocket.writeBinaryMessage(Buffer.buffer(bytes)).onComplete(written -> sent.run());
    }

    @Override
    public void flush() {}

    @Override
    public void end(int code) {
        if (!webSocket.isClosed()) {
            webSocket.close((short) code);
        }
    }
}
