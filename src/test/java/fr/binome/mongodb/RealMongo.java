package fr.binome.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

/** One database, made for one test, of the MongoDB that {@code BINOME_TEST_MONGO} names. */
public final class RealMongo implements AutoCloseable {
    private final String url;
    private final String database = "binome_test_" + Long.toHexString(System.nanoTime());

    public RealMongo() {
        String named = System.getenv("BINOME_TEST_MONGO");
        ConnectionString parsed = new ConnectionString(named);
        String first = named.split("\\?", 2)[0];
        String options = named.contains("?") ? named.substring(named.indexOf('?') + 1) + "&" : "";
        String server = first.replaceFirst("(?<=[^/:])/[^/]*$", "");
        String source = parsed.getDatabase() == null ? "admin" : parsed.getDatabase();
        url =
                server
                        + "/"
                        + database
                        + "?"
                        + options
                        + (parsed.getCredential() == null || options.contains("authSource=")
                                ? ""
                                : "authSource=" + source);
    }

    public MongoAddress address() {
        return MongoAddress.of(url);
    }

    /** A connection without a heartbeat, so that many tests may follow each other fast. */
    public Mongo connect() throws Mongo.Unusable {
        return Mongo.connect(address());
    }

    @Override
    public void close() {
        try (MongoClient client = MongoClients.create(url)) {
            client.getDatabase(database).drop();
        }
    }
}
