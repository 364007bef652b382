package fr.binome.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.connection.ClusterType;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One database of a MongoDB, held by this server alone. What is written is durable on a majority of
 * the replica set before it is acknowledged, what is read cannot be rolled back; nothing in the
 * address changes that.
 *
 * <p>The driver blocks. It is called from virtual threads: it waits on sockets and locks of Java
 * alone, in which a virtual thread leaves its carrier.
 */
public final class Mongo implements AutoCloseable {
    private static final String DEFAULT_DATABASE = "binome";
    private static final int UNAUTHORIZED = 13;

    private final MongoClient client;
    private final MongoDatabase database;
    private final String hosts;
    private @Nullable Heartbeat heartbeat;

    private Mongo(MongoClient client, MongoDatabase database, String hosts) {
        this.client = client;
        this.database = database;
        this.hosts = hosts;
    }

    /** Why a MongoDB cannot be used, in words for the operator, without any secret. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * Connects and checks: the server must be (of) a replica set, and no other server of Binôme may
     * have the database. Answers within ten seconds, unless it has to see whether another still
     * lives.
     *
     * @param server a name for this server, made at random
     * @param whenTaken is run when another server has taken the database: this one must end
     */
    public static Mongo open(MongoAddress address, String server, Runnable whenTaken)
            throws Unusable {
        Mongo mongo = connect(address);
        try {
            mongo.check();
            mongo.heartbeat = Heartbeat.take(mongo.collection("servers"), server);
            mongo.heartbeat.keepOn(whenTaken);
            return mongo;
        } catch (MongoException e) {
            mongo.close();
            throw mongo.unusable(e);
        } catch (Unusable e) {
            mongo.close();
            throw e;
        }
    }

    /** Without the checks: not for a server. */
    static Mongo connect(MongoAddress address) throws Unusable {
        ConnectionString parsed;
        try {
            parsed = new ConnectionString(address.value());
        } catch (IllegalArgumentException e) {
            // Its message may repeat a part of the password.
            throw new Unusable(
                    "\"mongo\" cannot be read: it must be like"
                            + " mongodb://host:27017/binome?replicaSet=rs0, with :, /, ? and @ in the"
                            + " user or the password written as %3A, %2F, %3F and %40");
        } catch (MongoException e) {
            throw new Unusable("\"mongo\" cannot be looked up: " + e.getMessage());
        }
        MongoClient client = MongoClients.create(settings(parsed));
        String name = parsed.getDatabase();
        return new Mongo(
                client,
                client.getDatabase(name == null ? DEFAULT_DATABASE : name),
                String.join(",", parsed.getHosts()));
    }

    /** The address may change how long to wait, never what an acknowledgement means. */
    private static MongoClientSettings settings(ConnectionString address) {
        return MongoClientSettings.builder()
                .applicationName("binome")
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket ->
                                socket.connectTimeout(3, TimeUnit.SECONDS)
                                        .readTimeout(10, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(20).maxWaitTime(5, TimeUnit.SECONDS))
                .applyConnectionString(address)
                .writeConcern(
                        WriteConcern.MAJORITY.withJournal(true).withWTimeout(5, TimeUnit.SECONDS))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .retryWrites(true)
                .retryReads(true)
                .build();
    }

    private void check() throws Unusable {
        client.getDatabase("admin")
                .withTimeout(8, TimeUnit.SECONDS)
                .runCommand(new Document("ping", 1));
        ClusterType type = client.getClusterDescription().getType();
        if (type == ClusterType.STANDALONE || type == ClusterType.UNKNOWN) {
            throw new Unusable(
                    "the MongoDB at "
                            + hosts
                            + " is a standalone server: it may lose what it has acknowledged. Make"
                            + " it a replica set of one: start it with --replSet rs0, then run"
                            + " rs.initiate() once");
        }
    }

    /** A collection with the concerns of this connection. */
    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /** A collection with its indexes, which are made where they are missing. */
    public MongoCollection<Document> collection(String name, List<IndexModel> indexes)
            throws Unusable {
        try {
            MongoCollection<Document> collection = collection(name);
            collection.createIndexes(indexes);
            return collection;
        } catch (MongoException e) {
            throw unusable(e);
        }
    }

    private Unusable unusable(MongoException cause) {
        return new Unusable(
                switch (cause) {
                    case MongoSecurityException _ ->
                            "the MongoDB at "
                                    + hosts
                                    + " does not accept the user or the password of \"mongo\"";
                    case MongoTimeoutException _ ->
                            "no primary of a MongoDB answers at "
                                    + hosts
                                    + ": does it run, is it reached from here, was rs.initiate()"
                                    + " run once, and is the name in \"replicaSet\" its own?";
                    case MongoCommandException command
                            when command.getErrorCode() == UNAUTHORIZED ->
                            "the user of \"mongo\" may not write in the database "
                                    + database.getName()
                                    + ": give it the role readWrite there";
                    default -> "the MongoDB at " + hosts + " cannot be used: " + cause.getMessage();
                });
    }

    /** Lets another server take the database, and disconnects. */
    @Override
    public void close() {
        if (heartbeat != null) {
            heartbeat.close();
        }
        client.close();
    }
}
