package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.wire.ClientState;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** C-10: what was written offline comes in later, however much and however late. */
class OfflineMergeTest {
    private static final boolean LONG = Boolean.getBoolean("binome.long");
    private static final int CLIENTS = LONG ? 20 : 4;
    private static final int ACTS = LONG ? 200 : 30;

    private Instant now = Instant.parse("2026-11-01T08:00:00Z");
    private final Desk desk = new Desk(() -> now);
    private int words;

    @Test
    @DisplayName(
            "T-4 S-31 S-65 many queues, one of them 13 days old, come in at once: each word once")
    void merges() {
        long seed = Long.getLong("binome.seed", System.nanoTime());
        System.out.println("offline merge: seed " + seed);
        RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        List<Typist> typists = IntStream.range(0, CLIENTS).mapToObj(desk::typist).toList();
        Typist oldest = typists.getFirst();
        Typist colleague = desk.typist(CLIENTS);
        colleague.connect();
        goOffline(oldest, random);
        for (int day = 0; day < 13; day++) {
            now = now.plus(Duration.ofDays(1));
            write(colleague, 10, random);
            desk.settle(List.of(colleague));
            // Unloaded and loaded again, it remembers nothing but its snapshot.
            desk.room.reload();
        }
        for (Typist typist : typists.subList(1, CLIENTS)) {
            goOffline(typist, random);
            now = now.plus(Duration.ofMinutes(20));
            write(colleague, 2, random);
        }
        List<Typist> all = new ArrayList<>(typists);
        all.add(colleague);
        typists.forEach(Typist::connect);
        desk.settle(all);

        String text = desk.text();
        assertThat(text).hasSize(words + 1);
        for (int i = 0; i < words; i++) {
            assertThat(text).containsOnlyOnce(Desk.word(i));
        }
        all.forEach(each -> assertThat(each.text()).isEqualTo(text));
        assertThat(oldest.stale()).isEqualTo(1);
        assertThat(oldest.drafts).hasSize(1);
        assertThat(typists.stream().mapToInt(Typist::stale).sum()).isEqualTo(1);
        System.out.println("offline merge: " + words + " acts of " + all.size() + " people");
    }

    /** Acts that nobody hears of. */
    private void goOffline(Typist typist, RandomGenerator random) {
        typist.connect();
        desk.settle(List.of(typist));
        typist.cut();
        write(typist, ACTS, random);
    }

    private void write(Typist typist, int count, RandomGenerator random) {
        for (int i = 0; i < count; i++) {
            typist.type(random.nextInt(typist.text().length()), Desk.word(words++));
        }
    }

    @Test
    @DisplayName("S-31 outcomes are kept for 45 days, which no queue outlives")
    void keepsOutcomes() {
        List<Duration> ages = List.of(Duration.ofDays(14), Duration.ofDays(45).minusMillis(1));
        Clients clients = new Clients(List.of(), 1);
        clients.put(new ClientState("client", Desk.CLAIRE, 1, 1, "payload", now, 3L, null));
        for (Duration age : ages) {
            assertThat(clients.kept(now.plus(age))).as(age.toString()).hasSize(1);
        }
        assertThat(clients.kept(now.plus(Duration.ofDays(45)))).isEmpty();
    }
}
