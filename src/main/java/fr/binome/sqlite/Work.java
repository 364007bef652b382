package fr.binome.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to do with a connection; it neither commits nor keeps it. */
@FunctionalInterface
public interface Work<T> {
    T on(Connection connection) throws SQLException;
}
