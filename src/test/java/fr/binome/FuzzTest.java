package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.EntityId;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.ClasseKind;
import fr.binome.parcours.Foundation;
import fr.binome.referentiel.Referentiels;
import fr.binome.room.Acted;
import fr.binome.room.Conversation;
import fr.binome.room.Inbox;
import fr.binome.room.Kinds;
import fr.binome.room.Limits;
import fr.binome.room.Looked;
import fr.binome.room.PersonBuckets;
import fr.binome.room.Rooms;
import fr.binome.wire.KindWire;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Whatever a client sends, its session lives and nobody else notices. */
class FuzzTest {
    private static final int FRAMES = 50_000;
    private static final BoardId BOARD = new BoardId("board0000001");
    private static final PersonId CLAIRE = new PersonId("pclaire");
    private static final PersonId MEHDI = new PersonId("pmehdi");
    private static final String CLIENT = "hostile000000000000000000";
    private static final String GOOD = "peaceful00000000000000000";

    private static final List<String> SEEDS =
            List.of(
                    "{\"type\":\"ping\",\"id\":1}",
                    "{\"type\":\"presence\",\"board\":\"board0000001\",\"seq\":1,\"after\":0,\"at\":{\"id\":\"board0000001\",\"field\":\"label\",\"index\":1,\"length\":0}}",
                    "{\"type\":\"submit\",\"board\":\"board0000001\",\"client\":\""
                            + CLIENT
                            + "\",\"number\":1,\"base\":1,\"commands\":[{\"type\":\"editText\",\"id\":\"board0000001\",\"field\":\"label\",\"delta\":[{\"retain\":1},{\"insert\":\"x\",\"attributes\":{\"bold\":true}},{\"delete\":1}]}]}",
                    "{\"type\":\"submit\",\"board\":\"board0000001\",\"client\":\""
                            + CLIENT
                            + "\",\"number\":2,\"base\":1,\"commands\":[{\"type\":\"create\",\"kind\":\"situation\",\"id\":\"sit000000001\",\"in\":\"board0000001\",\"fields\":{\"titre\":[{\"insert\":\"Titre\\n\"}],\"complexite\":\"courante\",\"weeks\":{\"start\":\"2026-09-07\",\"end\":\"2026-09-11\"}}}]}",
                    "{\"type\":\"submit\",\"board\":\"board0000001\",\"client\":\""
                            + CLIENT
                            + "\",\"number\":3,\"base\":1,\"commands\":[{\"type\":\"setField\",\"id\":\"sit000000001\",\"field\":\"status\",\"value\":\"pret\"},{\"type\":\"move\",\"id\":\"sit000000001\",\"in\":\"board0000001\"},{\"type\":\"remove\",\"id\":\"sit000000001\"},{\"type\":\"restore\",\"id\":\"sit000000001\"}]}",
                    "{\"type\":\"join\",\"board\":\"board0000001\",\"client\":\""
                            + CLIENT
                            + "\",\"incarnation\":\"i1\",\"since\":1}",
                    "{\"type\":\"leave\",\"board\":\"board0000001\"}",
                    "{\"type\":\"hello\",\"ticket\":\"t\",\"protocol\":1,\"build\":\"b\"}");

    private static final List<String> SPICES =
            List.of(
                    "null",
                    "-1",
                    "1e99",
                    "99999999999999999999",
                    "\"\"",
                    "[]",
                    "{}",
                    "true",
                    "\"\\ud800\"",
                    "\"\\u0000\"",
                    "{\"__proto__\":{\"a\":1}}",
                    "\"__proto__\"",
                    "2147483647",
                    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                    "\"board0000002\"",
                    "0.5",
                    "\"constructor\"");

    @Test
    @DisplayName("S-11 whatever is sent, the session lives and the others do not notice")
    void survivesNonsense() throws Exception {
        survives(
                new Limits(1 << 20, 1 << 30, 1 << 30, 1 << 30, 1 << 30, 20, 5_000),
                FRAMES,
                InstantSource.system());
    }

    @Test
    @DisplayName("S-11 S-34 with the limits that ship as well")
    void survivesNonsenseWithinLimits() throws Exception {
        AtomicLong millis = new AtomicLong(System.currentTimeMillis());
        survives(Limits.DEFAULT, 3_000, () -> Instant.ofEpochMilli(millis.addAndGet(5)));
    }

