package fr.binome.sqlite;

import org.sqlite.SQLiteConfig;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Opens the connections of one file, each with the same care. */
final class Connections {
    /** "BNME": marks a file as one of ours. */
    private static final int APPLICATION = 0x424e4d45;

    private Connections() {}

    static Connection open(String url, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection(url);
        run(connection, "PRAGMA secure_delete = ON");
        if (readOnly) {
            run(connection, "PRAGMA query_only = ON");
        }
        return connection;
    }

    /**
     * Brings a file to the newest of its forms.
     *
     * @param forms what makes each form from the one before
     * @throws SQLException when it is not ours, or is of a form yet to come
     */
    static void prepare(Connection connection, List<String> forms) throws SQLException {
        int application = number(connection, "PRAGMA application_id");
        int version = number(connection, "PRAGMA user_version");
        boolean empty = number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (application != APPLICATION && !empty) {
            throw new SQLException("the file holds something else than data of Binôme");
        }
        if (version > forms.size()) {
            throw new SQLException(
                    "the file was written by a newer Binôme (form " + version + "): use that one");
        }
        run(connection, "BEGIN IMMEDIATE");
        for (int form = version; form < forms.size(); form++) {
            for (String statement : forms.get(form).split(";", -1)) {
                run(connection, statement);
            }
        }
        run(connection, "PRAGMA application_id = " + APPLICATION);
        run(connection, "PRAGMA user_version = " + forms.size());
        run(connection, "COMMIT");
    }

    static void run(Connection connection, String sql) throws SQLException {
        if (!sql.isBlank()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getInt(1);
        }
    }
}
