package fr.binome.demonstration;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;
import fr.binome.people.Secrets;
import fr.binome.room.Conversation;
import fr.binome.room.Outlet;
import fr.binome.room.Rooms;
import fr.binome.wire.Up;
import fr.binome.wire.UpWriter;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;

/**
 * Where a simulated colleague sits: a session of the server's protocol like a browser's, without
 * the socket. What happens to it happens one thing after the other, on threads that are handed in.
 */
final class Seat implements Outlet, Conversation.Line, BoardClient.World {
    private static final long NEVER = Long.MAX_VALUE;

    private final long session;
    private final PersonId colleague;
    private final Parts parts;
    private final Conversation conversation;
    private final Collegue mind;
    private final ConcurrentLinkedQueue<Runnable> things = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private long wakeAt = NEVER;
    private boolean closed;

    /**
     * What all seats share.
     *
     * @param conversations as those of browsers have them
     */
    record Parts(
            Conversation.Parts conversations,
            Phrases phrases,
            Secrets secrets,
            Executor threads,
            Rooms.Timer timer) {}

    /**
     * Sits down.
     *
     * @param session below zero: those above are browsers'
     */
    Seat(long session, PersonId colleague, PersonId visitor, Parts parts) {
        this.session = session;
        this.colleague = colleague;
        this.parts = parts;
        this.mind =
                new Collegue(
                        visitor,
                        parts.phrases(),
                        RandomGeneratorFactory.of("L64X128MixRandom").create(session),
                        parts.secrets()::id,
                        parts.secrets()::token,
                        this);
        this.conversation =
                new Conversation(this, this, ticket -> colleague, parts.conversations());
        then(
                () ->
                        say(
                                UpWriter.text(
                                        new Up.Hello(
                                                "", Up.PROTOCOL, parts.conversations().build()))));
    }

    /** The visitor is on a board now, or on none. */
    void visit(@Nullable BoardId board) {
        then(() -> mind.visit(board));
    }

    void pause(boolean wanted) {
        then(() -> mind.pause(wanted, now()));
    }

    /** The trial is over. */
    void close() {
        then(
                () -> {
                    closed = true;
                    conversation.closed();
                });
    }

    private long now() {
        return parts.conversations().clock().millis();
    }

    private void then(Runnable thing) {
        things.add(thing);
        if (waiting.getAndIncrement() == 0) {
            parts.threads().execute(this::run);
        }
    }

    private void run() {
        int ran = waiting.get();
        do {
            for (Runnable thing = things.poll(); thing != null; thing = things.poll()) {
                if (!closed) {
                    thing.run();
                }
            }
            if (!closed) {
                mind.act(now());
                wake();
            }
            ran = waiting.addAndGet(-ran);
        } while (ran != 0);
    }

    /** Comes back when the colleague wants to, if not before. */
    private void wake() {
        long at = mind.next();
        if (at < wakeAt) {
            wakeAt = at;
            parts.timer()
                    .after(
                            Duration.ofMillis(Math.max(0, at - now())),
                            () ->
                                    then(
                                            () -> {
                                                if (wakeAt == at) {
                                                    wakeAt = NEVER;
                                                }
                                            }));
        }
    }

    @Override
    public void say(String message) {
        conversation.hear(message);
    }

    @Override
    public void look(BoardId board) {
        CompletableFuture<Void> _ =
                parts.conversations()
                        .rooms()
                        .look(board, colleague)
                        .thenAccept(looked -> then(() -> mind.seen(board, looked)));
    }

    @Override
    public long session() {
        return session;
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public void send(byte[] message) {
        then(() -> mind.hear(message, now()));
    }

    @Override
    public void hangUp(int code) {
        close();
    }
}
