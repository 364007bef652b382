package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.board.Value;
import fr.binome.journal.Bytes;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.Classe;
import fr.binome.parcours.Foundation;
import fr.binome.wire.Down;
import fr.binome.wire.Up;
import fr.binome.wire.UpReader;
import fr.binome.wire.UpWriter;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** C-08: a thousand sessions come back at once to a server that has just started. */
@Timeout(120)
class RejoinStormTest {
    private static final boolean LONG = Boolean.getBoolean("binome.long");
    private static final int BOARDS = LONG ? 20 : 4;
    private static final int PEOPLE = LONG ? 50 : 20;

    private final MemoryStore store = new MemoryStore();

    /** One tab: what it has on its way is asked again once it has joined. */
    private static final class Tab implements Outlet {
        private final long session;
        private final BoardId board;
        private final PersonId person;
        private final String client;
        private final ConcurrentLinkedQueue<Down> heard = new ConcurrentLinkedQueue<>();
        private final AtomicLong bytes = new AtomicLong();
        private volatile CountDownLatch answered = new CountDownLatch(1);
        private volatile RoomsInMemory server;

        Tab(RoomsInMemory server, BoardId board, int index) {
            this.server = server;
            this.board = board;
            this.session = Long.parseLong(board.value().substring(5)) * 1_000 + index;
            this.person = person(index);
            this.client = "client" + session + "0000000000000000000000";
        }

        @Override
        public long session() {
            return session;
        }

        @Override
        public boolean isFull() {
            return false;
        }

        @Override
        public void send(byte[] message) {
            bytes.addAndGet(message.length);
            Down down;
            try {
                down = Desk.CLASSE.down(message);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            heard.add(down);
            if (down instanceof Down.State) {
                submit();
            } else if (down instanceof Down.Answer
                    || down instanceof Down.Frame frame && isOwn(frame)) {
                answered.countDown();
            }
        }

        private boolean isOwn(Down.Frame frame) {
            return frame.submissions().stream()
                    .anyMatch(submission -> submission.by().equals(person));
        }

        void join(RoomsInMemory at, long since) {
            server = at;
            server.rooms()
                    .post(
                            board,
                            new Mail.Join(this, person, new Up.Join(board, client, "i1", since)));
        }

        private void submit() {
            String text =
                    UpWriter.text(
                            new Up.Submit(
                                    board,
                                    client,
                                    1,
                                    PEOPLE,
                                    Desk.CLASSE.written(
                                            List.of(
                                                    new KernelCommand.SetField(
                                                            EntityId.rootOf(board),
                                                            "rentree",
                                                            new Value.Whole(2026))))));
            if (UpReader.read(text) instanceof UpReader.Heard.Message(Up.Submit submit)) {
                byte[] raw = text.getBytes(StandardCharsets.UTF_8);
                server.rooms()
                        .post(
                                board,
                                new Mail.Submit(
                                        this, submit, Bytes.of(raw).sha256().hex(), raw.length));
            }
        }
    }

    private static PersonId person(int index) {
        return new PersonId("person" + index);
    }

    private RoomsInMemory start() {
        return new RoomsInMemory(
                store,
                person -> new Down.Shown("Personne " + person.value(), 1),
                InstantSource.system());
    }

    @Test
    @DisplayName(
            "S-20 S-31 S-24 all are back, each with its answer, and told little more than that")
    void comesBack() throws Exception {
        List<Tab> tabs = new ArrayList<>();
        try (RoomsInMemory first = start()) {
            for (int i = 0; i < BOARDS; i++) {
                BoardId board = new BoardId("board%07d".formatted(i));
                found(first, board);
                for (int person = 0; person < PEOPLE; person++) {
                    Tab tab = new Tab(first, board, person);
                    tabs.add(tab);
                    tab.join(first, PEOPLE);
                }
            }
            for (Tab tab : tabs) {
                tab.answered.await();
            }
        }
        long from = System.nanoTime();
        long bytes;
        try (RoomsInMemory second = start()) {
            for (Tab tab : tabs) {
                tab.heard.clear();
                tab.bytes.set(0);
                tab.answered = new CountDownLatch(1);
            }
            tabs.forEach(tab -> tab.join(second, 2L * PEOPLE));
            for (Tab tab : tabs) {
                tab.answered.await();
            }
            for (int i = 0; i < BOARDS; i++) {
                BoardId board = tabs.get(i * PEOPLE).board;
                assertThat(second.rooms().head(board)).isEqualTo(2L * PEOPLE);
            }
            bytes = tabs.stream().mapToLong(tab -> tab.bytes.get()).sum();
        }
        System.out.printf(
                "rejoin storm: %d sessions on %d boards answered after %d ms, %d bytes each%n",
                tabs.size(), BOARDS, (System.nanoTime() - from) / 1_000_000, bytes / tabs.size());
        for (Tab tab : tabs) {
            assertThat(tab.heard.stream().filter(Down.State.class::isInstance)).hasSize(1);
            assertThat(tab.heard.stream().filter(Down.Answer.class::isInstance))
                    .singleElement()
                    .satisfies(
                            answer ->
                                    assertThat(((Down.Answer) answer).outcome())
                                            .isEqualTo(Down.Outcome.ACCEPTED));
            // Not one for each of the others.
            assertThat(tab.heard.stream().filter(Down.People.class::isInstance).count())
                    .isLessThan(5);
        }
    }

    private static void found(RoomsInMemory server, BoardId board) {
        Foundation foundation =
                new Foundation(board, "2MRC", "seconde", 2026, List.of("ma"), person(0));
        server.rooms().found(board, "classe", foundation.changes("binome000001"), person(0)).join();
        for (int person = 1; person < PEOPLE; person++) {
            assertThat(
                            server.rooms()
                                    .act(
                                            board,
                                            Classe.ACCES.grant(
                                                    board, person(person), Role.ECRITURE),
                                            person(0))
                                    .join())
                    .isInstanceOf(Acted.Done.class);
        }
    }
}
