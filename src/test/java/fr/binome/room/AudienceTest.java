package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.board.BoardId;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.Foundation;
import fr.binome.text.Attributes;
import fr.binome.text.Delta;
import fr.binome.text.DeltaBuilder;
import fr.binome.wire.Down;
import fr.binome.wire.Place;
import fr.binome.wire.Up;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is in a room, what they are called and where they are. */
@Timeout(20)
class AudienceTest {
    private static final BoardId BOARD = new BoardId("board0000001");
    private static final PersonId CLAIRE = new PersonId("pclaire");
    private static final PersonId MEHDI = new PersonId("pmehdi");

    private volatile Instant now = Instant.parse("2026-09-01T08:00:00Z");
    private RoomsInMemory memory = memory(true);
    private Rooms rooms = memory.rooms();
    private final Tab claire = new Tab(1);
    private final Tab mehdi = new Tab(2);

    /** What one session is sent, and what follows from the board. */
    private static final class Tab extends Inbox {
        Tab(long session) {
            super(session);
        }

        /** The next message but for what follows from the board; it must be of that type. */
        JsonNode next(String type) throws InterruptedException {
            JsonNode message = heard.take();
            while (message.get("type").asText().equals("insight")) {
                message = heard.take();
            }
            assertThat(message.get("type").asText()).as(message.toString()).isEqualTo(type);
            return message;
        }
    }

    private RoomsInMemory memory(boolean presence) {
        return new RoomsInMemory(
                new MemoryStore(),
                person -> new Down.Shown(person.toString().substring(1), 3),
                () -> now,
                presence);
    }

    @BeforeEach
    void found() {
        Foundation foundation =
                new Foundation(BOARD, "2MRC", "seconde", 2026, List.of("ma"), CLAIRE);
        rooms.found(BOARD, "classe", foundation.changes("binome000001"), CLAIRE).join();
        if (rooms.look(BOARD, CLAIRE).join() instanceof Looked.Seen seen) {
            rooms.act(
                            BOARD,
                            Foundation.welcomeY(
                                    seen.board(),
                                    MEHDI,
                                    LocalDate.of(2026, 9, 1),
                                    new EntityId("binome000002")),
                            PersonId.SYSTEME)
                    .join();
        }
    }

    @AfterEach
    void close() {
        memory.close();
    }

    private void join(Tab tab, PersonId person, long since) {
        rooms.post(BOARD, new Mail.Join(tab, person, new Up.Join(BOARD, null, "i1", since)));
    }

    private void isAt(Tab tab, long seq, @Nullable Place place) {
        rooms.post(BOARD, new Mail.Presence(tab.session(), new Up.Presence(BOARD, seq, 0, place)));
    }

    /** Everything said before has been handled. */
    private void handled() {
        rooms.look(BOARD, CLAIRE).join();
    }

    private static Place at(int index) {
        return new Place(new EntityId("board0000001"), "label", index, 0);
    }

    @Test
    @DisplayName(
            "S-20 S-24 one hears the state, who is who, where they are, and then what was missed")
    void tellsInOrder() throws Exception {
        join(claire, CLAIRE, 1);
        assertThat(claire.next("state").get("role").asText()).isEqualTo("responsable");
        JsonNode people = claire.next("people").get("people");
        assertThat(people.at("/pclaire/name").asText()).isEqualTo("claire");
        assertThat(people.at("/pclaire/hue").asInt()).isEqualTo(3);
        assertThat(people.has("pmehdi")).isTrue();
        assertThat(claire.next("presence").get("sessions")).hasSize(1);
        assertThat(claire.next("frame").get("to").asLong()).isEqualTo(2);

        join(mehdi, MEHDI, 2);
        handled();
        memory.later();
        JsonNode both = claire.next("presence").get("sessions");
        assertThat(both).as("who he is was told with the board's people").hasSize(2);
    }

