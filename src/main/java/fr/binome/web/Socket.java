package fr.binome.web;

import fr.binome.room.Conversation;
import fr.binome.room.Outlet;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One WebSocket: hands its messages to a conversation on the socket's event loop, and takes
 * messages from any thread, in order, writing those that wait in one go.
 */
final class Socket implements Outlet, Conversation.Line {
    /** More than this unsent, and rooms hold back. */
    private static final long FULL = 256 << 10;

    /** Less than this unsent, and rooms go on. */
    private static final long ROOM_AGAIN = 64 << 10;

    /** Full for longer than this, the socket is closed alone. */
    private static final long SLOWEST_MILLIS = 20_000;

    private static final int TRY_AGAIN_LATER = 1013;

    private final long number;
    private final ServerWebSocket webSocket;
    private final Context context;
    private final ConcurrentLinkedQueue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicLong unsent = new AtomicLong();
    private final int longest;
    private @Nullable Conversation conversation;
    private Buffer message = Buffer.buffer();
    private boolean text;
    private boolean dropping;
    private volatile long fullSince;

    /**
     * A socket whose messages nobody hears yet.
     *
     * @param longest message it takes, in bytes; a longer one is dropped and told
     */
    Socket(long number, ServerWebSocket webSocket, Context context, int longest) {
        this.number = number;
        this.webSocket = webSocket;
        this.context = context;
        this.longest = longest;
    }

    void carry(Conversation carried) {
        conversation = carried;
        webSocket.frameHandler(this::frame);
        webSocket.exceptionHandler(failure -> webSocket.close());
        webSocket.closeHandler(nothing -> carried.closed());
    }

    /** Puts messages together itself, so that one too long is dropped and the session lives. */
    private void frame(WebSocketFrame frame) {
        Conversation carried = conversation;
        if (carried == null
                || frame.isClose()
                || frame.isPing()
                || frame.type() == io.vertx.core.http.WebSocketFrameType.PONG) {
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
                carried.hearTooBig();
            } else if (!text) {
                carried.hearBinary();
            } else {
                carried.hear(decoded(message.getBytes()));
            }
        }
    }

    /** Text that is not UTF-8 is not JSON either, and is heard as nothing. */
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    @Override
    public long session() {
        return number;
    }

    @Override
    public boolean isFull() {
        return unsent.get() > FULL;
    }

    @Override
    public void send(byte[] bytes) {
        if (unsent.addAndGet(bytes.length) > FULL && fullSince == 0) {
            fullSince = System.nanoTime() / 1_000_000;
        }
        waiting.add(bytes);
        if (writing.compareAndSet(false, true)) {
            context.runOnContext(nothing -> write());
        }
    }

    private void write() {
        writing.set(false);
        for (byte[] bytes = waiting.poll(); bytes != null; bytes = waiting.poll()) {
            int length = bytes.length;
            if (webSocket.isClosed()) {
                unsent.addAndGet(-length);
            } else {
                webSocket
                        .writeBinaryMessage(Buffer.buffer(bytes))
                        .onComplete(written -> sent(length));
            }
        }
    }

    private void sent(int length) {
        long left = unsent.addAndGet(-length);
        if (left < ROOM_AGAIN && fullSince != 0) {
            fullSince = 0;
            Conversation carried = conversation;
            if (carried != null) {
                carried.drained();
            }
        }
    }

    /** Looks, on the event loop, whether the other side still reads and has said who it is. */
    void tick() {
        long since = fullSince;
        if (since != 0 && System.nanoTime() / 1_000_000 - since > SLOWEST_MILLIS) {
            hangUp(TRY_AGAIN_LATER);
        } else {
            Conversation carried = conversation;
            if (carried != null) {
                carried.tick();
            }
        }
    }

    /** Runs on the socket's event loop. */
    void run(Runnable task) {
        context.runOnContext(nothing -> task.run());
    }

    @Override
    public void hangUp(int code) {
        context.runOnContext(
                nothing -> {
                    write();
                    if (!webSocket.isClosed()) {
                        webSocket.close((short) code);
                    }
                });
    }
}
