package fr.binome.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Content;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.parcours.ClasseKind;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.Foundation;
import fr.binome.parcours.SituationFields;
import fr.binome.referentiel.Referentiels;
import fr.binome.room.Looked;
import fr.binome.room.Outlet;
import fr.binome.room.RoomByHand;
import fr.binome.text.DeltaBuilder;
import fr.binome.wire.Down;
import fr.binome.wire.KindWire;
import fr.binome.wire.Place;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGeneratorFactory;

/** The simulated colleague on a room driven by hand: no thread, no waiting, one seed. */
class CollegueTest {
    private static final BoardId BOARD = new BoardId("board0000001");
    private static final PersonId CLAIRE = new PersonId("pclaire");
    private static final PersonId MEHDI = new PersonId("pmehdi");
    private static final EntityId SHEET = new EntityId("situation001");
    private static final EntityId OTHER = new EntityId("situation002");
    private static final EntityId ETAPE = new EntityId("etape0000001");
    private static final String COMPETENCE = "ma-b1-flux";
    private static final long STEP = 50;
    private static final Phrases PHRASES =
            new Phrases(
                    List.of("Un interprète est attendu à 10 h."),
                    List.of("Garder une trace écrite."),
                    List.of("On observe l'écoute."),
                    List.of(new Phrases.Etape("Tirer le bilan", 55)));

    private long now = Instant.parse("2026-11-25T08:00:00Z").toEpochMilli();
    private int ids;
    private RoomByHand room;
    private Tab mehdi;
    private Tab claire;
    private Collegue collegue;
    private BoardClient visitor;

    /** The line of one session: what it says is heard at once, what it is told when it looks. */
    private final class Tab implements Outlet, BoardClient.World {
        private final long session;
        private final PersonId person;
        private final ArrayDeque<byte[]> told = new ArrayDeque<>();
        private boolean looks;

        Tab(long session, PersonId person) {
            this.session = session;
            this.person = person;
        }

        @Override
        public void say(String message) {
            room.hear(this, person, message);
        }

        @Override
        public void look(BoardId board) {
            looks = true;
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
            told.add(message);
        }
    }

    @BeforeEach
    void open() throws Exception {
        room =
                new RoomByHand(
                        BOARD,
                        new KindWire<>(new ClasseKind(Referentiels.load()), NoCommand.class),
                        () -> Instant.ofEpochMilli(now));
        room.found(
                new Foundation(BOARD, "1MA", "premiere", 2026, List.of("ma"), CLAIRE)
                        .changes("binome000001"),
                CLAIRE);
        room.act(
                Foundation.welcomeY(
                        room.confirmed(),
                        MEHDI,
                        LocalDate.of(2026, 9, 1),
                        new EntityId("binome000002")),
                PersonId.SYSTEME);
        room.act(
                List.of(
                        situation(SHEET, "La mairie ouvre."),
                        situation(OTHER, "Le marché de Noël."),
                        new KernelCommand.Create("etape", ETAPE, SHEET, null, Map.of()),
                        new KernelCommand.Create(
                                "competence",
                                EntityId.member(ETAPE, EtapeFields.COMPETENCE, COMPETENCE),
                                ETAPE,
                                null,
                                Map.of())),
                CLAIRE);
        mehdi = new Tab(-1, MEHDI);
        claire = new Tab(1, CLAIRE);
        sit(7);
    }

    private void sit(long seed) {
        collegue =
                new Collegue(
                        CLAIRE,
                        PHRASES,
                        RandomGeneratorFactory.of("L64X128MixRandom").create(seed),
                        () -> "made%08d".formatted(ids++),
                        () -> "client%020d".formatted(ids++),
                        mehdi);
        visitor = new BoardClient(BOARD, () -> "visitor%020d".formatted(ids++), claire, new Deaf());
        settle();
        visitor.at(new Place(SHEET, null, null, null));
        collegue.visit(BOARD);
        settle();
    }

    private static KernelCommand situation(EntityId id, String description) {
        return new KernelCommand.Create(
                "situation",
                id,
                EntityId.rootOf(BOARD),
                null,
                Map.of(
                        "description",
                        new Content.Prose(new DeltaBuilder().insert(description + "\n").build())));
    }

    /** Somebody who does not want to know. */
    private static final class Deaf implements BoardClient.Listener {
        @Override
        public void changed(Down.Accepted submission, boolean own) {}

        @Override
        public void restarted() {}

        @Override
        public void refused() {}

        @Override
        public void gone() {}
    }

