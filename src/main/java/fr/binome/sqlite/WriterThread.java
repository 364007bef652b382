package fr.binome.sqlite;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Takes all that waits, writes it in one transaction with a savepoint for each piece, commits once,
 * and tells each its own outcome.
 */
final class WriterThread {
    private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);
    private static final int MOST_AT_ONCE = 512;

    private final Connection connection;
    private final LinkedBlockingQueue<Piece<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean closed;

    /** Work with what it came to; the outcome is told only after the transaction has ended. */
    private static final class Piece<T> {
        private final @Nullable Work<T> work;
        private final Consumer<Outcome<T>> then;
        private @Nullable Outcome<T> outcome;

        Piece(@Nullable Work<T> work, Consumer<Outcome<T>> then) {
            this.work = work;
            this.then = then;
        }

        boolean isLast() {
            return work == null;
        }

        void run(Connection connection) throws SQLException {
            if (work == null) {
                return;
            }
            Connections.run(connection, "SAVEPOINT piece");
            try {
                outcome = new Outcome.Done<>(work.on(connection));
            } catch (SQLException | RuntimeException e) {
                outcome = new Outcome.Failed<>(e);
                Connections.run(connection, "ROLLBACK TO piece");
            }
            Connections.run(connection, "RELEASE piece");
        }

        void ends(@Nullable Outcome<T> instead) {
            Outcome<T> told =
                    instead != null && !(outcome instanceof Outcome.Failed) ? instead : outcome;
            if (told != null) {
                try {
                    then.accept(told);
                } catch (RuntimeException e) {
                    // Whoever is told must not end the thread that writes for all.
                    LOG.error("an outcome could not be told", e);
                }
            }
        }

        void failed(Throwable cause) {
            ends(new Outcome.Failed<>(cause));
        }

        void unknown(Throwable cause) {
            ends(new Outcome.Unknown<>(cause));
        }
    }

    private WriterThread(Connection connection, String name) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    static WriterThread start(Connection connection, String name) {
        WriterThread writer = new WriterThread(connection, name);
        writer.thread.start();
        return writer;
    }

    <T> void write(Work<T> work, Consumer<Outcome<T>> then) {
        synchronized (this) {
            if (!closed) {
                waiting.add(new Piece<>(work, then));
                return;
            }
        }
        then.accept(new Outcome.Failed<>(new IllegalStateException("the file is closed")));
    }

    private void run() {
        List<Piece<?>> batch = new ArrayList<>();
        boolean last = false;
        while (!last) {
            try {
                batch.add(waiting.take());
            } catch (InterruptedException e) {
                continue;
            }
            waiting.drainTo(batch, MOST_AT_ONCE - 1);
            last = batch.getLast().isLast();
            write(batch);
            batch.clear();
        }
    }

    private void write(List<Piece<?>> batch) {
        try {
            Connections.run(connection, "BEGIN IMMEDIATE");
            for (Piece<?> piece : batch) {
                piece.run(connection);
            }
        } catch (SQLException e) {
            // A full disk may end the whole transaction by itself; nothing of it was committed.
            rollback(e);
            batch.forEach(piece -> piece.failed(e));
            return;
        }
        try {
            Connections.run(connection, "COMMIT");
        } catch (SQLException e) {
            rollback(e);
            batch.forEach(piece -> piece.unknown(e));
            return;
        }
        batch.forEach(piece -> piece.ends(null));
    }

    private void rollback(SQLException cause) {
        try {
            Connections.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    void close() throws SQLException {
        synchronized (this) {
            closed = true;
            waiting.add(new Piece<Boolean>(null, outcome -> {}));
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
