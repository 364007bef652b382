package fr.binome.board;

import static fr.binome.board.Carnet.CLAIRE;
import static fr.binome.board.Carnet.ROOT;
import static fr.binome.board.Carnet.child;
import static fr.binome.board.Carnet.edit;
import static fr.binome.board.Carnet.kernel;
import static fr.binome.board.Carnet.mot;
import static fr.binome.board.Carnet.move;
import static fr.binome.board.Carnet.named;
import static fr.binome.board.Carnet.page;
import static fr.binome.board.Carnet.remove;
import static fr.binome.board.Carnet.restore;
import static fr.binome.board.Carnet.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.binome.text.DeltaBuilder;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What is true on a board, and how it comes to be. */
class BoardTest {
    private static final EntityId A = named("a");
    private static final EntityId B = named("b");

    private final Carnet carnet = Carnet.empty();

    @Test
    @DisplayName("S-30 S-42 whatever is decided is the fold of its changes, and all or nothing")
    void isTheFoldOfItsChanges() {
        long seed = Long.getLong("binome.seed", System.nanoTime());
        RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        RandomActs acts = new RandomActs(random);
        int accepted = 0;
        int refused = 0;
        for (int history = 0; history < 60; history++) {
            Carnet notebook = Carnet.empty();
            for (int i = 0; i < 80; i++) {
                Board before = notebook.board();
                // It folds what is accepted, and compares.
                switch (notebook.ask(Role.ECRITURE, acts.submission(before))) {
                    case Decision.Accepted yes -> accepted++;
                    case Decision.Refused no -> {
                        refused++;
                        assertThat(notebook.board()).isSameAs(before);
                    }
                }
                if (random.nextInt(20) == 0) {
                    notebook.at(notebook.now().plus(Duration.ofDays(random.nextInt(40)))).purge();
                }
                assertSound(notebook.board(), "history " + history + " of seed " + seed);
            }
        }
        assertThat(accepted).as("accepted, seed " + seed).isGreaterThan(1_000);
        assertThat(refused).as("refused, seed " + seed).isGreaterThan(500);
    }

    /** What is kept beside the entities says what they say. */
    private static void assertSound(Board board, String context) {
        Board anew = Board.of(board.id(), board.schema(), board.seq(), board.entities());
        assertThat(anew).as(context).isEqualTo(board);
        assertThat(anew.size()).as(context).isEqualTo(board.size());
        for (Entity parent : board.entities()) {
            for (Kind kind : board.schema().kinds()) {
                assertThat(board.children(parent.id(), kind, true))
                        .as(context)
                        .isEqualTo(anew.children(parent.id(), kind, true));
            }
        }
    }

    @Test
    @DisplayName("S-30 one refused command takes the whole submission with it, and is named")
    void refusesTheWhole() {
        Decision decision =
                carnet.ask(
                        page(A, null),
                        set(A, "minutes", new Value.Whole(5)),
                        set(A, "minutes", new Value.Whole(5_000)));

        assertThat(decision)
                .isEqualTo(
                        new Decision.Refused(2, new Refusal.Invalid(A, "minutes", "outOfBounds")));
        assertThat(carnet.board().entity(A)).isNull();
    }

    @Test
    @DisplayName("S-30 a command sees what those before it in the submission have done")
    void seesTheFirstCommands() {
        carnet.accept(
                page(A, null),
                child("mot", mot(A, "un"), A, null),
                set(A, "ton", new Value.Word("gai")),
                remove(A),
                restore(A));

        assertThat(carnet.entity(A).word(CarnetKind.TON)).isEqualTo("gai");
        assertThat(carnet.order(A, CarnetKind.MOT)).hasSize(1);
    }

    @Test
    @DisplayName("S-33 a trade command is decided by the kind, beside those of the kernel")
    void decidesTradeCommands() {
        Command<CarnetKind.Act> close = new Command.Trade<>(new CarnetKind.Close(A, 55));
        List<Command<CarnetKind.Act>> both = new ArrayList<>(kernel(page(A, null)));
        both.add(close);

        assertThat(carnet.ask(Role.ECRITURE, both)).isInstanceOf(Decision.Accepted.class);
        assertThat(carnet.entity(A).number(CarnetKind.MINUTES, 0)).isEqualTo(55);
        assertThat(carnet.ask(Role.ECRITURE, List.of(close)))
                .isEqualTo(new Decision.Refused(0, new CarnetKind.AlreadyClosed(A)));
    }

    @Test
    @DisplayName(
            "S-6 each field, the place and the life of an entity know the seq of their last write")
    void knowsItsLastWrites() {
        carnet.accept(page(A, null), page(B, A));
        assertThat(carnet.entity(A).written()).isEqualTo(Map.of(Entity.PLACE, 2L, Entity.LIFE, 2L));
        carnet.accept(set(A, "minutes", new Value.Whole(1)));
        carnet.accept(edit(A, "texte", new DeltaBuilder().insert("x")));
        carnet.accept(move(A, ROOT, B));
        carnet.accept(remove(A));
        assertThat(carnet.entity(A).written())
                .isEqualTo(Map.of("minutes", 3L, "texte", 4L, Entity.PLACE, 5L, Entity.LIFE, 6L));
        carnet.accept(restore(A));
        carnet.accept(set(A, "minutes", null));
        assertThat(carnet.entity(A).written(Entity.LIFE)).isEqualTo(7);
        assertThat(carnet.entity(A).written("minutes")).as("cleared").isEqualTo(8);
        assertThat(carnet.entity(A).written("jour")).as("never written").isZero();
        assertThat(carnet.entity(B).written(Entity.PLACE)).as("untouched").isEqualTo(2);
    }

    @Test
    @DisplayName("S-42 a change of what is not there is a fault of the journal, not of a person")
    void refusesAlienChanges() {
        Stamp stamp = new Stamp(2, CLAIRE, carnet.now());
        for (Change change :
                List.of(
                        new Change.Set(A, "minutes", null),
                        new Change.Remove(A),
                        new Change.Purge(A))) {
            assertThatThrownBy(() -> carnet.board().after(List.of(change), stamp))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
