package fr.binome.journal.sqlite;

import fr.binome.board.BoardId;
import fr.binome.journal.Answer;
import fr.binome.journal.Appended;
import fr.binome.journal.Bytes;
import fr.binome.journal.Chain;
import fr.binome.journal.Commit;
import fr.binome.journal.Journal;
import fr.binome.journal.Opening;
import fr.binome.journal.Snapshot;
import fr.binome.journal.StoredDigest;
import fr.binome.sqlite.Outcome;
import fr.binome.sqlite.SqliteFile;
import fr.binome.sqlite.Work;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The journal in one file that this process alone has open: the lock on its folder is the
 * ownership. Each start has its epoch, kept in the file, so that a process that lost the lock
 * without noticing appends nothing more.
 */
public final class SqliteJournal implements Journal {
    private final SqliteFile file;
    private final long epoch;

    private SqliteJournal(SqliteFile file, long epoch) {
        this.file = file;
        this.epoch = epoch;
    }

    public static SqliteJournal open(Path path) throws SQLException {
        SqliteFile file = SqliteFile.open(path, Rows.FORMS);
        CompletableFuture<Outcome<Long>> epoch = new CompletableFuture<>();
        file.write(Rows::newEpoch, epoch::complete);
        return switch (epoch.join()) {
            case Outcome.Done<Long>(var number) -> new SqliteJournal(file, number);
            case Outcome.Failed<Long>(var cause) -> throw closed(file, cause);
            case Outcome.Unknown<Long>(var cause) -> throw closed(file, cause);
        };
    }

    private static SQLException closed(SqliteFile file, Throwable cause) throws SQLException {
        file.close();
        return new SQLException("the journal cannot be written", cause);
    }

    @Override
    public void open(BoardId board, Consumer<Opening> then) {
        // Through the writer, so that it follows every append already accepted.
        file.write(
                connection -> {
                    if (Rows.epoch(connection) != epoch) {
                        throw new SQLException("another server has taken the file");
                    }
                    try {
                        return Chain.verify(
                                epoch,
                                Rows.snapshots(connection, board),
                                (id, n) ->
                                        Rows.commits(
                                                connection,
                                                "board = ? AND n > ?",
                                                Integer.MAX_VALUE,
                                                id.value(),
                                                n),
                                board);
                    } catch (SQLException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new SQLException(e);
                    }
                },
                outcome ->
                        then.accept(
                                switch (outcome) {
                                    case Outcome.Done<Opening>(var opening) -> opening;
                                    case Outcome.Failed<Opening>(var cause) ->
                                            new Opening.Failed(cause);
                                    case Outcome.Unknown<Opening>(var cause) ->
                                            new Opening.Failed(cause);
                                }));
    }

    @Override
    public void append(Commit commit, Consumer<Appended> then) {
        file.<Appended>write(
                connection -> {
                    if (commit.isTooBig()) {
                        throw new SQLException("a commit of more than " + Commit.MAX_BYTES);
                    }
                    if (commit.epoch() != Rows.epoch(connection)
                            || Rows.lastN(connection, commit.board()) != commit.n() - 1) {
                        return new Appended.Fenced();
                    }
                    Rows.insert(connection, commit);
                    return new Appended.Written();
                },
                outcome ->
                        then.accept(
                                switch (outcome) {
                                    case Outcome.Done<Appended>(var appended) -> appended;
                                    case Outcome.Failed<Appended>(var cause) ->
                                            new Appended.Failed(cause);
                                    case Outcome.Unknown<Appended>(var cause) ->
                                            new Appended.Unknown(cause);
                                }));
    }

    @Override
    public void find(BoardId board, long n, Consumer<Answer<List<Commit>>> then) {
        commits("board = ? AND n = ?", 1, then, board.value(), n);
    }

    @Override
    public void read(
            BoardId board,
            long afterSeq,
            long toSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        commits(
                "board = ? AND to_seq > ? AND from_seq < ? AND to_seq > from_seq",
                limit,
                then,
                board.value(),
                afterSeq,
                toSeq);
    }

    @Override
    public void readTouching(
            BoardId board,
            String text,
            long afterSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        commits(
                "board = ?1 AND n IN (SELECT n FROM texts WHERE board = ?1 AND text = ?2 AND to_seq"
                        + " > ?3 ORDER BY to_seq LIMIT "
                        + limit
                        + ")",
                limit,
                then,
                board.value(),
                text,
                afterSeq);
    }

    private void commits(
            String condition, int limit, Consumer<Answer<List<Commit>>> then, Object... values) {
        read(
                connection ->
                        Rows.commits(connection, condition, limit, values).stream()
                                .map(Chain.Stored::commit)
                                .toList(),
                then);
    }

    @Override
    public void save(
            Snapshot snapshot, @Nullable StoredDigest digest, Consumer<Answer<Boolean>> then) {
        file.write(
                connection -> {
                    Rows.insert(connection, snapshot);
                    if (digest != null) {
                        Rows.insert(connection, digest);
                    }
                    return true;
                },
                outcome -> then.accept(answer(outcome)));
    }

    @Override
    public void save(StoredDigest digest, Consumer<Answer<Boolean>> then) {
        file.write(
                connection -> {
                    Rows.insert(connection, digest);
                    return true;
                },
                outcome -> then.accept(answer(outcome)));
    }

    @Override
    public void digests(Consumer<Answer<List<StoredDigest>>> then) {
        read(
                connection -> {
                    List<StoredDigest> found = new ArrayList<>();
                    try (Statement statement = connection.createStatement();
                            ResultSet row =
                                    statement.executeQuery(
                                            "SELECT board, kind, seq, bytes FROM digests")) {
                        while (row.next()) {
                            found.add(
                                    new StoredDigest(
                                            new BoardId(row.getString(1)),
                                            row.getString(2),
                                            row.getLong(3),
                                            Bytes.of(row.getBytes(4))));
                        }
                    }
                    return found;
                },
                then);
    }

    @Override
    public void heads(Consumer<Answer<List<Head>>> then) {
        read(
                connection -> {
                    List<Head> found = new ArrayList<>();
                    try (Statement statement = connection.createStatement();
                            ResultSet row =
                                    statement.executeQuery(
                                            "SELECT board, max(to_seq) FROM commits GROUP BY board"
                                                    + " ORDER BY board")) {
                        while (row.next()) {
                            found.add(new Head(new BoardId(row.getString(1)), row.getLong(2)));
                        }
                    }
                    return found;
                },
                then);
    }

    @Override
    public void drop(BoardId board, Consumer<Answer<Boolean>> then) {
        file.write(
                connection -> {
                    Rows.drop(connection, board);
                    return true;
                },
                outcome -> then.accept(answer(outcome)));
    }

    private <T> void read(Work<T> work, Consumer<Answer<T>> then) {
        file.read(work, outcome -> then.accept(answer(outcome)));
    }

    private static <T> Answer<T> answer(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> new Answer.Found<>(value);
            case Outcome.Failed<T>(var cause) -> new Answer.Failed<>(cause);
            case Outcome.Unknown<T>(var cause) -> new Answer.Failed<>(cause);
        };
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the journal's file cannot be closed", e);
        }
    }
}
