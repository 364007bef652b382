package fr.binome.people;

import fr.binome.people.sqlite.SqlitePeople;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;

class SqlitePeopleTest extends PeopleContract {
    @TempDir private Path folder;

    @Override
    protected PeopleStore open() throws SQLException {
        return SqlitePeople.open(folder.resolve("people.db"));
    }
}
