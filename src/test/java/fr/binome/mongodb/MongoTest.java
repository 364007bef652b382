package fr.binome.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.ServerSocket;

/** What is checked before a MongoDB is used. */
class MongoTest {
    /** So that a test need not wait as long as an operator. */
    private static final String SOON = "serverSelectionTimeoutMS=400";

    private final StandIn standIn = StandIn.standalone();

    @AfterEach
    void stop() {
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "directConnection=true",
                "w=0&journal=false&retryWrites=false",
                "readPreference=secondaryPreferred&readConcernLevel=local",
                "replicaSet=rs0",
                "loadBalanced=true"
            })
    @DisplayName("J-15 a standalone server is refused, whatever the address says")
    void refusesAStandalone(String options) {
        assertThatThrownBy(() -> open(standIn.url("binome") + "?" + options + "&" + SOON))
                .isInstanceOf(Mongo.Unusable.class);
        assertThat(standIn.heard("insert", "update", "create", "createIndexes")).isEmpty();
    }

    @Test
    @DisplayName("J-15 who is refused for a standalone server is told what to do")
    void namesTheRemedy() {
        assertThatThrownBy(() -> open(standIn.url("binome")))
                .hasMessageContaining(standIn.host())
                .hasMessageContaining("standalone")
                .hasMessageContaining("--replSet")
                .hasMessageContaining("rs.initiate()");
    }

    @Test
    @DisplayName("J-15 a server that says it is a replica set is taken, until it is closed")
    void opensAReplicaSet() throws Exception {
        try (StandIn pretender = StandIn.pretendingToBeAReplicaSet()) {
            open(pretender.url("binome")).close();
            open(pretender.url("binome")).close();
            assertThat(pretender.heard("insert")).hasSize(2);
        }
    }

    @Test
    @DisplayName("J-16 what is written asks for majority and journal, what is read for majority")
    void setsTheConcerns() throws Exception {
        String weaker =
                "?w=0&journal=false&wTimeoutMS=1&readConcernLevel=local&readPreference=nearest";
        try (Mongo mongo = Mongo.connect(MongoAddress.of(standIn.url("binome") + weaker))) {
            var collection = mongo.collection("things");
            var thing = new org.bson.Document("_id", 1);
            collection.insertOne(thing);
            collection.replaceOne(thing, thing);
            collection.findOneAndDelete(thing);
            collection.deleteMany(thing);
            collection.find().first();
            collection.countDocuments();
        }

        assertThat(standIn.heard("insert", "update", "findAndModify", "findandmodify", "delete"))
                .hasSize(4)
                .allSatisfy(
                        written ->
                                assertThat(written.get("writeConcern"))
                                        .isEqualTo(
                                                new Document("w", "majority")
                                                        .append("wtimeout", 5000)
                                                        .append("j", true)));
        assertThat(standIn.heard("find", "aggregate"))
                .hasSize(2)
                .allSatisfy(
                        read ->
                                assertThat(read.get("readConcern"))
                                        .isEqualTo(new Document("level", "majority")));
    }

    @Test
    @DisplayName("J-17 nobody there: told within ten seconds, with the place")
    void tellsThatNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        long from = System.nanoTime();

        assertThatThrownBy(() -> open("mongodb://localhost:" + port + "/binome"))
                .isInstanceOf(Mongo.Unusable.class)
                .hasMessageContaining("answers at localhost:" + port);

        assertThat((System.nanoTime() - from) / 1_000_000_000).isLessThan(10);
    }

    @Test
    @DisplayName("J-17 somebody there who says nothing: told all the same")
    void tellsThatNothingIsAnswered() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "mongodb://localhost:" + silent.getLocalPort() + "/binome?" + SOON;

            assertThatThrownBy(() -> open(url))
                    .isInstanceOf(Mongo.Unusable.class)
                    .hasMessageContaining("answers at localhost");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claire:geheim@%s/binome",
                "claire:geheim@%s/binome?authSource=admin&authMechanism=SCRAM-SHA-256",
                "claire:gehe@im@%s/binome",
                "claire:gehe/im@%s/binome",
                "claire:gehe%%im@%s/binome"
            })
    @DisplayName("J-18 neither the user nor the password is ever shown")
    void showsNoSecret(String form) {
        String url = "mongodb://" + form.formatted(standIn.host());

        assertThat(MongoAddress.of(url).hasSecret()).isTrue();
        assertThat(MongoAddress.of(url).toString()).doesNotContain("geh").doesNotContain("claire");
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(Mongo.Unusable.class)
                .hasNoCause()
                .hasMessageContaining("\"mongo\"")
                .hasMessageNotContaining("geh")
                .hasMessageNotContaining("im@")
                .hasMessageNotContaining("claire");
    }

    private static Mongo open(String url) throws Mongo.Unusable {
        return Mongo.open(MongoAddress.of(url), "test", () -> {});
    }
}
