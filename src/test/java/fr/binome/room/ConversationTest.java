package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.board.PersonId;
import fr.binome.journal.memory.MemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one session and one person may send, with the limits that ship and a clock set by hand. */
class ConversationTest {
    private static final PersonId CLAIRE = new PersonId("pclaire");
    private static final PersonId MEHDI = new PersonId("pmehdi");

    private Instant now = Instant.parse("2026-09-01T08:00:00Z");
    private final RoomsInMemory memory =
            new RoomsInMemory(new MemoryStore(), person -> null, () -> now);
    private final Conversation.Parts parts =
            new Conversation.Parts(
                    memory.rooms(),
                    Limits.DEFAULT,
                    new PersonBuckets(Limits.DEFAULT),
                    () -> now,
                    "test");
    private long sessions;

    @AfterEach
    void close() {
        memory.close();
    }

    /** One session: what it was told and how it ended. */
    private final class Tab extends Inbox {
        private final List<Integer> codes = new ArrayList<>();
        private final Conversation conversation;

        Tab(PersonId person) {
            super(++sessions);
            conversation = new Conversation(this, codes::add, ticket -> person, parts);
        }

        Tab hello() {
            conversation.hear(
                    "{\"type\":\"hello\",\"ticket\":\"t\",\"protocol\":1,\"build\":\"b\"}");
            return this;
        }

        /** Submits to a board that it says it is in. */
        void submit(String words) {
            conversation.hear(
                    ("{\"type\":\"submit\",\"board\":\"board0000001\",\"client\":\"client0000000000000000000\","
                                    + "\"number\":1,\"base\":0,\"commands\":[{\"type\":\"remove\",\"id\":\"board0000001\",\"x\":\"%s\"}]}")
                            .formatted(words));
        }

        Tab join(int board) {
            conversation.hear(
                    "{\"type\":\"join\",\"board\":\"board%07d\",\"incarnation\":\"i1\",\"since\":0}"
                            .formatted(board));
            return this;
        }

        long errors(String reason) {
            return told("error").stream()
                    .filter(each -> each.get("reason").asText().equals(reason))
                    .count();
        }
    }

    private Tab tab(PersonId person) {
        return new Tab(person).hello().join(1);
    }

    @Test
    @DisplayName("S-5 welcome tells who one is, the server's time and every limit")
    void tellsTheLimits() {
        JsonNode welcome = new Tab(CLAIRE).hello().told("welcome").getFirst();

        assertThat(welcome.get("person").asText()).isEqualTo("pclaire");
        assertThat(welcome.get("now").asText()).isEqualTo(now.toString());
        assertThat(welcome.get("limits").toString())
                .isEqualTo(
                        "{\"boards\":20,\"bytes\":524288,\"bytesPerSecond\":65536,\"commands\":100,"
                                + "\"messageBytes\":262144,\"submissions\":120,"
                                + "\"submissionsPerSecond\":30}");
    }

    @Test
    @DisplayName("S-34 a session sends 120 submissions at once and 30 a second in the long run")
    void limitsSubmissions() {
        Tab tab = tab(CLAIRE);
        for (int i = 0; i < 120; i++) {
            tab.submit("");
        }
        assertThat(tab.told("retry")).isEmpty();

        tab.submit("");
        JsonNode retry = tab.told("retry").getFirst();
        assertThat(retry.get("reason").asText()).isEqualTo("rate");
        assertThat(retry.get("number").asLong()).isEqualTo(1);
        long after = retry.get("afterMs").asLong();
        assertThat(after).isBetween(1L, 40L);

        now = now.plusMillis(after);
        tab.submit("");
        assertThat(tab.told("retry")).as("after that while it passes").hasSize(1);
        now = now.plusSeconds(1);
        for (int i = 0; i < 32; i++) {
            tab.submit("");
        }
        assertThat(tab.told("retry").size()).isBetween(2, 4);
    }

    @Test
    @DisplayName(
            "S-34 a person sends twice as much over all sessions; another is not counted with it")
    void limitsPersons() {
        for (Tab tab : List.of(tab(CLAIRE), tab(CLAIRE))) {
            for (int i = 0; i < 120; i++) {
                tab.submit("");
            }
            assertThat(tab.told("retry")).isEmpty();
        }
        Tab third = tab(CLAIRE);
        third.submit("");
        assertThat(third.told("retry")).hasSize(1);
        Tab other = tab(MEHDI);
        other.submit("");
        assertThat(other.told("retry")).isEmpty();
    }

    @Test
    @DisplayName("S-34 S-2 a session sends 512 KiB at once, in messages of 256 KiB at most")
    void limitsBytes() {
        Tab tab = tab(CLAIRE);
        String long200 = "x".repeat(200 << 10);
        tab.submit(long200);
        tab.submit(long200);
        assertThat(tab.told("retry")).isEmpty();
        tab.submit(long200);
        long after = tab.told("retry").getFirst().get("afterMs").asLong();
        assertThat(after).isBetween(1_000L, 2_000L);
        now = now.plusMillis(after);
        tab.submit(long200);
        assertThat(tab.told("retry")).hasSize(1);

        tab.submit("x".repeat(256 << 10));
        assertThat(tab.errors("tooBig")).isEqualTo(1);
    }

    @Test
    @DisplayName("S-20 a session is in 20 boards at once; leaving one makes room")
    void limitsBoards() {
        Tab tab = tab(CLAIRE);
        for (int i = 2; i <= 20; i++) {
            tab.join(i);
        }
        assertThat(tab.join(20).errors("tooManyBoards")).isZero();
        assertThat(tab.join(21).errors("tooManyBoards")).isEqualTo(1);

        tab.conversation.hear("{\"type\":\"leave\",\"board\":\"board0000003\"}");
        assertThat(tab.join(21).errors("tooManyBoards")).isEqualTo(1);
    }

    @Test
    @DisplayName("S-13 after 1,000 errors it ends with 4429, and not before")
    void endsNonsense() {
        Tab tab = tab(CLAIRE);
        for (int i = 0; i < 1_000; i++) {
            tab.conversation.hear("?");
        }
        assertThat(tab.codes).isEmpty();
        assertThat(tab.errors("malformed")).isEqualTo(1_000);
        tab.conversation.hearBinary();
        assertThat(tab.codes).containsExactly(Conversation.TOO_MUCH);
    }

    @Test
    @DisplayName("S-5 who says nothing for 5 seconds does not stay; hello is first, and once")
    void awaitsHello() {
        Tab silent = new Tab(CLAIRE);
        silent.submit("");
        assertThat(silent.errors("helloExpected")).isEqualTo(1);
        now = now.plusMillis(5_000);
        silent.conversation.tick();
        assertThat(silent.codes).isEmpty();
        now = now.plusMillis(1);
        silent.conversation.tick();
        assertThat(silent.codes).containsExactly(Conversation.UNKNOWN);

        Tab tab = tab(CLAIRE);
        now = now.plusSeconds(3_600);
        tab.hello().conversation.tick();
        assertThat(tab.errors("helloTwice")).isEqualTo(1);
        assertThat(tab.codes).isEmpty();
    }
}
