package fr.binome.journal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.binome.board.BoardId;
import fr.binome.journal.sqlite.SqliteJournal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

class SqliteJournalTest extends JournalContract {
    @TempDir private Path folder;

    @Override
    protected Journal start() throws SQLException {
        return SqliteJournal.open(folder.resolve("boards.db"));
    }

    @Override
    protected void corrupt(BoardId board, long n) throws SQLException {
        behindItsBack(
                "UPDATE commits SET changes = x'00' WHERE board = '" + board + "' AND n = " + n);
    }

    @Override
    protected void lose(BoardId board, long n) throws SQLException {
        behindItsBack("DELETE FROM commits WHERE board = '" + board + "' AND n = " + n);
    }

    @Override
    protected void spoilNewestSnapshot(BoardId board) throws SQLException {
        behindItsBack(
                "UPDATE snapshots SET bytes = x'00' WHERE board = '"
                        + board
                        + "' AND n = (SELECT max(n) FROM snapshots)");
    }

    @Test
    @DisplayName("J-7 a file that cannot be written fails the append and keeps the rest")
    void failsWhileTheFileIsLocked() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        Commit second = after(first, "b", 1);
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertThat(append(second)).isInstanceOf(Appended.Failed.class);
            statement.execute("ROLLBACK");
        }

        assertThat(append(second)).isInstanceOf(Appended.Written.class);
        assertThat(opened(BOARD).tail()).containsExactly(first, second);
    }

    @Test
    @DisplayName("J-19 a second start on the file takes every board, opened there or not")
    void takesEveryBoard() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        Commit elsewhere = next(opened(OTHER), OTHER, "b", 1);
        try (Journal second = start()) {
            assertThat(append(after(first, "c", 1))).isInstanceOf(Appended.Fenced.class);
            assertThat(append(elsewhere)).isInstanceOf(Appended.Fenced.class);
            assertThat(append(second, next(opened(second, BOARD), "d", 1)))
                    .isInstanceOf(Appended.Written.class);
        }
    }

    @Test
    @DisplayName("J-50 the words of a dropped board are not in the file any more")
    void forgetsTheWords() throws Exception {
        append(next(opened(BOARD), "secret", 1, "t1"));
        this.<Boolean>ask(then -> journal.drop(BOARD, then));
        restart();

        assertThat(Files.readString(folder.resolve("boards.db"), ISO_8859_1))
                .doesNotContain("changes of secret");
    }

    private void behindItsBack(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("boards.db"));
    }
}
