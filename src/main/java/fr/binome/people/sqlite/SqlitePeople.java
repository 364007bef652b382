package fr.binome.people.sqlite;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;
import fr.binome.people.Account;
import fr.binome.people.Essai;
import fr.binome.people.Link;
import fr.binome.people.PeopleStore;
import fr.binome.people.Person;
import fr.binome.people.SignedIn;
import fr.binome.sqlite.Outcome;
import fr.binome.sqlite.SqliteFile;
import fr.binome.sqlite.Work;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** People in one SQLite file; calls hop to its threads and wait there. */
public final class SqlitePeople implements PeopleStore {
    private static final List<String> FORMS =
            List.of(
                    """
                    CREATE TABLE persons (
                      id TEXT PRIMARY KEY, name TEXT NOT NULL, hue INTEGER NOT NULL) STRICT;
                    CREATE TABLE accounts (
                      person TEXT PRIMARY KEY REFERENCES persons ON DELETE CASCADE,
                      login TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
                      responsable INTEGER NOT NULL) STRICT;
                    CREATE TABLE links (
                      token TEXT PRIMARY KEY, purpose TEXT NOT NULL,
                      person TEXT REFERENCES persons ON DELETE CASCADE, board TEXT,
                      expires INTEGER NOT NULL) STRICT;
                    CREATE TABLE sessions (
                      token TEXT PRIMARY KEY,
                      person TEXT NOT NULL REFERENCES persons ON DELETE CASCADE,
                      started INTEGER NOT NULL, last_seen INTEGER NOT NULL) STRICT;
                    CREATE INDEX sessions_of ON sessions (person)
                    """,
                    """
                    CREATE TABLE essais (
                      id TEXT PRIMARY KEY, visitor TEXT NOT NULL, colleague TEXT NOT NULL,
                      boards TEXT NOT NULL, made INTEGER NOT NULL) STRICT;
                    ALTER TABLE persons ADD COLUMN essai TEXT REFERENCES essais ON DELETE CASCADE;
                    CREATE INDEX persons_of ON persons (essai)
                    """,
                    "ALTER TABLE links ADD COLUMN discipline TEXT");

    private static final String LINK = "token, purpose, person, board, expires, discipline";

    private final SqliteFile file;

    private SqlitePeople(SqliteFile file) {
        this.file = file;
    }

