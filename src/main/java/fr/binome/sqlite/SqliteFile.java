package fr.binome.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One database file. All that writes goes through one platform thread, which puts whatever waits
 * into one transaction; what reads goes through another. Virtual threads hand work over and never
 * enter native code.
 */
public final class SqliteFile implements AutoCloseable {
    private final WriterThread writer;
    private final Connection readerConnection;
    private final ExecutorService reader;

    private SqliteFile(WriterThread writer, Connection readerConnection, ExecutorService reader) {
        this.writer = writer;
        this.readerConnection = readerConnection;
        this.reader = reader;
    }

    /**
     * Opens a file, making it where it is missing.
     *
     * @param forms the statements, divided by semicolons, that make each form of the file from the
     *     one before
     */
    public static SqliteFile open(Path file, List<String> forms) throws SQLException {
        String url = "jdbc:sqlite:" + file;
        Connection writing = Connections.open(url, false);
        try {
            Connections.prepare(writing, forms);
        } catch (SQLException e) {
            writing.close();
            throw e;
        }
        Connection reading = Connections.open(url, true);
        String name = "sqlite " + file.getFileName();
        return new SqliteFile(
                WriterThread.start(writing, name + " writer"),
                reading,
                Executors.newSingleThreadExecutor(
                        task -> Thread.ofPlatform().name(name + " reader").unstarted(task)));
    }

    /** Writes; {@code then} is called on the writer's thread once the outcome is durable. */
    public <T> void write(Work<T> work, Consumer<Outcome<T>> then) {
        writer.write(work, then);
    }

    /** Reads what is committed; {@code then} is called on the reader's thread. */
    public <T> void read(Work<T> work, Consumer<Outcome<T>> then) {
        try {
            reader.execute(() -> then.accept(outcome(work)));
        } catch (RejectedExecutionException e) {
            then.accept(new Outcome.Failed<>(e));
        }
    }

    private <T> Outcome<T> outcome(Work<T> work) {
        try {
            return new Outcome.Done<>(work.on(readerConnection));
        } catch (SQLException | RuntimeException e) {
            return new Outcome.Failed<>(e);
        }
    }

    /** Writes what was accepted, then closes the file. */
    @Override
    public void close() throws SQLException {
        writer.close();
        reader.shutdown();
        try {
            reader.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readerConnection.close();
    }
}
