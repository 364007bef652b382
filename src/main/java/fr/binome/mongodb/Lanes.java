package fr.binome.mongodb;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work that may wait, on virtual threads: what is in one lane is done in its order, lanes go side
 * by side. Every piece is told its outcome once.
 */
public final class Lanes<K> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final long MOST_TO_CLOSE_SECONDS = 5;

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("mongo-", 0).factory());

    /** Of each lane in which something is being done: what is to follow. */
    private final Map<K, Queue<Runnable>> waiting = new HashMap<>();

    private boolean closed;

    /**
     * Does something after all that was given to that lane before.
     *
     * @param failed makes the outcome of work that has thrown, or came after closing
     */
    public <T> void run(K lane, Callable<T> work, Function<Throwable, T> failed, Consumer<T> then) {
        Runnable piece = piece(work, failed, then);
        synchronized (this) {
            if (!closed) {
                Queue<Runnable> busy = waiting.get(lane);
                if (busy == null) {
                    waiting.put(lane, new ArrayDeque<>());
                    threads.execute(() -> drain(lane, piece));
                } else {
                    busy.add(piece);
                }
                return;
            }
        }
        then.accept(failed.apply(isClosed()));
    }

    /** Does something beside all lanes. */
    public <T> void aside(Callable<T> work, Function<Throwable, T> failed, Consumer<T> then) {
        synchronized (this) {
            if (!closed) {
                threads.execute(piece(work, failed, then));
                return;
            }
        }
        then.accept(failed.apply(isClosed()));
    }

    private static IllegalStateException isClosed() {
        return new IllegalStateException("is closed");
    }

    private static <T> Runnable piece(
            Callable<T> work, Function<Throwable, T> failed, Consumer<T> then) {
        return () -> {
            T outcome;
            try {
                outcome = work.call();
            } catch (Exception e) {
                outcome = failed.apply(e);
            }
            try {
                then.accept(outcome);
            } catch (RuntimeException e) {
                // Whoever is told must not keep the rest of the lane from being done.
                LOG.error("an outcome could not be told", e);
            }
        };
    }

    private void drain(K lane, Runnable first) {
        Runnable piece = first;
        while (piece != null) {
            piece.run();
            synchronized (this) {
                Queue<Runnable> rest = waiting.get(lane);
                piece = rest == null ? null : rest.poll();
                if (piece == null) {
                    waiting.remove(lane);
                }
            }
        }
    }

    /** Finishes what was given, within five seconds; what then still waits is interrupted. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(MOST_TO_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
