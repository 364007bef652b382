package fr.binome.board;

import static fr.binome.board.Carnet.child;
import static fr.binome.board.Carnet.mot;
import static fr.binome.board.Carnet.named;
import static fr.binome.board.Carnet.page;
import static fr.binome.board.Carnet.remove;
import static fr.binome.board.Carnet.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** What was removed is kept for thirty days, and no longer. */
class BinTest {
    private static final EntityId A = named("a");
    private static final EntityId NOTE = named("note");
    private static final Duration DAY = Duration.ofDays(1);

    private final Carnet carnet = Carnet.empty();
    private Instant start = carnet.now();

    @BeforeEach
    void writePage() {
        carnet.accept(page(A, null));
        carnet.accept(child("note", NOTE, A, null), child("mot", mot(A, "un"), A, null));
        start = carnet.now();
    }

    @Test
    @DisplayName("S-43 after thirty days it is purged, with all that is in it, and its id is free")
    void purgesAfterThirtyDays() {
        carnet.accept(remove(A));
        assertThat(Bin.nextPurge(carnet.board())).isEqualTo(start.plus(Bin.KEEPS));

        assertThat(carnet.at(start.plus(Bin.KEEPS).minusMillis(1)).purge()).isEmpty();
        assertThat(carnet.at(start.plus(Bin.KEEPS)).purge()).containsExactly(new Change.Purge(A));
        assertThat(carnet.board().entities()).extracting(Entity::id).doesNotContain(A, NOTE);
        assertThat(carnet.board().count()).isEqualTo(Carnet.empty().board().count());
        assertThat(carnet.board().size()).isEqualTo(Carnet.empty().board().size());
        carnet.accept(page(A, null));
        assertThat(carnet.order(A, CarnetKind.NOTE)).isEmpty();
    }

    @Test
    @DisplayName("S-43 late or twice, a purge does no more harm than in time")
    void purgesOnce() {
        carnet.accept(remove(NOTE));
        carnet.at(start.plus(DAY)).accept(remove(A));

        assertThat(carnet.at(start.plus(Duration.ofDays(400))).purge())
                .as("what is inside goes with it and is not named")
                .containsExactly(new Change.Purge(A));
        assertThat(carnet.purge()).isEmpty();
        assertThat(Bin.nextPurge(carnet.board())).isNull();
    }

    @Test
    @DisplayName("S-43 each removal has its own thirty days; what was taken out is not purged")
    void countsFromTheLastRemoval() {
        carnet.accept(remove(A));
        carnet.at(start.plus(DAY)).accept(restore(A));
        carnet.at(start.plus(DAY.multipliedBy(2))).accept(remove(mot(A, "un")));
        carnet.at(start.plus(DAY.multipliedBy(3))).accept(remove(A));

        assertThat(carnet.at(start.plus(Duration.ofDays(32))).purge())
                .containsExactly(new Change.Purge(mot(A, "un")));
        assertThat(carnet.board().entity(A)).isNotNull();
        assertThat(carnet.at(start.plus(Duration.ofDays(33))).purge())
                .containsExactly(new Change.Purge(A));
    }
}
