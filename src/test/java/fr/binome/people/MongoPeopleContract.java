package fr.binome.people;

import fr.binome.mongodb.Mongo;
import fr.binome.people.mongo.MongoPeople;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** People in a MongoDB. */
abstract class MongoPeopleContract extends PeopleContract {
    private @Nullable Mongo mongo;

    /** A connection to a database made for this test. */
    protected abstract Mongo connect() throws Exception;

    @Override
    protected PeopleStore open() throws Exception {
        Mongo connected = mongo;
        if (connected == null) {
            connected = connect();
            mongo = connected;
        }
        return MongoPeople.open(connected);
    }

    @AfterEach
    void disconnect() {
        if (mongo != null) {
            mongo.close();
        }
    }
}
