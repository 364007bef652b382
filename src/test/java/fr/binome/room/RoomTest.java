package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.board.BoardId;
import fr.binome.board.EntityId;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.journal.Answer;
import fr.binome.journal.Appended;
import fr.binome.journal.Commit;
import fr.binome.journal.Opening;
import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.ClasseKind;
import fr.binome.parcours.Foundation;
import fr.binome.referentiel.Referentiels;
import fr.binome.wire.KindWire;
import fr.binome.wire.Up;
import fr.binome.wire.UpReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A room driven by hand: each append ends when the test says so, and how. */
class RoomTest {
    private static final BoardId BOARD = new BoardId("board0000001");
    private static final PersonId CLAIRE = new PersonId("pclaire");
    private static final PersonId MEHDI = new PersonId("pmehdi");
    private static final String CLIENT_C = "claire0000000000000000000";
    private static final String CLIENT_M = "mehdi00000000000000000000";

    private final MemoryStore store = new MemoryStore();
    private final ArrayDeque<Runnable> disk = new ArrayDeque<>();
    private final MemoryJournal journal = new MemoryJournal(store, disk::add);
    private final Inbox claire = new Inbox(1);
    private final Inbox mehdi = new Inbox(2);
    private final ArrayDeque<Effect.Append> appends = new ArrayDeque<>();
    private final List<Effect> effects = new ArrayList<>();
    private Instant now = Instant.parse("2026-09-01T08:00:00Z");
    private int ids;
    private Room<NoCommand> room;

    @BeforeEach
    void foundAndJoin() throws Exception {
        room = open();
        Foundation foundation =
                new Foundation(BOARD, "2MRC", "seconde", 2026, List.of("ma"), CLAIRE);
        List<Acted> acted = new ArrayList<>();
        tell(new Mail.Found("classe", foundation.changes("binome000001"), CLAIRE, acted::add));
        land();
        assertThat(acted).containsExactly(new Acted.Done(1));
        tell(
                new Mail.Act(
                        List.copyOf(
                                Foundation.welcomeY(
                                                room.confirmed(),
                                                MEHDI,
                                                LocalDate.of(2026, 9, 1),
                                                new EntityId("binome000002"))
                                        .stream()
                                        .map(fr.binome.board.Command.Kernel<Object>::new)
                                        .toList()),
                        PersonId.SYSTEME,
                        acted::add));
        land();
        join(claire, CLAIRE, CLIENT_C, 2);
        join(mehdi, MEHDI, CLIENT_M, 2);
        claire.heard.clear();
        mehdi.heard.clear();
    }

    private Room<NoCommand> open() throws Exception {
        List<Opening> opening = new ArrayList<>();
        journal.open(BOARD, opening::add);
        disk.remove().run();
        KindWire<NoCommand> wire =
                new KindWire<>(new ClasseKind(Referentiels.load()), NoCommand.class);
        return new Room<>(
                wire,
                History.of(BOARD, wire, (Opening.Opened) opening.getFirst()),
                person -> null,
                () -> now,
                () -> "commit" + ids++,
                true,
                new Digests());
    }