    @Test
    @DisplayName(
            "E-10 on the sheet that is looked at it writes, adds an étape, minutes, a competence")
    void doesItsPart() {
        pass(60_000);

        assertThat(text(SHEET, SituationFields.DESCRIPTION))
                .isEqualTo("La mairie ouvre. Un interprète est attendu à 10 h.\n");
        assertThat(text(SHEET, SituationFields.CONSIGNE)).isEqualTo("Garder une trace écrite.\n");
        assertThat(room.confirmed().children(SHEET, EtapeFields.ETAPE))
                .last()
                .satisfies(
                        etape -> {
                            assertThat(etape.text(EtapeFields.TITRE).plain())
                                    .isEqualTo("Tirer le bilan\n");
                            assertThat(etape.number(EtapeFields.MINUTES, 0)).isEqualTo(55);
                            assertThat(
                                            room.confirmed()
                                                    .children(etape.id(), EtapeFields.COMPETENCE))
                                    .extracting(competence -> competence.id().target())
                                    .containsExactly(COMPETENCE);
                        });
        long done = room.confirmed().seq();
        pass(600_000);
        assertThat(room.confirmed().seq()).as("once on each sheet").isEqualTo(done);
        assertThat(collegue.next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    @DisplayName("E-11 it writes at the pace of a hand, with its caret where it writes")
    void writesLikeAHand() {
        pass(2_000);
        assertThat(carets()).containsExactly(new Place(SHEET, "description", 16, 0));
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int before = text(SHEET, SituationFields.DESCRIPTION).length();
            pass(100);
            lengths.add(text(SHEET, SituationFields.DESCRIPTION).length() - before);
        }
        assertThat(lengths).allMatch(added -> added >= 0 && added <= 3);
        assertThat(lengths.stream().mapToInt(Integer::intValue).sum()).isBetween(15, 40);
        assertThat(carets())
                .extracting(Place::index)
                .containsExactly(text(SHEET, SituationFields.DESCRIPTION).length() - 1);
    }

    @Test
    @DisplayName("E-12 it writes where the visitor is not")
    void keepsOutOfTheWay() {
        visitor.at(new Place(SHEET, "description", 3, 0));
        pass(60_000);

        assertThat(text(SHEET, SituationFields.DESCRIPTION)).isEqualTo("La mairie ouvre.\n");
        assertThat(text(SHEET, SituationFields.CONSIGNE)).isEqualTo("Garder une trace écrite.\n");
        assertThat(text(SHEET, SituationFields.EVALUATION)).isEqualTo("On observe l'écoute.\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    @DisplayName("E-13 who writes in the same text keeps every word, and both see the same")
    void converges(long seed) {
        sit(seed);
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            switch (random.nextInt(6)) {
                case 0 -> room.land();
                case 1 -> deliver(mehdi, random.nextInt(4));
                case 2 -> deliver(claire, random.nextInt(4));
                case 3 -> room.wake();
                case 4 -> {
                    if (visitor.isReady() && random.nextInt(3) == 0) {
                        String word = "<" + words.size() + ">";
                        words.add(word);
                        insert(random, word);
                    }
                }
                default -> {
                    now += STEP;
                    collegue.act(now);
                }
            }
        }
        pass(60_000);

        Board board = room.confirmed();
        assertThat(visitor.state()).as("seed " + seed).isEqualTo(board);
        String text = text(SHEET, SituationFields.DESCRIPTION);
        assertThat(words).as("seed " + seed).hasSizeGreaterThan(20);
        assertThat(words)
                .as("seed " + seed)
                .allSatisfy(word -> assertThat(text).containsOnlyOnce(word));
        assertThat(text.replaceAll("<\\d+>", "")).as("seed " + seed).contains("La mairie ouvre.");
    }

    /** The visitor writes a word somewhere in the text, as it stands for them, but in no word. */
    private void insert(Random random, String word) {
        Board board = visitor.state();
        Entity sheet = board == null ? null : board.live(SHEET);
        String text = sheet == null ? "\n" : sheet.text(SituationFields.DESCRIPTION).plain();
        int at = random.nextInt(text.length());
        while (at > 0
                && text.charAt(at - 1) != '>'
                && text.lastIndexOf('<', at) > text.lastIndexOf('>', at - 1)) {
            at--;
        }
        visitor.submit(
                List.of(
                        new KernelCommand.EditText(
                                SHEET,
                                "description",
                                new DeltaBuilder().retain(at).insert(word).build())));
    }

    @Test
    @DisplayName("E-13 a sentence that somebody takes away is not written on")
    void givesUp() {
        pass(5_000);
        int length = text(SHEET, SituationFields.DESCRIPTION).length();
        assertThat(length).isGreaterThan(20).isLessThan(45);
        visitor.submit(
                List.of(
                        new KernelCommand.EditText(
                                SHEET,
                                "description",
                                new DeltaBuilder().retain(10).delete(length - 11).build())));
        pass(60_000);

        assertThat(text(SHEET, SituationFields.DESCRIPTION)).isEqualTo("La mairie \n");
        assertThat(text(SHEET, SituationFields.CONSIGNE)).isEqualTo("Garder une trace écrite.\n");
    }

    @Test
    @DisplayName("E-14 it follows the visitor to another sheet, with no sentence half done")
    void follows() {
        pass(4_500);
        assertThat(text(SHEET, SituationFields.DESCRIPTION)).doesNotContain("10 h.");
        visitor.at(new Place(OTHER, "titre", 0, 0));
        pass(12_000);

        assertThat(text(SHEET, SituationFields.DESCRIPTION)).endsWith(" à 10 h.\n");
        assertThat(text(OTHER, SituationFields.DESCRIPTION))
                .isEqualTo("Le marché de Noël. Un interprète est attendu à 10 h.\n");
        visitor.at(null);
        pass(60_000);
        assertThat(carets()).isEmpty();
        assertThat(text(OTHER, SituationFields.CONSIGNE)).isEqualTo("\n");
    }

    @Test
    @DisplayName("E-14 it leaves when the visitor leaves, with no sentence half done")
    void leaves() {
        pass(4_500);
        collegue.act(now += 200);
        collegue.visit(null);
        settle();

        assertThat(text(SHEET, SituationFields.DESCRIPTION))
                .isEqualTo("La mairie ouvre. Un interprète est attendu à 10 h.\n");
        room.wake();
        settle();
        assertThat(carets()).isEmpty();
        assertThat(collegue.next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    @DisplayName("E-15 it stops when asked, in the middle of a word, and goes on from there")
    void pauses() {
        pass(4_500);
        String before = text(SHEET, SituationFields.DESCRIPTION);
        collegue.pause(true, now);
        pass(60_000);
        assertThat(text(SHEET, SituationFields.DESCRIPTION)).isEqualTo(before);
        assertThat(carets()).containsExactly(new Place(SHEET, null, null, null));

        collegue.pause(false, now);
        pass(15_000);
        assertThat(text(SHEET, SituationFields.DESCRIPTION)).endsWith(" à 10 h.\n");
    }

    @ParameterizedTest(name = "after {0} ms")
    @ValueSource(longs = {2_600, 3_000, 3_350, 4_100, 5_050, 6_700})
    @DisplayName("E-16 a room that is unloaded and made anew costs no letter and doubles none")
    void survivesReload(long after) {
        pass(after);
        collegue.act(now += 200);
        room.reload();
        pass(20_000);

        assertThat(text(SHEET, SituationFields.DESCRIPTION))
                .isEqualTo("La mairie ouvre. Un interprète est attendu à 10 h.\n");
    }

    @ParameterizedTest(name = "after {0} ms")
    @ValueSource(longs = {2_600, 3_000, 3_350, 4_100, 5_050, 6_700})
    @DisplayName("E-16 a new snapshot in the middle of a word costs no letter and doubles none")
    void survivesResync(long after) throws IOException {
        pass(after);
        collegue.act(now += 200);
        room.land();
        // Its frames were lost on the way, and the visitor wrote before its caret meanwhile.
        mehdi.told.clear();
        visitor.submit(
                List.of(
                        new KernelCommand.EditText(
                                SHEET,
                                "description",
                                new DeltaBuilder().insert("Lundi : ").build())));
        pass(20_000);

        assertThat(text(SHEET, SituationFields.DESCRIPTION))
                .isEqualTo("Lundi : La mairie ouvre. Un interprète est attendu à 10 h.\n");
    }

    /** Lets time pass; everything is delivered in between. */
    private void pass(long millis) {
        for (long until = now + millis; now < until; ) {
            now = Math.min(until, now + STEP);
            collegue.act(now);
            settle();
        }
    }

    private void settle() {
        do {
            room.land();
            room.wake();
            deliver(mehdi, Integer.MAX_VALUE);
            deliver(claire, Integer.MAX_VALUE);
            collegue.act(now);
        } while (mehdi.looks || claire.looks || !mehdi.told.isEmpty() || !claire.told.isEmpty());
    }

    private void deliver(Tab tab, int most) {
        if (tab.looks) {
            tab.looks = false;
            Looked looked = room.look(tab.person);
            if (tab == mehdi) {
                collegue.seen(BOARD, looked);
            } else {
                visitor.start((Looked.Seen) looked);
            }
        }
        for (int i = 0; i < most && !tab.told.isEmpty(); i++) {
            byte[] message = tab.told.remove();
            if (tab == mehdi) {
                collegue.hear(message, now);
            } else {
                visitor.hear(message, now);
            }
        }
    }

    private String text(EntityId id, Field.Prose field) {
        Entity entity = room.confirmed().live(id);
        return entity == null ? "" : entity.text(field).plain();
    }

    /** Where the visitor sees the colleague. */
    private List<Place> carets() {
        return visitor.placesOf(MEHDI);
    }
}
