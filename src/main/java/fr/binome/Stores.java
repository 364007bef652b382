package fr.binome;

import fr.binome.journal.Journal;
import fr.binome.journal.mongo.MongoJournal;
import fr.binome.journal.sqlite.SqliteJournal;
import fr.binome.mongodb.Mongo;
import fr.binome.mongodb.MongoAddress;
import fr.binome.people.PeopleStore;
import fr.binome.people.Secrets;
import fr.binome.people.mongo.MongoPeople;
import fr.binome.people.sqlite.SqlitePeople;
import fr.binome.sqlite.DataFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** Where boards and people are kept: in the embedded store, or in a MongoDB. */
record Stores(Journal journal, PeopleStore people) {
    /** Opens stores; what is to be closed is added as soon as it is open. */
    @FunctionalInterface
    interface Opening {
        Stores open(InstantSource clock, Secrets secrets, List<AutoCloseable> toClose)
                throws IOException, SQLException, DataFolder.InUse, Mongo.Unusable;
    }

    /** Opens the embedded store; what is to be closed is added as soon as it is open. */
    static Stores embedded(Path data, List<AutoCloseable> toClose)
            throws IOException, SQLException, DataFolder.InUse {
        DataFolder folder = DataFolder.open(data);
        toClose.add(folder);
        Journal journal = SqliteJournal.open(folder.file("boards.db"));
        toClose.add(journal);
        PeopleStore people = SqlitePeople.open(folder.file("people.db"));
        toClose.add(people);
        return new Stores(journal, people);
    }

    /**
     * Opens a MongoDB; what is to be closed is added as soon as it is open.
     *
     * @param whenTaken is run when another server has taken the database
     */
    static Stores in(
            MongoAddress address,
            InstantSource clock,
            Secrets secrets,
            Runnable whenTaken,
            List<AutoCloseable> toClose)
            throws Mongo.Unusable {
        Mongo mongo = Mongo.open(address, secrets.id(), whenTaken);
        toClose.add(mongo);
        Journal journal = MongoJournal.open(mongo, clock, secrets::id);
        toClose.add(journal);
        PeopleStore people = MongoPeople.open(mongo);
        toClose.add(people);
        return new Stores(journal, people);
    }
}
