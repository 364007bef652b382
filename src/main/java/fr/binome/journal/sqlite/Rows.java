package fr.binome.journal.sqlite;

import fr.binome.board.BoardId;
import fr.binome.journal.Bytes;
import fr.binome.journal.Chain;
import fr.binome.journal.Commit;
import fr.binome.journal.Snapshot;
import fr.binome.journal.StoredDigest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables of the journal's file, and the statements that speak of them. */
final class Rows {
    static final List<String> FORMS =
            List.of(
                    """
                    CREATE TABLE commits (
                      board TEXT NOT NULL, n INTEGER NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL,
                      epoch INTEGER NOT NULL, id TEXT NOT NULL, from_seq INTEGER NOT NULL,
                      to_seq INTEGER NOT NULL, at INTEGER NOT NULL, texts TEXT NOT NULL,
                      changes BLOB NOT NULL, outcomes BLOB NOT NULL, PRIMARY KEY (board, n)) STRICT;
                    CREATE INDEX commits_by_seq ON commits (board, to_seq);
                    CREATE TABLE texts (
                      board TEXT NOT NULL, text TEXT NOT NULL, to_seq INTEGER NOT NULL,
                      n INTEGER NOT NULL, PRIMARY KEY (board, text, to_seq, n)) STRICT, WITHOUT ROWID;
                    CREATE TABLE snapshots (
                      board TEXT NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, hash BLOB NOT NULL,
                      seq INTEGER NOT NULL, at INTEGER NOT NULL, checksum BLOB NOT NULL,
                      bytes BLOB NOT NULL, PRIMARY KEY (board, n)) STRICT;
                    CREATE TABLE digests (
                      board TEXT PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL,
                      bytes BLOB NOT NULL) STRICT;
                    CREATE TABLE process (epoch INTEGER NOT NULL) STRICT;
                    INSERT INTO process VALUES (0)
                    """);

    private static final String COLUMNS =
            "board, n, prev, hash, epoch, id, from_seq, to_seq, at, texts, changes, outcomes";

    private Rows() {}

    static long newEpoch(Connection connection) throws SQLException {
        try (PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE process SET epoch = epoch + 1 RETURNING epoch");
                ResultSet result = update.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Of the process that opened the file last. */
    static long epoch(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT epoch FROM process")) {
            result.next();
            return result.getLong(1);
        }
    }

    static long lastN(Connection connection, BoardId board) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT max(n) FROM commits WHERE board = ?")) {
            select.setString(1, board.value());
            try (ResultSet result = select.executeQuery()) {
                return result.getLong(1);
            }
        }
    }

    static void insert(Connection connection, Commit commit) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO commits ("
                                + COLUMNS
                                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, commit.board().value());
            insert.setLong(2, commit.n());
            insert.setBytes(3, commit.prev().array());
            insert.setBytes(4, commit.hash().array());
            insert.setLong(5, commit.epoch());
            insert.setString(6, commit.id());
            insert.setLong(7, commit.fromSeq());
            insert.setLong(8, commit.toSeq());
            insert.setLong(9, commit.at().toEpochMilli());
            insert.setString(10, String.join(" ", commit.texts()));
            insert.setBytes(11, commit.changes().array());
            insert.setBytes(12, commit.outcomes().array());
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO texts VALUES (?, ?, ?, ?)")) {
            for (String text : commit.texts()) {
                insert.setString(1, commit.board().value());
                insert.setString(2, text);
                insert.setLong(3, commit.toSeq());
                insert.setLong(4, commit.n());
                insert.executeUpdate();
            }
        }
    }

    /** The commits that a condition on {@code commits} tells, in order. */
    static List<Chain.Stored> commits(
            Connection connection, String condition, int limit, Object... values)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM commits WHERE "
                                + condition
                                + " ORDER BY n LIMIT "
                                + limit)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Chain.Stored> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(stored(row));
                }
            }
            return found;
        }
    }

    private static Chain.Stored stored(ResultSet row) throws SQLException {
        String texts = row.getString(10);
        return new Chain.Stored(
                new Commit(
                        new BoardId(row.getString(1)),
                        row.getLong(2),
                        Bytes.of(row.getBytes(3)),
                        row.getLong(5),
                        row.getString(6),
                        row.getLong(7),
                        row.getLong(8),
                        Instant.ofEpochMilli(row.getLong(9)),
                        texts.isEmpty() ? Set.of() : Set.of(texts.split(" ")),
                        Bytes.of(row.getBytes(11)),
                        Bytes.of(row.getBytes(12))),
                Bytes.of(row.getBytes(4)));
    }

    static void insert(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, snapshot.board().value());
            insert.setLong(2, snapshot.n());
            insert.setString(3, snapshot.kind());
            insert.setBytes(4, snapshot.hash().array());
            insert.setLong(5, snapshot.seq());
            insert.setLong(6, snapshot.at().toEpochMilli());
            insert.setBytes(7, snapshot.checksum().array());
            insert.setBytes(8, snapshot.bytes().array());
            insert.executeUpdate();
        }
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM snapshots WHERE board = ?1 AND n NOT IN"
                                + " (SELECT n FROM snapshots WHERE board = ?1 ORDER BY n DESC LIMIT"
                                + " 2)")) {
            delete.setString(1, snapshot.board().value());
            delete.executeUpdate();
        }
    }

    /** Those that are whole, newest first. */
    static List<Snapshot> snapshots(Connection connection, BoardId board) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT kind, n, hash, seq, at, bytes, checksum FROM snapshots WHERE board"
                                + " = ? ORDER BY n DESC")) {
            select.setString(1, board.value());
            List<Snapshot> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Snapshot snapshot =
                            new Snapshot(
                                    board,
                                    row.getString(1),
                                    row.getLong(2),
                                    Bytes.of(row.getBytes(3)),
                                    row.getLong(4),
                                    Instant.ofEpochMilli(row.getLong(5)),
                                    Bytes.of(row.getBytes(6)));
                    if (snapshot.checksum().equals(Bytes.of(row.getBytes(7)))) {
                        found.add(snapshot);
                    }
                }
            }
            return found;
        }
    }

    static void drop(Connection connection, BoardId board) throws SQLException {
        for (String table : List.of("commits", "texts", "snapshots", "digests")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE board = ?")) {
                delete.setString(1, board.value());
                delete.executeUpdate();
            }
        }
    }

    static void insert(Connection connection, StoredDigest digest) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR REPLACE INTO digests VALUES (?, ?, ?, ?)")) {
            insert.setString(1, digest.board().value());
            insert.setString(2, digest.kind());
            insert.setLong(3, digest.seq());
            insert.setBytes(4, digest.bytes().array());
            insert.executeUpdate();
        }
    }
}
