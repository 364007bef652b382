package fr.binome.web;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * Carries a session over plain HTTP, on one event loop: messages come up in posts and go down one
 * per line, in an answer that stays open or in answers that are asked for again and again.
 */
final class Exchange implements Outbox.Carrier {
    /** After so much silence an empty line says that the server is there. */
    private static final long QUIET_MILLIS = 10_000;

    /** Nobody reading for longer than this, the session is over. */
    private static final long UNREAD_MILLIS = 10_000;

    /** As a WebSocket calls an end without a goodbye. */
    private static final int CUT_OFF = 1006;

    private static final byte[] EMPTY = {};

    private final Executor loop;
    private final InstantSource clock;
    private @Nullable Answer reader;
    private Runnable whenEnded = () -> {};
    private Runnable whenOver = () -> {};

    /** When something was last written, or a reader last came or went. */
    private long movedAt;

    /** With which code the session has ended; 0 before. */
    private int ended;

    /** The answer to one request to read. */
    interface Answer {
        /** Whether it goes on after what waits has been told. */
        boolean stays();

        /**
         * Writes a message and the end of its line.
         *
         * @param sent to be run once the network has it
         */
        void line(byte[] message, Runnable sent);

        void end();
    }

    Exchange(Executor loop, InstantSource clock) {
        this.loop = loop;
        this.clock = clock;
        movedAt = clock.millis();
    }

    /** What is to be done once nothing more is heard. */
    void whenEnded(Runnable then) {
        whenEnded = then;
    }

    /** What is to be done once nothing more is told either. */
    void whenOver(Runnable then) {
        whenOver = then;
    }

    /** Whether messages may still come up. */
    boolean isLive() {
        return ended == 0;
    }

    boolean isRead() {
        return reader != null;
    }

    /**
     * Answers with what waits and what comes.
     *
     * @param outbox of this session
     */
    void read(Answer answer, Outbox outbox) {
        reader = answer;
        movedAt = clock.millis();
        if (answer.stays()) {
            // What holds answers back shows at once: nothing comes.
            emptyLine(answer);
        }
        outbox.write();
        if (ended != 0) {
            end(ended);
        }
    }

    /** The network has cut an answer off: what was in it may be lost, and the session with it. */
    void lost(Answer answer) {
        if (answer.equals(reader)) {
            cutOff();
        }
    }

    private static void emptyLine(Answer to) {
        to.line(EMPTY, () -> {});
    }

    @Override
    public boolean takes() {
        return reader != null;
    }

    @Override
    public void carry(byte[] message, Runnable sent) {
        if (reader != null) {
            reader.line(message, sent);
        }
    }

    @Override
    public void flush() {
        movedAt = clock.millis();
        Answer told = reader;
        if (told != null && !told.stays()) {
            // What the loop has still to do may add to it: a goodbye comes with the end.
            loop.execute(
                    () -> {
                        if (told.equals(reader)) {
                            finish(told);
                        }
                    });
        }
    }

    private void finish(Answer answer) {
        reader = null;
        answer.end();
    }

    @Override
    public void end(int code) {
        if (ended == 0) {
            ended = code;
            whenEnded.run();
        }
        if (reader != null) {
            String goodbye = "{\"type\":\"closed\",\"code\":" + code + "}";
            reader.line(goodbye.getBytes(StandardCharsets.US_ASCII), () -> {});
            finish(reader);
            whenOver.run();
        }
    }

    /** Time passes, on the event loop. */
    void tick() {
        long silence = clock.millis() - movedAt;
        if (reader == null) {
            if (silence > UNREAD_MILLIS) {
                cutOff();
            }
        } else if (silence >= QUIET_MILLIS) {
            emptyLine(reader);
            flush();
        }
    }

    /** Nobody is there to be told anything. */
    private void cutOff() {
        reader = null;
        end(CUT_OFF);
        whenOver.run();
    }
}
