package fr.binome.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * A document by which the server that has a database shows that it lives. No clocks are compared:
 * whoever finds the document watches whether it still changes.
 *
 * <p>It keeps a second server from being started by mistake. What keeps a board whole when two run
 * all the same is the journal's own fence.
 */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** Beats that must fail to come before a server counts as dead. */
    private static final int PATIENCE = 3;

    private static final Bson DOCUMENT = eq("_id", "server");

    private final MongoCollection<Document> servers;
    private final String id;
    private final Pause pause;
    private @Nullable Thread thread;
    private volatile boolean closed;

    private Heartbeat(MongoCollection<Document> servers, String id, Pause pause) {
        this.servers = servers;
        this.id = id;
        this.pause = pause;
    }

    /** Waits as long as from one beat to the next. */
    @FunctionalInterface
    interface Pause {
        void untilTheNext() throws InterruptedException;
    }

    static Heartbeat take(MongoCollection<Document> servers, String id) throws Mongo.Unusable {
        return take(servers, id, () -> Thread.sleep(EVERY));
    }

    /** Takes the database: at once when it is free, after a while when its server has died. */
    static Heartbeat take(MongoCollection<Document> servers, String id, Pause pause)
            throws Mongo.Unusable {
        Document left = servers.find(DOCUMENT).first();
        if (left != null) {
            LOG.info("another server did not end, or lives: waiting to see");
        }
        for (int i = 0; left != null && i < PATIENCE; i++) {
            try {
                pause.untilTheNext();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw inUse();
            }
            Document now = servers.find(DOCUMENT).first();
            if (now != null && !now.equals(left)) {
                throw inUse();
            }
            left = now;
        }
        if (left == null ? !insert(servers, id) : !replace(servers, left, id)) {
            throw inUse();
        }
        return new Heartbeat(servers, id, pause);
    }

    private static boolean insert(MongoCollection<Document> servers, String id) {
        try {
            servers.insertOne(
                    new Document("_id", "server").append("holder", id).append("beat", 0L));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static boolean replace(MongoCollection<Document> servers, Document left, String id) {
        return servers.updateOne(
                                and(
                                        DOCUMENT,
                                        eq("holder", left.get("holder")),
                                        eq("beat", left.get("beat"))),
                                combine(set("holder", id), inc("beat", 1L)))
                        .getModifiedCount()
                == 1;
    }

    private static Mongo.Unusable inUse() {
        return new Mongo.Unusable(
                "the MongoDB database is in use by another server; end it, or name another database"
                        + " in \"mongo\"");
    }

    /** Beats once; false when another server has taken the database. */
    boolean beat() {
        return servers.updateOne(and(DOCUMENT, eq("holder", id)), inc("beat", 1L)).getMatchedCount()
                == 1;
    }

    /** Beats until it is closed, or until another server has taken the database. */
    void keepOn(Runnable whenTaken) {
        thread = Thread.ofVirtual().name("heartbeat").start(() -> run(whenTaken));
    }

    private void run(Runnable whenTaken) {
        try {
            while (!closed) {
                pause.untilTheNext();
                try {
                    if (!beat() && !closed) {
                        LOG.error("another server has taken the database: this one ends");
                        whenTaken.run();
                        return;
                    }
                } catch (MongoInterruptedException e) {
                    return;
                } catch (MongoException e) {
                    LOG.warn("the MongoDB does not answer: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets another server take the database at once. */
    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
        try {
            servers.deleteOne(and(DOCUMENT, eq("holder", id)));
        } catch (MongoException e) {
            LOG.warn("the database could not be left: the next start will take a while", e);
        }
    }
}
