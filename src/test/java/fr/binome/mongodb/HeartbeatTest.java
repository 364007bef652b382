package fr.binome.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One database, one server; the time between two beats passes when the test says so. */
class HeartbeatTest {
    private final StandIn standIn = StandIn.standalone();
    private final AtomicInteger pauses = new AtomicInteger();
    private Mongo mongo;
    private MongoCollection<Document> servers;

    @BeforeEach
    void connect() throws Mongo.Unusable {
        mongo = standIn.connect("heartbeat");
        servers = mongo.collection("servers");
    }

    @AfterEach
    void disconnect() {
        mongo.close();
        standIn.close();
    }

    @Test
    @DisplayName("J-14 a free database is taken at once, and free again when its server ends")
    void takesWhatIsFree() throws Exception {
        take("a").close();
        Heartbeat b = take("b");

        assertThat(pauses).hasValue(0);
        assertThat(b.beat()).isTrue();
    }

    @Test
    @DisplayName("J-14 a second live server is refused")
    void refusesASecond() throws Exception {
        Heartbeat a = take("a");

        assertThatThrownBy(() -> Heartbeat.take(servers, "b", () -> beat(a)))
                .isInstanceOf(Mongo.Unusable.class)
                .hasMessageContaining("in use by another server");
        assertThat(a.beat()).isTrue();
    }

    @Test
    @DisplayName("J-14 the database of a dead server is taken after three beats that did not come")
    void takesFromTheDead() throws Exception {
        Heartbeat dead = take("a");

        Heartbeat b = take("b");

        assertThat(pauses).hasValue(3);
        assertThat(b.beat()).isTrue();
        assertThat(dead.beat()).isFalse();
    }

    @Test
    @DisplayName("J-14 of two that wait for a dead server one takes the database")
    void oneOfTwoTakes() throws Exception {
        take("a");

        assertThatThrownBy(
                        () ->
                                Heartbeat.take(
                                        servers,
                                        "b",
                                        () -> {
                                            if (pauses.incrementAndGet() == 3) {
                                                taken("c");
                                            }
                                        }))
                .isInstanceOf(Mongo.Unusable.class);
        assertThat(servers.find().first()).containsEntry("holder", "c");
    }

    @Test
    @DisplayName("J-14 a server that slept while another took the database is told, and ends")
    void tellsWhoHasLostIt() throws Exception {
        SynchronousQueue<Boolean> ticks = new SynchronousQueue<>();
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        try (Heartbeat a = Heartbeat.take(servers, "a", ticks::take)) {
            a.keepOn(() -> taken.complete(true));
            take("b");
            ticks.put(true);

            assertThat(taken.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(servers.find().first()).containsEntry("holder", "b");
    }

    private Heartbeat take(String id) throws Mongo.Unusable {
        return Heartbeat.take(servers, id, pauses::incrementAndGet);
    }

    private static void beat(Heartbeat heartbeat) {
        assertThat(heartbeat.beat()).isTrue();
    }

    private void taken(String id) {
        try {
            Heartbeat.take(servers, id, () -> {});
        } catch (Mongo.Unusable e) {
            throw new AssertionError(e);
        }
    }
}
