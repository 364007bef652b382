package fr.binome.mongodb;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;

import io.netty.channel.Channel;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * mongo-java-server in memory: it speaks MongoDB's language and keeps unique indexes. It knows
 * neither replica sets nor write concerns nor sessions, so it shows nothing of durability,
 * majorities or retries; it ignores every index that is not unique.
 */
public final class StandIn implements AutoCloseable {
    private final Backend backend;
    private final MongoServer server;
    private final String host;

    private StandIn(boolean pretending) {
        // It warns of each index that it ignores.
        ((Logger) LoggerFactory.getLogger("de.bwaldvogel")).setLevel(Level.OFF);
        backend = new Backend();
        server = new MongoServer(backend);
        InetSocketAddress address = server.bind();
        host = address.getHostString() + ":" + address.getPort();
        backend.memberOfASet = pretending ? host : null;
    }

    /** As it is: a standalone server. */
    public static StandIn standalone() {
        return new StandIn(false);
    }

    /** One that says it were a replica set, to get past the check and test what comes after it. */
    public static StandIn pretendingToBeAReplicaSet() {
        return new StandIn(true);
    }

    /** What becomes of a request whose answer is lost. */
    public enum Lost {
        BEFORE_IT_WAS_DONE,
        AFTER_IT_WAS_DONE
    }

    private record Loss(String command, Lost lost) {}

    private static final class Backend extends MemoryBackend {
        private final List<Document> heard = new CopyOnWriteArrayList<>();
        private final AtomicReference<@Nullable Loss> next = new AtomicReference<>();
        private volatile @Nullable String memberOfASet;

        @Override
        public Document handleCommand(
                Channel channel, String database, String command, Document query) {
            heard.add(query);
            Loss loss = next.get();
            if (loss != null && loss.command.equals(command) && next.compareAndSet(loss, null)) {
                if (loss.lost == Lost.AFTER_IT_WAS_DONE) {
                    super.handleCommand(channel, database, command, query);
                }
                var unused = channel.close();
                return new Document("ok", 0);
            }
            Document answer = super.handleCommand(channel, database, command, query);
            String member = memberOfASet;
            if (member != null && command.equalsIgnoreCase("ismaster")) {
                answer.append("setName", "rs0")
                        .append("setVersion", 1)
                        .append("hosts", List.of(member))
                        .append("me", member)
                        .append("primary", member)
                        .append("secondary", false);
            }
            return answer;
        }
    }

    public String host() {
        return host;
    }

    public String url(String database) {
        return "mongodb://" + host + "/" + database;
    }

    /** A connection with the concerns of the real one, and without its checks. */
    public Mongo connect(String database) throws Mongo.Unusable {
        return Mongo.connect(MongoAddress.of(url(database)));
    }

    /** All requests with one of these commands that it has received. */
    public List<Document> heard(String... commands) {
        return backend.heard.stream()
                .filter(query -> List.of(commands).contains(query.keySet().iterator().next()))
                .toList();
    }

    /** Cuts the connection instead of answering the next request with that command. */
    public void loseNextAnswerTo(String command, Lost lost) {
        backend.next.set(new Loss(command, lost));
    }

    /** Is gone from one moment to the next. */
    public void die() {
        server.shutdownNow();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
