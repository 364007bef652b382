package fr.binome.web;

import fr.binome.room.Conversation;
import fr.binome.room.Outlet;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sending side of one session, whatever carries it: takes messages from any thread, in order,
 * hands those that wait over in one go, and counts what is unsent so that rooms hold back.
 */
final class Outbox implements Outlet, Conversation.Line {
    /** More than this unsent, and rooms hold back. */
    private static final long FULL = 256 << 10;

    /** Less than this unsent, and rooms go on. */
    private static final long ROOM_AGAIN = 64 << 10;

    /** Full for longer than this, the session is ended alone. */
    private static final long SLOWEST_MILLIS = 20_000;

    private static final int TRY_AGAIN_LATER = 1013;

    private final long number;
    private final Carrier carrier;
    private final Executor loop;
    private final InstantSource clock;
    private final ConcurrentLinkedQueue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicLong unsent = new AtomicLong();
    private volatile boolean over;
    private volatile long fullSince;
    private Runnable whenDrained = () -> {};

    /** What brings messages to the other side; called on the session's event loop only. */
    interface Carrier {
        /** Whether it would take a message now. */
        boolean takes();

        /**
         * Takes a message.
         *
         * @param sent to be run once the other side, or the network before it, has it
         */
        void carry(byte[] message, Runnable sent);

        /** All that waited has been handed over. */
        void flush();

        /** Ends the session, with one of the codes of S-13. */
        void end(int code);
    }

    /**
     * The sending side of one session.
     *
     * @param loop runs what it is given in order, one at a time
     */
    Outbox(long number, Carrier carrier, Executor loop, InstantSource clock) {
        this.number = number;
        this.carrier = carrier;
        this.loop = loop;
        this.clock = clock;
    }

    /** Who is to be told that what was full has room again. */
    void whenDrained(Runnable then) {
        whenDrained = then;
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
    public void send(byte[] message) {
        if (over) {
            return;
        }
        if (unsent.addAndGet(message.length) > FULL && fullSince == 0) {
            fullSince = clock.millis();
        }
        waiting.add(message);
        if (writing.compareAndSet(false, true)) {
            loop.execute(this::write);
        }
    }

    /** Hands over what waits, as far as the carrier takes it; on the event loop. */
    void write() {
        writing.set(false);
        boolean some = false;
        for (byte[] message = next(); message != null; message = next()) {
            int length = message.length;
            carrier.carry(message, () -> sent(length));
            some = true;
        }
        if (some) {
            carrier.flush();
        }
    }

    private byte @Nullable [] next() {
        return carrier.takes() ? waiting.poll() : null;
    }

    private void sent(int length) {
        if (unsent.addAndGet(-length) < ROOM_AGAIN && fullSince != 0) {
            fullSince = 0;
            whenDrained.run();
        }
    }

    /** Looks, on the event loop, whether the other side still reads. */
    void tick() {
        long since = fullSince;
        if (since != 0 && clock.millis() - since > SLOWEST_MILLIS) {
            hangUp(TRY_AGAIN_LATER);
        }
    }

    /** Runs on the session's event loop. */
    void run(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void hangUp(int code) {
        loop.execute(
                () -> {
                    if (!over) {
                        write();
                        over = true;
                        carrier.end(code);
                    }
                });
    }
}