    @Test
    @DisplayName("S-35 nothing is told before it is durable")
    void tellsWhatIsDurable() {
        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));
        assertThat(claire.take("frame")).isEmpty();

        land();
        assertThat(claire.take("frame")).hasSize(1);
        assertThat(mehdi.take("frame")).hasSize(1);
    }

    @Test
    @DisplayName("S-40 what comes while a commit is under way goes together in the next")
    void commitsInGroups() {
        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));
        submit(mehdi, CLIENT_M, 1, 2, insert(0, "b"));
        submit(mehdi, CLIENT_M, 2, 2, insert(0, "c"));
        assertThat(appends).hasSize(1);
        land();
        land();

        List<JsonNode> frames = claire.take("frame");
        assertThat(frames).hasSize(2);
        assertThat(frames.get(1).get("submissions")).hasSize(2);
        assertThat(frames.get(1).get("from").asLong()).isEqualTo(3);
        assertThat(frames.get(1).get("to").asLong()).isEqualTo(5);
    }

    @Test
    @DisplayName("T-4 an edit is transformed through those that came first")
    void transforms() {
        submit(claire, CLIENT_C, 1, 2, insert(0, "first "));
        submit(mehdi, CLIENT_M, 1, 2, insert(4, "!"));
        land();
        land();

        assertThat(label()).isEqualTo("first 2MRC!\n");
    }

    @Test
    @DisplayName("S-31 S-32 the same number and bytes get the same answer, and are decided once")
    void decidesOnce() {
        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));
        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));
        land();
        assertThat(claire.heard.stream().map(each -> each.get("type").asText()))
                .as("the frame is the answer")
                .containsExactly("frame");
        JsonNode submission = claire.take("frame").getFirst().at("/submissions/0");
        assertThat(submission.get("number").asLong()).isEqualTo(1);
        assertThat(submission.get("pen").isInt()).isTrue();
        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));

        assertThat(appends).isEmpty();
        assertThat(label()).isEqualTo("a2MRC\n");
        List<JsonNode> answers = claire.take("answer");
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().get("outcome").asText()).isEqualTo("accepted");
        assertThat(answers.getFirst().get("seq").asLong()).isEqualTo(3);
    }

    @Test
    @DisplayName("S-31 the same number with other bytes is told, a lower one is old")
    void tellsReuse() {
        submit(claire, CLIENT_C, 2, 2, insert(0, "a"));
        land();
        submit(claire, CLIENT_C, 2, 2, insert(0, "b"));
        submit(claire, CLIENT_C, 1, 2, insert(0, "c"));

        assertThat(claire.heard.stream().map(each -> each.path("reason").asText()))
                .contains("numberReused");
        assertThat(claire.take("answer").getFirst().get("outcome").asText()).isEqualTo("old");
        assertThat(label()).isEqualTo("a2MRC\n");
    }

    @Test
    @DisplayName("S-33 a refusal is told once what it rests on is durable")
    void refusesInOrder() {
        submit(claire, CLIENT_C, 1, 2, create("sit000000001"));
        submit(mehdi, CLIENT_M, 1, 2, create("sit000000001"));
        assertThat(mehdi.take("answer")).isEmpty();

        land();
        JsonNode answer = mehdi.heard.peekLast();
        assertThat(answer).isNotNull();
        List<JsonNode> answers = mehdi.take("answer");
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().get("reason").asText()).isEqualTo("taken");
        assertThat(answers.getFirst().get("at").asLong()).isEqualTo(3);
    }

    @Test
    @DisplayName("S-33 who lacks the role is refused, and the last responsable stays")
    void guardsRights() {
        String acces = "board0000001~acces~pclaire";
        submit(mehdi, CLIENT_M, 1, 2, "{\"type\":\"remove\",\"id\":\"" + acces + "\"}");
        submit(claire, CLIENT_C, 1, 2, "{\"type\":\"remove\",\"id\":\"" + acces + "\"}");

        assertThat(mehdi.take("answer").getFirst().get("reason").asText()).isEqualTo("denied");
        assertThat(claire.take("answer").getFirst().get("reason").asText())
                .isEqualTo("lastResponsable");
    }

    @Test
    @DisplayName("S-35 a failed commit is told to nobody, and the board opens as it was")
    void throwsAwayWhatFailed() throws Exception {
        submit(claire, CLIENT_C, 1, 2, insert(0, "lost"));
        Commit commit = appends.remove().commit();
        tell(new Mail.Stored(commit, new Appended.Failed(new IOException("disk"))));

        assertThat(effects).last().isInstanceOf(Effect.Unload.class);
        assertThat(claire.heard.peekLast()).isNotNull();
        assertThat(claire.take("frame")).isEmpty();
        room = open();
        assertThat(label()).isEqualTo("2MRC\n");
        join(claire, CLAIRE, CLIENT_C, 2);
        submit(claire, CLIENT_C, 1, 2, insert(0, "again "));
        land();
        assertThat(label()).isEqualTo("again 2MRC\n");
    }

    @Test
    @DisplayName("S-35 who acts in the server is told when the commit, or the room, is lost")
    void tellsWhoActs() {
        List<Acted> acted = new ArrayList<>();
        Mail.Act act =
                new Mail.Act(
                        List.of(
                                new fr.binome.board.Command.Kernel<>(
                                        new fr.binome.board.KernelCommand.Remove(
                                                new fr.binome.board.EntityId("binome000001")))),
                        CLAIRE,
                        acted::add);
        tell(act);
        tell(act);
        assertThat(acted).isEmpty();

        Commit commit = appends.remove().commit();
        tell(new Mail.Stored(commit, new Appended.Failed(new IOException("disk"))));
        assertThat(acted).containsExactly(new Acted.Unavailable(), new Acted.Unavailable());
    }

    @Test
    @DisplayName("S-35 an unknown outcome is read back, never guessed")
    void readsBack() throws Exception {
        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));
        Commit commit = appends.remove().commit();
        journal.append(commit, outcome -> {});
        disk.remove().run();
        tell(new Mail.Stored(commit, new Appended.Unknown(new IOException("silence"))));
        assertThat(effects).last().isInstanceOf(Effect.ReadBack.class);

        tell(new Mail.ReadBack(commit, new Answer.Found<>(List.of(commit))));
        assertThat(claire.take("frame")).hasSize(1);
    }

    @Test
    @DisplayName("S-31 exactly-once outlives the room")
    void remembersAcrossRooms() throws Exception {
        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));
        land();
        room = open();
        join(claire, CLAIRE, CLIENT_C, 3);
        assertThat(claire.take("state").getLast().get("lastNumber").asLong()).isEqualTo(1);

        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));
        assertThat(claire.take("answer").getFirst().get("seq").asLong()).isEqualTo(3);
        assertThat(label()).isEqualTo("a2MRC\n");
    }

    @Test
    @DisplayName(
            "S-22 who comes back is told where its newest submission stands, if it was accepted")
    void tellsWhereTheLastStands() {
        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));
        land();
        join(claire, CLAIRE, CLIENT_C, 2);
        JsonNode accepted = claire.take("state").getLast();
        assertThat(accepted.get("lastNumber").asLong()).isEqualTo(1);
        assertThat(accepted.get("lastSeq").asLong()).isEqualTo(3);

        submit(claire, CLIENT_C, 2, 3, "{\"type\":\"remove\",\"id\":\"nosuchentity\"}");
        join(claire, CLAIRE, CLIENT_C, 3);
        JsonNode refused = claire.take("state").getLast();
        assertThat(refused.get("lastNumber").asLong()).isEqualTo(2);
        assertThat(refused.has("lastSeq")).isFalse();
    }

    @Test
    @DisplayName("S-21 a client id belongs to one person")
    void bindsClients() {
        join(mehdi, MEHDI, CLIENT_C, 2);

        assertThat(mehdi.take("error").getFirst().get("reason").asText()).isEqualTo("client");
    }

    @Test
    @DisplayName("S-44 one who cannot take more misses nothing and holds nobody up")
    void waitsForTheSlow() {
        mehdi.full = true;
        submit(claire, CLIENT_C, 1, 2, insert(0, "a"));
        land();
        submit(claire, CLIENT_C, 2, 3, insert(0, "b"));
        land();
        assertThat(claire.take("frame")).hasSize(2);
        assertThat(mehdi.take("frame")).isEmpty();

        mehdi.full = false;
        tell(new Mail.Drained(2));
        assertThat(mehdi.take("frame").stream().map(frame -> frame.get("to").asLong()))
                .containsExactly(3L, 4L);
    }

    @Test
    @DisplayName("S-36 a text is edited once in a submission, and not in the one that creates it")
    void editsOnce() {
        String title =
                insert(0, "a").replace("board0000001", "sit000000001").replace("label", "titre");
        submit(claire, CLIENT_C, 1, 2, insert(0, "a") + "," + insert(1, "b"));
        submit(claire, CLIENT_C, 2, 2, create("sit000000001") + "," + title);

        List<JsonNode> answers = claire.take("answer");
        assertThat(answers).hasSize(2);
        for (JsonNode answer : answers) {
            assertThat(answer.get("reason").asText()).isEqualTo("invalid");
            assertThat(answer.get("command").asInt()).isEqualTo(1);
            assertThat(answer.at("/details/fault").asText()).isEqualTo("editedTwice");
        }
        assertThat(appends).isEmpty();
    }

    @Test
    @DisplayName("S-41 what the server does has no pen and no number, and may change nothing")
    void actsWithoutPen() {
        Mail.Act act =
                new Mail.Act(
                        List.of(
                                new fr.binome.board.Command.Kernel<>(
                                        new fr.binome.board.KernelCommand.Remove(
                                                new fr.binome.board.EntityId("binome000001")))),
                        PersonId.SYSTEME,
                        acted -> {});
        tell(act);
        tell(act);
        land();
        land();

        List<JsonNode> frames = claire.take("frame");
        for (JsonNode frame : frames) {
            JsonNode submission = frame.at("/submissions/0");
            assertThat(submission.get("by").asText()).isEqualTo("systeme");
            assertThat(submission.has("pen")).isFalse();
            assertThat(submission.has("number")).isFalse();
        }
        assertThat(frames.get(0).at("/submissions/0/changes")).hasSize(1);
        assertThat(frames.get(1).at("/submissions/0/changes")).isEmpty();
    }

    private String label() {
        fr.binome.board.Entity root = room.confirmed().root();
        assertThat(root).isNotNull();
        return root == null ? "" : root.text(fr.binome.parcours.Classe.LABEL).plain();
    }

    private void tell(Mail mail) {
        for (Effect effect : room.handle(mail)) {
            effects.add(effect);
            if (effect instanceof Effect.Append append) {
                appends.add(append);
            }
        }
    }

    /** The append under way becomes durable. */
    private void land() {
        Commit commit = appends.remove().commit();
        journal.append(commit, outcome -> tell(new Mail.Stored(commit, outcome)));
        disk.remove().run();
    }

    private void join(Inbox inbox, PersonId person, String client, long since) {
        tell(new Mail.Join(inbox, person, new Up.Join(BOARD, client, "i1", since)));
    }

    private void submit(Inbox inbox, String client, long number, long base, String command) {
        String text =
                "{\"type\":\"submit\",\"board\":\"board0000001\",\"client\":\""
                        + client
                        + "\",\"number\":"
                        + number
                        + ",\"base\":"
                        + base
                        + ",\"commands\":["
                        + command
                        + "]}";
        assertThat(UpReader.read(text)).isInstanceOf(UpReader.Heard.Message.class);
        if (UpReader.read(text) instanceof UpReader.Heard.Message(Up.Submit submit)) {
            tell(new Mail.Submit(inbox, submit, text, text.length()));
        }
    }

    private static String insert(int at, String text) {
        return "{\"type\":\"editText\",\"id\":\"board0000001\",\"field\":\"label\",\"delta\":["
                + (at == 0 ? "" : "{\"retain\":" + at + "},")
                + "{\"insert\":\""
                + text
                + "\"}]}";
    }

    private static String create(String id) {
        return "{\"type\":\"create\",\"kind\":\"situation\",\"id\":\""
                + id
                + "\",\"in\":\"board0000001\",\"fields\":{}}";
    }
}
