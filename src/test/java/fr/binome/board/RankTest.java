package fr.binome.board;

import static fr.binome.board.Carnet.child;
import static fr.binome.board.Carnet.move;
import static fr.binome.board.Carnet.named;
import static fr.binome.board.Carnet.page;
import static fr.binome.board.Carnet.remove;
import static fr.binome.board.Carnet.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The places of siblings, whatever is done to them. */
class RankTest {
    private static final EntityId PAGE = named("page");

    private final long seed = Long.getLong("binome.seed", System.nanoTime());
    private final RandomGenerator random =
            RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);

    @Test
    @DisplayName("S-42 there is always a rank between two, strictly, and one at each end")
    void findsARankBetween() {
        Rank low = Rank.between(null, null);
        Rank high = Rank.between(low, null);
        for (int i = 0; i < 90; i++) {
            Rank middle = Rank.between(low, high);
            assertThat(middle).isGreaterThan(low).isLessThan(high);
            if (random.nextBoolean()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        assertThatThrownBy(() -> Rank.between(Rank.between(null, null), Rank.between(null, null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Rank.isValid("A0")).as("a second spelling of A").isFalse();
    }

    @Test
    @DisplayName("S-42 at both ends there is room for ever, in short ranks")
    void growsAtTheEnds() {
        Rank first = Rank.between(null, null);
        Rank last = first;
        for (int i = 0; i < 5_000; i++) {
            Rank before = Rank.between(null, first);
            Rank after = Rank.between(last, null);
            assertThat(before).isLessThan(first);
            assertThat(after).isGreaterThan(last);
            first = before;
            last = after;
        }
        assertThat(first.value().length() + last.value().length()).isLessThanOrEqualTo(10);
    }

    @Test
    @DisplayName("S-42 K-2 any moves leave the order that was asked, in ranks of bounded length")
    void keepsTheOrder() {
        Carnet carnet = Carnet.empty();
        carnet.accept(page(PAGE, null));
        List<EntityId> order = new ArrayList<>();
        List<EntityId> inBin = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            EntityId note = named("n" + i);
            EntityId after = anyOf(order);
            carnet.accept(child("note", note, PAGE, after));
            place(order, note, after);
        }
        for (int i = 0; i < 3_000; i++) {
            EntityId note = order.get(random.nextInt(order.size()));
            if (random.nextInt(10) == 0) {
                // What is in the bin keeps its place among the others.
                carnet.accept(inBin.remove(note) ? restore(note) : removed(note, inBin));
            } else if (!inBin.contains(note)) {
                EntityId after = somewhere(order, note);
                carnet.accept(move(note, PAGE, after));
                place(order, note, after);
            }
            List<String> seen = new ArrayList<>();
            for (EntityId each : order) {
                assertThat(carnet.entity(each).rank().value().length())
                        .as("seed " + seed)
                        .isLessThanOrEqualTo(Rank.LONG);
                if (!inBin.contains(each)) {
                    seen.add(each.value());
                }
            }
            assertThat(carnet.order(PAGE, CarnetKind.NOTE))
                    .as("move " + i + " of seed " + seed)
                    .isEqualTo(seen);
        }
    }

    private static KernelCommand removed(EntityId note, List<EntityId> inBin) {
        inBin.add(note);
        return remove(note);
    }

    private @Nullable EntityId anyOf(List<EntityId> order) {
        int at = random.nextInt(order.size() + 1);
        return at == 0 ? null : order.get(at - 1);
    }

    /** Most often right after the third, so that ranks grow long there. */
    private @Nullable EntityId somewhere(List<EntityId> order, EntityId note) {
        EntityId after = random.nextInt(4) == 0 ? anyOf(order) : order.get(2);
        return note.equals(after) ? null : after;
    }

    private static void place(List<EntityId> order, EntityId note, @Nullable EntityId after) {
        order.remove(note);
        order.add(after == null ? 0 : order.indexOf(after) + 1, note);
    }
}