    public static SqlitePeople open(Path path) throws SQLException {
        return new SqlitePeople(SqliteFile.open(path, FORMS));
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public List<Person> persons() {
        return read("SELECT id, name, hue FROM persons", SqlitePeople::person);
    }

    @Override
    public boolean add(Person person, Account account) {
        return write(
                connection -> {
                    if (!rows(
                                    connection,
                                    "SELECT 1 FROM accounts WHERE login = ?",
                                    row -> true,
                                    account.login())
                            .isEmpty()) {
                        return false;
                    }
                    insert(connection, person, null);
                    run(
                            connection,
                            "INSERT INTO accounts VALUES (?, ?, ?, ?)",
                            account.person().value(),
                            account.login(),
                            account.passwordHash(),
                            account.responsable() ? 1 : 0);
                    return true;
                });
    }

    private static void insert(Connection connection, Person person, @Nullable String essai)
            throws SQLException {
        run(
                connection,
                "INSERT INTO persons (id, name, hue, essai) VALUES (?, ?, ?, ?)",
                person.id().value(),
                person.name(),
                person.hue(),
                essai);
    }

    @Override
    public void add(Essai essai) {
        write(
                connection -> {
                    run(
                            connection,
                            "INSERT INTO essais VALUES (?, ?, ?, ?, ?)",
                            essai.id(),
                            essai.visitor().value(),
                            essai.colleague().value(),
                            essai.boards().stream()
                                    .map(BoardId::value)
                                    .collect(Collectors.joining(" ")),
                            essai.made().toEpochMilli());
                    for (Person person : essai.persons()) {
                        insert(connection, person, essai.id());
                    }
                    return true;
                });
    }

    @Override
    public List<Essai> essais() {
        return read(
                connection ->
                        rows(
                                connection,
                                "SELECT id, visitor, colleague, boards, made FROM essais",
                                row -> essai(connection, row)));
    }

    private static Essai essai(Connection connection, ResultSet row) throws SQLException {
        return new Essai(
                row.getString(1),
                new PersonId(row.getString(2)),
                new PersonId(row.getString(3)),
                rows(
                        connection,
                        "SELECT id, name, hue FROM persons WHERE essai = ?",
                        SqlitePeople::person,
                        row.getString(1)),
                Arrays.stream(row.getString(4).split(" ", -1)).map(BoardId::new).toList(),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    @Override
    public void drop(Essai essai) {
        run("DELETE FROM essais WHERE id = ?", essai.id());
    }

    @Override
    public void erase(PersonId person) {
        run("DELETE FROM persons WHERE id = ?", person.value());
    }

    @Override
    public @Nullable Account account(String login) {
        return one(
                read(
                        "SELECT person, login, password, responsable FROM accounts WHERE login = ?",
                        SqlitePeople::account,
                        login));
    }

    @Override
    public @Nullable Account accountOf(PersonId person) {
        return one(
                read(
                        "SELECT person, login, password, responsable FROM accounts WHERE person ="
                                + " ?",
                        SqlitePeople::account,
                        person.value()));
    }

    @Override
    public void setPassword(PersonId person, String passwordHash) {
        run("UPDATE accounts SET password = ? WHERE person = ?", passwordHash, person.value());
    }

    @Override
    public int responsables() {
        return read("SELECT count(*) FROM accounts WHERE responsable = 1", row -> row.getInt(1))
                .getFirst();
    }

    @Override
    public void put(Link link) {
        PersonId person = link.person();
        BoardId board = link.board();
        run(
                "INSERT INTO links SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE ?3 IS NULL OR "
                        + isThere("?3"),
                link.token(),
                link.purpose().name(),
                person == null ? null : person.value(),
                board == null ? null : board.value(),
                link.expires().toEpochMilli(),
                link.discipline());
    }

    @Override
    public @Nullable Link link(String token, Link.Purpose purpose) {
        return one(
                read(
                        "SELECT " + LINK + " FROM links WHERE token = ? AND purpose = ?",
                        SqlitePeople::link,
                        token,
                        purpose.name()));
    }

    @Override
    public @Nullable Link take(String token, Link.Purpose purpose) {
        return one(
                write(
                        connection ->
                                rows(
                                        connection,
                                        "DELETE FROM links WHERE token = ? AND purpose = ?"
                                                + " RETURNING "
                                                + LINK,
                                        SqlitePeople::link,
                                        token,
                                        purpose.name())));
    }

    @Override
    public void dropLinks(Link.Purpose purpose) {
        run("DELETE FROM links WHERE purpose = ?", purpose.name());
    }

    @Override
    public void put(SignedIn session) {
        run(
                "INSERT OR REPLACE INTO sessions SELECT ?1, ?2, ?3, ?4 WHERE " + isThere("?2"),
                session.token(),
                session.person().value(),
                session.started().toEpochMilli(),
                session.lastSeen().toEpochMilli());
    }

    /** P-17: what comes too late for a person who has been erased is dropped. */
    private static String isThere(String person) {
        return "EXISTS (SELECT 1 FROM persons WHERE id = " + person + ")";
    }

    @Override
    public @Nullable SignedIn session(String token) {
        return one(
                read(
                        "SELECT token, person, started, last_seen FROM sessions WHERE token = ?",
                        SqlitePeople::session,
                        token));
    }

    @Override
    public void touch(String token, Instant seen) {
        run("UPDATE sessions SET last_seen = ? WHERE token = ?", seen.toEpochMilli(), token);
    }

    @Override
    public void end(String token) {
        run("DELETE FROM sessions WHERE token = ?", token);
    }

    @Override
    public List<String> endAll(PersonId person) {
        return write(
                connection ->
                        rows(
                                connection,
                                "DELETE FROM sessions WHERE person = ? RETURNING token",
                                row -> row.getString(1),
                                person.value()));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(new PersonId(row.getString(1)), row.getString(2), row.getInt(3));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new PersonId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getInt(4) == 1);
    }

    private static Link link(ResultSet row) throws SQLException {
        String person = row.getString(3);
        String board = row.getString(4);
        return new Link(
                row.getString(1),
                Link.Purpose.valueOf(row.getString(2)),
                person == null ? null : new PersonId(person),
                board == null ? null : new BoardId(board),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    private static SignedIn session(ResultSet row) throws SQLException {
        return new SignedIn(
                row.getString(1),
                new PersonId(row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)));
    }

    private static <T> @Nullable T one(List<T> rows) {
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private void run(String sql, @Nullable Object... values) {
        write(
                connection -> {
                    run(connection, sql, values);
                    return true;
                });
    }

    private static void run(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private <T> List<T> read(String sql, Row<T> row, @Nullable Object... values) {
        return read(connection -> rows(connection, sql, row, values));
    }

    private <T> T read(Work<T> work) {
        CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
        file.read(work, outcome::complete);
        return value(outcome.join());
    }

    private <T> T write(Work<T> work) {
        CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
        file.write(work, outcome::complete);
        return value(outcome.join());
    }

    private static <T> List<T> rows(
            Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.add(row.read(result));
            }
        }
        return found;
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Failed<T>(var cause) ->
                    throw new IllegalStateException("the people's file does not answer", cause);
            case Outcome.Unknown<T>(var cause) ->
                    throw new IllegalStateException("the people's file does not answer", cause);
        };
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the people's file cannot be closed", e);
        }
    }
}