    @Test
    @DisplayName("S-24 T-7 who is mentioned is told before the words, and with the state")
    void introducesWhomTextsMention() throws Exception {
        join(claire, CLAIRE, 2);
        handled();
        claire.heard.clear();
        EntityId situation = new EntityId("situation001");
        Delta mention =
                new DeltaBuilder().insert("\uFFFC", Attributes.of("mention", "pnadia")).build();
        rooms.act(
                        BOARD,
                        List.of(
                                new KernelCommand.Create(
                                        "situation",
                                        situation,
                                        new EntityId("board0000001"),
                                        null,
                                        Map.of()),
                                new KernelCommand.EditText(situation, "description", mention)),
                        PersonId.SYSTEME)
                .join();
        JsonNode people = claire.next("people").get("people");
        assertThat(people.at("/pnadia/name").asText()).isEqualTo("nadia");
        assertThat(claire.next("frame").toString()).contains("pnadia").doesNotContain("\"nadia");

        join(mehdi, MEHDI, 1);
        mehdi.next("state");
        assertThat(mehdi.next("people").at("/people/pnadia/name").asText()).isEqualTo("nadia");
    }

    @Test
    @DisplayName("S-50 where people are is told together, the newest only, and that they have gone")
    void tellsPresence() throws Exception {
        join(claire, CLAIRE, 2);
        join(mehdi, MEHDI, 2);
        handled();
        memory.later();
        handled();
        claire.heard.clear();

        isAt(mehdi, 2, at(1));
        isAt(mehdi, 2, at(3));
        isAt(claire, 2, at(2));
        isAt(claire, 3, at(4));
        handled();
        assertThat(claire.heard).as("not at once").isEmpty();
        memory.later();
        JsonNode sessions = claire.next("presence").get("sessions");
        List<String> told = new ArrayList<>();
        sessions.forEach(each -> told.add(each.get("session") + " at " + each.at("/at/index")));
        assertThat(told).as("nobody is where nothing is yet").containsExactly("2 at 3", "1 at 2");

        isAt(mehdi, 2, null);
        handled();
        memory.later();
        assertThat(claire.next("presence").at("/sessions/0").has("at")).isFalse();

        rooms.post(BOARD, new Mail.Leave(2));
        handled();
        memory.later();
        JsonNode left = claire.next("presence").at("/sessions/0");
        assertThat(left.get("session").asLong()).isEqualTo(2);
        assertThat(left.get("gone").asBoolean()).isTrue();
        assertThat(claire.heard).isEmpty();
    }

    @Test
    @DisplayName("S-52 where the school wants it, nobody is told who is here or where they are")
    void tellsNoPresence() throws Exception {
        memory.close();
        memory = memory(false);
        rooms = memory.rooms();
        found();
        join(claire, CLAIRE, 2);
        assertThat(claire.next("state").get("unseen").asBoolean()).isTrue();
        claire.next("people");
        join(mehdi, MEHDI, 2);
        isAt(mehdi, 2, at(1));
        rooms.post(BOARD, new Mail.Leave(2));
        handled();
        memory.later();
        handled();
        assertThat(claire.heard)
                .allSatisfy(
                        message -> assertThat(message.get("type").asText()).isEqualTo("insight"));
    }

    @Test
    @DisplayName("S-51 after the frames comes what follows from them: all of it, then what changes")
    void tellsInsights() throws Exception {
        join(claire, CLAIRE, 1);
        claire.next("state");
        claire.next("people");
        claire.next("presence");
        claire.next("frame");
        JsonNode all = claire.heard.take();
        assertThat(all.get("type").asText()).isEqualTo("insight");
        assertThat(all.get("seq").asLong()).isEqualTo(2);
        assertThat(all.at("/values/hours/y").asText()).isEqualTo("pmehdi");

        EntityId acces = new EntityId("board0000001~acces~pmehdi");
        EntityId binome = new EntityId("binome000001");
        rooms.act(
                        BOARD,
                        List.of(new KernelCommand.Remove(binome), new KernelCommand.Remove(acces)),
                        PersonId.SYSTEME)
                .join();
        claire.next("frame");
        handled();
        now = now.plusMillis(250);
        memory.later();
        JsonNode changed = claire.heard.take();
        while (!changed.get("type").asText().equals("insight")) {
            changed = claire.heard.take();
        }
        assertThat(changed.get("seq").asLong()).isEqualTo(3);
        assertThat(changed.get("by").get(0).asText()).isEqualTo("systeme");
        assertThat(changed.at("/values/hours").has("y")).isFalse();
        assertThat(changed.get("values").has("coverage")).as("as it was").isFalse();
    }
}
