package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.mongodb.StandIn;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The real server, real connections of each kind, {@code kill -9} at random moments: what was
 * acknowledged is there exactly once and in order. It says nothing of a power cut, which takes what
 * the operating system had not written yet.
 */
@Order(2)
class KillTest {
    private static final boolean LONG = Boolean.getBoolean("binome.long");

    /** What one writer has been told. */
    private record Acknowledged(long number, long seq) {}

    @TempDir private Path folder;

    @Test
    @DisplayName("S-35 S-40 what was acknowledged survives kill -9, once and in order")
    void losesNothing() throws Exception {
        losesNothing(LONG ? 200 : 3, Map.of());
    }

    /** Slow: each start waits to see whether the killed one still lives. */
    @Test
    @Tag("long")
    @DisplayName("S-35 S-40 J-13 so it does where boards are in a MongoDB, as far as ours goes")
    void losesNothingInAMongoDB() throws Exception {
        try (StandIn mongo = StandIn.pretendingToBeAReplicaSet()) {
            losesNothing(5, Map.of("BINOME_MONGO", mongo.url("binome")));
            assertThat(folder).as("the embedded store").isEmptyDirectory();
        }
    }

    private void losesNothing(int kills, Map<String, String> environment) throws Exception {
        long seed = Long.getLong("binome.seed", System.nanoTime());
        System.out.println("kill test: seed " + seed + ", " + kills + " kills");
        RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        List<List<Acknowledged>> all = new ArrayList<>();
        for (Carriage.Kind _ : Carriage.Kind.values()) {
            all.add(new ArrayList<>());
        }
        try (ServerProcess server = ServerProcess.start(folder, environment);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Signed in once: sessions survive the server's death as well.
            ScriptedClient door = new ScriptedClient(server.url());
            door.signIn(server.tokenOf("Claire"));
            String board = aBoard(door);
            List<String> situations = someSituations(door, board, 1 + kills / 10);
            ScriptedClient stranger = new ScriptedClient(server.url());
            stranger.signIn(server.tokenOf("Mehdi"));
            Reader reader = new Reader(stranger, board);
            List<Writer> writers = new ArrayList<>();
            for (Carriage.Kind kind : Carriage.Kind.values()) {
                int index = writers.size();
                writers.add(new Writer(index, kind, board, situations, all.get(index)));
            }
            for (int kill = 0; kill < kills; kill++) {
                CountDownLatch under = new CountDownLatch(20 + random.nextInt(120));
                List<Future<Void>> running = new ArrayList<>();
                for (Writer writer : writers) {
                    running.add(threads.submit(writer.until(door, under)));
                }
                under.await();
                server.kill();
                for (Future<Void> each : running) {
                    each.get();
                }
                server.restart();
                if (kill % 10 == 9) {
                    // So often that it never lags so far that a snapshot is all it gets.
                    reader.readOn();
                }
            }
            assertThat(reader.verify(all)).isGreaterThan(kills * 20);
            assertThat(server.stop()).as("a clean stop").isLessThan(5_000);
        }
    }

    /** Reads the board as a stranger would, every frame from the beginning. */
    private static final class Reader {
        private final ScriptedClient door;
        private final String board;
        private final Map<String, List<Long>> seqs = new TreeMap<>();
        private long at;

        Reader(ScriptedClient door, String board) {
            this.door = door;
            this.board = board;
        }

        void readOn() throws IOException, InterruptedException {
            try (ScriptedClient client = door.another()) {
                client.connect();
                client.join(board, "reader0000000000000000000", at);
                long head = client.await("state").get("head").asLong();
                while (at < head) {
                    JsonNode frame = client.await("frame");
                    assertThat(frame.get("from").asLong()).as("frames follow").isEqualTo(at);
                    at = frame.get("to").asLong();
                    for (JsonNode submission : frame.get("submissions")) {
                        read(submission);
                    }
                }
            }
        }

        private void read(JsonNode submission) {
            for (JsonNode change : submission.get("changes")) {
                if (change.path("field").asText().equals("consigne")) {
                    JsonNode delta = change.get("delta");
                    String word = delta.get(delta.size() - 1).get("insert").asText();
                    seqs.computeIfAbsent(word, w -> new ArrayList<>())
                            .add(submission.get("seq").asLong());
                }
            }
        }

        /** Answers how many acknowledged submissions were found, each once. */
        int verify(List<List<Acknowledged>> all) throws IOException, InterruptedException {
            readOn();
            String text = text();
            int total = 0;
            for (int writer = 0; writer < all.size(); writer++) {
                for (Acknowledged each : all.get(writer)) {
                    String word = Writer.word(writer, each.number());
                    assertThat(seqs.get(word)).as(word).containsExactly(each.seq());
                    assertThat(text.indexOf(word))
                            .as(word)
                            .isEqualTo(text.lastIndexOf(word))
                            .isNotNegative();
                    total++;
                }
            }
            System.out.println("kill test: " + total + " acknowledged submissions found once");
            return total;
        }

