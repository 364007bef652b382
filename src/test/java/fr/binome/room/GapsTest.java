package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** C-03: eight people write in one text over networks that lose, double and cut what they carry. */
class GapsTest {
    private static final int TYPISTS = 8;
    private static final int WORDS = 6;
    private static final int RUNS = Boolean.getBoolean("binome.long") ? 5_000 : 10;

    @Test
    @DisplayName("S-40 S-31 T-4 T-5 whatever is lost or doubled, each word is everywhere, once")
    void losesNothing() {
        long seed = Long.getLong("binome.seed", System.nanoTime());
        System.out.println("gaps: seed " + seed + ", " + RUNS + " runs");
        int snapshots = 0;
        for (int run = 0; run < RUNS; run++) {
            snapshots += run(seed + run);
        }
        System.out.println("gaps: " + snapshots + " times begun anew from a snapshot");
        assertThat(snapshots).isGreaterThan(RUNS * TYPISTS);
    }

    private static int run(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        Desk desk = new Desk(() -> Instant.parse("2026-11-25T08:00:00Z"));
        List<Typist> typists = IntStream.range(0, TYPISTS).mapToObj(desk::typist).toList();
        typists.forEach(Typist::connect);
        int word = 0;
        while (word < TYPISTS * WORDS) {
            Typist someone = typists.get(random.nextInt(TYPISTS));
            switch (random.nextInt(24)) {
                case 0, 1, 2, 3 ->
                        someone.type(
                                random.nextInt(Math.max(1, someone.text().length())),
                                Desk.word(word++));
                case 4, 5, 6 -> desk.room.land();
                case 7 -> someone.lose();
                case 8 -> someone.deliverTwice();
                case 9 -> {
                    someone.cut();
                    someone.connect();
                }
                case 10 -> {
                    if (random.nextInt(6) == 0) {
                        desk.room.reload();
                    }
                }
                default -> someone.deliver();
            }
        }
        desk.settle(typists);
        String text = desk.text();
        assertThat(text.length()).as("seed " + seed).isEqualTo(TYPISTS * WORDS + 1);
        for (int i = 0; i < word; i++) {
            assertThat(text).as("seed " + seed).containsOnlyOnce(Desk.word(i));
        }
        for (Typist typist : typists) {
            assertThat(typist.text()).as("seed " + seed).isEqualTo(text);
        }
        return typists.stream().mapToInt(Typist::snapshots).sum();
    }
}
