package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.binome.mongodb.Mongo;
import fr.binome.mongodb.StandIn;

import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The server and its MongoDB: what it refuses at its start, and when it gives way. */
class MongoServerTest {
    @TempDir private Path folder;

    @Test
    @DisplayName("J-15 the server's own start refuses a standalone MongoDB and leaves it untouched")
    void refusesAStandalone() throws Exception {
        try (StandIn standalone = StandIn.standalone()) {
            Settings settings =
                    Settings.read(
                            Path.of("config", "binome.json"),
                            Map.of(
                                    "BINOME_MONGO",
                                    standalone.url("binome"),
                                    "BINOME_DATA",
                                    folder.toString()));

            assertThatThrownBy(() -> Running.start(settings, false, () -> {}))
                    .isInstanceOf(Mongo.Unusable.class)
                    .hasMessageContaining("rs.initiate()");
            assertThat(standalone.heard("insert", "update", "create", "createIndexes")).isEmpty();
        }
    }

    @Test
    @Timeout(120)
    @DisplayName("J-14 a second server is refused, and one whose database was taken ends")
    void oneServerAtATime() throws Exception {
        try (StandIn mongo = StandIn.pretendingToBeAReplicaSet()) {
            Map<String, String> environment = Map.of("BINOME_MONGO", mongo.url("binome"));
            try (ServerProcess first = ServerProcess.start(folder, environment)) {
                assertThatThrownBy(() -> ServerProcess.start(folder, environment))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(
                                "Binôme does not start: the MongoDB database is in use");

                try (Mongo other = mongo.connect("binome")) {
                    other.collection("servers")
                            .updateOne(
                                    new Document(),
                                    new Document("$set", new Document("holder", "other")));
                }
                assertThat(first.end()).isEqualTo(3);
            }
        }
    }

    @Test
    @DisplayName("J-18 a start that fails says why without the password")
    void saysWhyWithoutThePassword() throws Exception {
        try (StandIn mongo = StandIn.pretendingToBeAReplicaSet()) {
            String url = mongo.url("binome").replace("://", "://claire:geheim@");

            assertThatThrownBy(() -> ServerProcess.start(folder, Map.of("BINOME_MONGO", url)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not accept the user or the password")
                    .hasMessageNotContaining("geheim");
        }
    }
}