        private String text() throws IOException, InterruptedException {
            StringBuilder text = new StringBuilder();
            for (JsonNode entity : door.get("boards/" + board + "/snapshot").get("entities")) {
                entity.at("/fields/consigne").forEach(op -> text.append(op.get("insert").asText()));
            }
            return text.toString();
        }
    }

    private static String aBoard(ScriptedClient client) throws IOException, InterruptedException {
        return client.get("classes").get(0).get("board").asText();
    }

    /** New ones, since a text has its limit. */
    private static List<String> someSituations(ScriptedClient door, String board, int count)
            throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        ObjectNode[] creates = new ObjectNode[count];
        for (int i = 0; i < count; i++) {
            String id = "situation%03d".formatted(i);
            creates[i] =
                    ScriptedClient.JSON
                            .createObjectNode()
                            .put("type", "create")
                            .put("kind", "situation")
                            .put("id", id)
                            .put("in", board);
            creates[i].putObject("fields");
            ids.add(id);
        }
        try (ScriptedClient maker = door.another()) {
            long base = maker.get("boards/" + board + "/snapshot").get("seq").asLong();
            maker.connect();
            maker.join(board, "maker0000000000000000000", base);
            maker.await("state");
            maker.say(ScriptedClient.submit(board, "maker0000000000000000000", 1, base, creates));
            maker.await("frame");
        }
        return ids;
    }

    /** One client with a queue: one submission in flight, resent as it was until it is answered. */
    private static final class Writer {
        private final int index;
        private final Carriage.Kind kind;
        private final String board;
        private final String client;
        private final List<String> situations;
        private final List<Acknowledged> acknowledged;
        private long number = 1;
        private long base;
        private String inFlight = "";
        private boolean fresh = true;

        Writer(
                int index,
                Carriage.Kind kind,
                String board,
                List<String> situations,
                List<Acknowledged> acknowledged) {
            this.index = index;
            this.kind = kind;
            this.board = board;
            this.situations = situations;
            this.acknowledged = acknowledged;
            this.client = "writer" + index + "000000000000000000000";
        }

        static String word(int writer, long number) {
            return "<" + writer + ":" + number + ">";
        }

        /** Writes until the connection ends. */
        Callable<Void> until(ScriptedClient door, CountDownLatch under) {
            return () -> {
                try (ScriptedClient tab = door.another().over(kind)) {
                    write(tab, under);
                } catch (IOException | RuntimeException e) {
                    // The server has been killed while it was being asked.
                    return null;
                } catch (AssertionError e) {
                    // Nobody is to wait for what this one would have written.
                    while (under.getCount() > 0) {
                        under.countDown();
                    }
                    throw e;
                }
                return null;
            };
        }

        private void write(ScriptedClient tab, CountDownLatch under)
                throws IOException, InterruptedException {
            if (base == 0) {
                base = tab.get("boards/" + board + "/snapshot").get("seq").asLong();
            }
            tab.connect();
            tab.join(board, client, base);
            int pen = 0;
            while (true) {
                JsonNode message = tab.next();
                switch (message.get("type").asText()) {
                    case "closed" -> {
                        return;
                    }
                    case "state" -> {
                        pen = message.get("pen").asInt();
                        send(tab);
                    }
                    case "frame" -> {
                        for (JsonNode submission : message.get("submissions")) {
                            if (submission.path("pen").asInt() == pen
                                    && submission.path("number").asLong() == number) {
                                acknowledged(submission.get("seq").asLong(), under);
                            }
                        }
                        base = message.get("to").asLong();
                        if (fresh) {
                            send(tab);
                        }
                    }
                    case "answer" -> {
                        // One sent again and found in the tail as well is answered twice.
                        if (message.get("number").asLong() == number) {
                            assertThat(message.get("outcome").asText())
                                    .as(message.toString())
                                    .isEqualTo("accepted");
                            acknowledged(message.get("seq").asLong(), under);
                            send(tab);
                        }
                    }
                    case "error", "resync" -> throw new AssertionError("not expected: " + message);
                    default -> {}
                }
            }
        }

        private void acknowledged(long seq, CountDownLatch under) {
            acknowledged.add(new Acknowledged(number, seq));
            number++;
            fresh = true;
            under.countDown();
        }

        private void send(ScriptedClient tab) throws IOException, InterruptedException {
            if (fresh) {
                // A text that all write in takes about two thousand words.
                String situation = situations.get((int) (number / 500) % situations.size());
                ObjectNode edit =
                        ScriptedClient.insert(situation, "consigne", 0, word(index, number));
                inFlight = ScriptedClient.submit(board, client, number, base, edit);
                fresh = false;
            }
            tab.say(inFlight);
        }
    }
}