    private static void survives(Limits limits, int frames, InstantSource clock) throws Exception {
        long seed = Long.getLong("binome.seed", System.nanoTime());
        System.out.println("fuzz: seed " + seed + ", " + frames + " messages");
        RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Rooms rooms = rooms(threads);
        try {
            Inbox hostile = new Inbox(1);
            Inbox peaceful = new Inbox(2);
            boolean[] hungUp = {false};
            Conversation.Parts parts =
                    new Conversation.Parts(rooms, limits, new PersonBuckets(limits), clock, "test");
            Conversation bad = conversation(hostile, MEHDI, parts, hungUp);
            Conversation good = conversation(peaceful, CLAIRE, parts, new boolean[1]);
            for (Conversation each : List.of(bad, good)) {
                each.hear("{\"type\":\"hello\",\"ticket\":\"t\",\"protocol\":1,\"build\":\"b\"}");
            }
            good.hear(join(GOOD));
            peaceful.await("state");
            long base = 2;
            int rounds = 0;
            for (int i = 0; i < frames; i++) {
                if (i % 500 == 0) {
                    // A session that sends nothing but nonsense is ended some time; then it comes
                    // anew.
                    bad = conversation(hostile, MEHDI, parts, hungUp);
                    bad.hear(
                            "{\"type\":\"hello\",\"ticket\":\"t\",\"protocol\":1,\"build\":\"b\"}");
                    bad.hear(join(CLIENT));
                    rounds++;
                    good.hear(
                            ScriptedClient.submit(
                                    BOARD.value(),
                                    GOOD,
                                    rounds,
                                    base,
                                    ScriptedClient.JSON
                                            .createObjectNode()
                                            .put("type", "setField")
                                            .put("id", BOARD.value())
                                            .put("field", "rentree")
                                            .put("value", 2020 + rounds % 50)));
                    base = ownFrame(peaceful, rounds);
                }
                bad.hear(spoilt(SEEDS.get(random.nextInt(SEEDS.size())), random));
            }
            bad.hear("{\"type\":\"ping\",\"id\":424242}");
            while (hostile.await("pong").get("id").asLong() != 424242) {
                // Spoilt pings were answered too.
            }
            assertThat(rounds).isEqualTo(frames / 500);
        } finally {
            rooms.stop(Duration.ofSeconds(5));
            threads.shutdownNow();
        }
    }

    private static long ownFrame(Inbox inbox, long number) throws InterruptedException {
        while (true) {
            JsonNode frame = inbox.await("frame");
            for (JsonNode submission : frame.get("submissions")) {
                if (submission.path("number").asLong() == number
                        && submission
                                .get("changes")
                                .path(0)
                                .path("field")
                                .asText()
                                .equals("rentree")) {
                    return frame.get("to").asLong();
                }
            }
        }
    }

    private static String join(String client) {
        return "{\"type\":\"join\",\"board\":\"board0000001\",\"client\":\""
                + client
                + "\",\"incarnation\":\"i1\",\"since\":2}";
    }

    /** A message with something cut, doubled, swapped or put in. */
    private static String spoilt(String message, RandomGenerator random) {
        StringBuilder spoilt = new StringBuilder(message);
        for (int times = random.nextInt(4); times > 0 && !spoilt.isEmpty(); times--) {
            int at = random.nextInt(spoilt.length());
            int to = Math.min(spoilt.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> spoilt.delete(at, to);
                case 1 -> spoilt.insert(at, spoilt.substring(at, to));
                case 2 -> spoilt.setCharAt(at, (char) random.nextInt(0x10000));
                case 3 -> spoilt.setLength(Math.max(1, at));
                default -> {
                    int colon = spoilt.indexOf(":", at);
                    if (colon > 0) {
                        int end = colon + 1;
                        while (end < spoilt.length() && ",}]".indexOf(spoilt.charAt(end)) < 0) {
                            end++;
                        }
                        spoilt.replace(colon + 1, end, SPICES.get(random.nextInt(SPICES.size())));
                    }
                }
            }
        }
        return spoilt.toString();
    }

    private static Conversation conversation(
            Inbox inbox, PersonId person, Conversation.Parts parts, boolean[] hungUp) {
        return new Conversation(inbox, code -> hungUp[0] = true, ticket -> person, parts);
    }

    private static Rooms rooms(ExecutorService threads) throws Exception {
        Rooms rooms =
                new Rooms(
                        new Rooms.Parts(
                                new MemoryJournal(new MemoryStore(), threads),
                                new Kinds(
                                        List.of(
                                                new KindWire<>(
                                                        new ClasseKind(Referentiels.load()),
                                                        NoCommand.class))),
                                person -> null,
                                InstantSource.system(),
                                () -> "commit",
                                threads,
                                (delay, task) -> {},
                                Duration.ofMinutes(1),
                                true));
        Foundation foundation =
                new Foundation(BOARD, "2MRC", "seconde", 2026, List.of("ma"), CLAIRE);
        assertThat(rooms.found(BOARD, "classe", foundation.changes("binome000001"), CLAIRE).join())
                .isEqualTo(new Acted.Done(1));
        Board classe =
                rooms.look(BOARD, CLAIRE).join() instanceof Looked.Seen seen
                        ? seen.board()
                        : Board.empty(BOARD, new ClasseKind(Referentiels.load()).schema());
        assertThat(
                        rooms.act(
                                        BOARD,
                                        Foundation.welcomeY(
                                                classe,
                                                MEHDI,
                                                LocalDate.of(2026, 9, 1),
                                                new EntityId("binome000002")),
                                        PersonId.SYSTEME)
                                .join())
                .isEqualTo(new Acted.Done(2));
        return rooms;
    }
}
