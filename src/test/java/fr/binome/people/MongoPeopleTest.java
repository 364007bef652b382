package fr.binome.people;

import fr.binome.mongodb.Mongo;
import fr.binome.mongodb.StandIn;

import org.junit.jupiter.api.AfterAll;

import java.util.concurrent.atomic.AtomicInteger;

/** On the stand-in: what it shows, and what it cannot, stands there. */
class MongoPeopleTest extends MongoPeopleContract {
    private static final StandIn STAND_IN = StandIn.standalone();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @AfterAll
    static void stop() {
        STAND_IN.close();
    }

    @Override
    protected Mongo connect() throws Mongo.Unusable {
        return STAND_IN.connect("people" + DATABASES.incrementAndGet());
    }
}
