package fr.binome.board;

import static fr.binome.board.Carnet.ROOT;
import static fr.binome.board.Carnet.child;
import static fr.binome.board.Carnet.edit;
import static fr.binome.board.Carnet.mot;
import static fr.binome.board.Carnet.move;
import static fr.binome.board.Carnet.named;
import static fr.binome.board.Carnet.page;
import static fr.binome.board.Carnet.remove;
import static fr.binome.board.Carnet.restore;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.text.Delta;
import fr.binome.text.DeltaBuilder;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;

import java.util.ArrayList;
import java.util.List;

/** What bounds a board. */
class LimitsTest {
    private static final EntityId A = named("a");

    @Test
    @DisplayName("K-5 of each kind so many live in one parent, whichever way they come")
    void boundsSiblings() {
        Carnet carnet = Carnet.empty();
        for (int i = 0; i < 6; i++) {
            carnet.accept(page(named("p" + i), null));
        }
        Refusal full = new Refusal.Limit("page", 6);
        assertThat(carnet.refuse(page(A, null))).isEqualTo(full);

        carnet.accept(remove(named("p0")));
        carnet.accept(page(A, null));
        assertThat(carnet.refuse(restore(named("p0")))).isEqualTo(full);

        carnet.accept(child("mot", mot(A, "un"), A, null));
        carnet.accept(child("mot", mot(A, "deux"), A, null));
        carnet.accept(child("mot", mot(A, "trois"), A, null));
        assertThat(carnet.refuse(child("mot", mot(A, "quatre"), A, null)))
                .isEqualTo(new Refusal.Limit("mot", 3));
        // Full is no reason to refuse what is there already.
        assertThat(carnet.accept(child("mot", mot(A, "un"), A, null))).isEmpty();
    }

    @Test
    @DisplayName("K-5 a full parent takes nothing from elsewhere, and its own may move in it")
    void boundsMoves() {
        Carnet carnet = Carnet.empty();
        carnet.accept(page(A, null));
        carnet.accept(page(named("b"), null));
        for (int i = 0; i < 200; i++) {
            carnet.accept(child("note", named("n" + i), A, null));
        }
        carnet.accept(child("note", named("other"), named("b"), null));

        assertThat(carnet.refuse(move(named("other"), A, null)))
                .isEqualTo(new Refusal.Limit("note", 200));
        carnet.accept(move(named("n0"), A, null));
    }

    @Test
    @DisplayName("K-5 a board has 20,000 entities, those in the bin included")
    void boundsEntities() {
        List<Entity> entities = new ArrayList<>(Carnet.empty().board().entities());
        Rank rank = Rank.between(null, null);
        Stamp stamp = new Stamp(1, Carnet.CLAIRE, Carnet.empty().now());
        for (int i = entities.size(); i < 20_000; i++) {
            Entity page =
                    Entity.put(
                            new Change.Put(
                                    CarnetKind.PAGE,
                                    named("p" + i),
                                    ROOT,
                                    rank,
                                    java.util.Map.of()),
                            stamp);
            entities.add(page.removed(stamp));
        }
        Carnet carnet = Carnet.of(Board.of(Carnet.BOARD, CarnetKind.SCHEMA, 1, entities));

        assertThat(carnet.refuse(page(A, null)))
                .isEqualTo(new Refusal.Limit("entities", Limits.ENTITIES));
        carnet.accept(restore(named("p2")));
    }

    @Test
    @DisplayName("K-5 a board weighs about 32 MB and no more, and may always become lighter")
    void boundsSize() {
        Delta huge = new DeltaBuilder().insert("x".repeat(17 << 20)).insert("\n").build();
        List<Entity> entities = new ArrayList<>(Carnet.empty().board().entities());
        entities.add(
                new Entity(
                        A,
                        CarnetKind.PAGE,
                        ROOT,
                        Rank.between(null, null),
                        HashTreePMap.empty(),
                        HashTreePMap.singleton("texte", huge),
                        null,
                        HashTreePMap.empty()));
        Carnet carnet = Carnet.of(Board.of(Carnet.BOARD, CarnetKind.SCHEMA, 1, entities));

        assertThat(carnet.refuse(page(named("b"), null)))
                .isEqualTo(new Refusal.Limit("size", Limits.SIZE));
        carnet.accept(edit(A, "texte", new DeltaBuilder().delete(1)));
    }
}
