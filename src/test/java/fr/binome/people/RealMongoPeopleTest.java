package fr.binome.people;

import fr.binome.mongodb.Mongo;
import fr.binome.mongodb.OnRealMongo;
import fr.binome.mongodb.RealMongo;

import org.junit.jupiter.api.AfterEach;

/** On a real server, where one is named. */
@OnRealMongo
class RealMongoPeopleTest extends MongoPeopleContract {
    private final RealMongo real = new RealMongo();

    @Override
    protected Mongo connect() throws Mongo.Unusable {
        return real.connect();
    }

    @AfterEach
    void drop() {
        real.close();
    }
}
