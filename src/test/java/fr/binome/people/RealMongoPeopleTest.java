package fr.binome.people;

import fr.binome.mongodb.Mongo;
import fr.binome.mongodb.OnRealMongo;
import fr.binome.mongodb.RealMongo;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** On a real server, where one is named. */
@OnRealMongo
class RealMongoPeopleTest extends MongoPeopleContract {
    private @Nullable RealMongo real;

    @Override
    protected Mongo connect() throws Mongo.Unusable {
        RealMongo made = new RealMongo();
        real = made;
        return made.connect();
    }

    @AfterEach
    void drop() {
        if (real != null) {
            real.close();
        }
    }
}
