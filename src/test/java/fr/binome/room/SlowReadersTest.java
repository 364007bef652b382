package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.wire.Down;
import fr.binome.wire.Up;
import fr.binome.wire.UpWriter;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.IntStream;

/** C-07: sessions that read slowly, or not at all, beside many that read. */
class SlowReadersTest {
    private static final int FULL = 256 << 10;
    private static final boolean LONG = Boolean.getBoolean("binome.long");
    private static final int FAST = LONG ? 230 : 5;
    private static final int SLOW = LONG ? 50 : 3;
    private static final int STUCK = LONG ? 20 : 2;

    private final Desk desk = new Desk(() -> Instant.parse("2026-11-25T08:00:00Z"));

    /** A session whose network takes so much at a time. */
    private static final class Reader implements Outlet {
        private final long session;
        private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();

        /** The seq that its frames lead to without a gap. */
        private long position;

        /** It was told to begin anew. */
        private boolean anew;

        private long unsent;
        private long most;
        private int largest;
        private boolean wasFull;

        Reader(long session, long since) {
            this.session = session;
            this.position = since;
        }

        @Override
        public long session() {
            return session;
        }

        @Override
        public boolean isFull() {
            return unsent > FULL;
        }

        @Override
        public void send(byte[] message) {
            waiting.add(message);
            unsent += message.length;
            most = Math.max(most, unsent);
            largest = Math.max(largest, message.length);
            wasFull |= isFull();
        }

        /** Takes messages of so many bytes; whether the room is to be told that there is room. */
        boolean take(long bytes) {
            long left = bytes;
            while (!waiting.isEmpty() && left > 0) {
                byte[] message = waiting.remove();
                left -= message.length;
                unsent -= message.length;
                read(message);
            }
            boolean drained = wasFull && unsent < FULL / 4;
            wasFull &= !drained;
            return drained;
        }

        private void read(byte[] message) {
            Down down;
            try {
                down = Desk.CLASSE.down(message);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            if (down instanceof Down.Frame frame) {
                assertThat(anew).as("nothing comes after a resync").isFalse();
                assertThat(frame.from()).as("frames follow").isEqualTo(position);
                position = frame.to();
            } else if (down instanceof Down.Resync resync) {
                assertThat(resync.from()).isEqualTo(Down.ResyncFrom.SNAPSHOT);
                anew = true;
            }
        }
    }

    /** The ring holds 16 MiB: what is behind it comes from the journal. */
    @ParameterizedTest
    @CsvSource({"600, 1000", "3000, 6000"})
    @DisplayName("S-44 a slow reader waits alone, with little waiting for it, and misses nothing")
    void waitAlone(int commits, int letters) {
        read(commits, letters, false);
    }

    @Test
    @Tag("long")
    @DisplayName("S-44 S-23 one that lags 5,000 submissions begins anew")
    void beginAnew() {
        read(5_600, 1_000, true);
    }

    private void read(int commits, int letters, boolean anew) {
        long start = desk.room.confirmed().seq();
        List<Reader> readers =
                IntStream.range(0, FAST + SLOW + STUCK)
                        .mapToObj(i -> new Reader(i + 1L, start))
                        .toList();
        List<Reader> fast = readers.subList(0, FAST);
        List<Reader> slow = readers.subList(FAST, FAST + SLOW);
        List<Reader> stuck = readers.subList(FAST + SLOW, readers.size());
        for (Reader reader : readers) {
            desk.room.hear(
                    reader, Desk.CLAIRE, UpWriter.text(new Up.Join(Desk.BOARD, null, "i1", start)));
        }
        String paste = "x".repeat(letters);
        for (int i = 0; i < commits; i++) {
            // As many letters in as out: the text stays as long as it is.
            desk.replace(paste);
            for (Reader reader : fast) {
                reader.take(Long.MAX_VALUE);
            }
            for (Reader reader : slow) {
                if (reader.take(letters / 10)) {
                    desk.room.drained(reader.session());
                }
            }
        }
        long head = desk.room.confirmed().seq();
        for (Reader reader : fast) {
            assertThat(reader.position).isEqualTo(head);
            assertThat(reader.most).isLessThan(FULL);
        }
        // Those that were stuck read at last, just as something happens.
        stuck.forEach(reader -> reader.take(Long.MAX_VALUE));
        desk.replace(paste);
        for (int round = 0; round < 100; round++) {
            desk.room.land();
            for (Reader reader : readers) {
                if (reader.take(Long.MAX_VALUE)) {
                    desk.room.drained(reader.session());
                }
            }
        }
        for (Reader reader : readers) {
            assertThat(reader.most).isLessThanOrEqualTo(FULL + reader.largest);
            if (!reader.anew) {
                assertThat(reader.position).isEqualTo(head + 1);
            }
        }
        assertThat(fast).noneMatch(reader -> reader.anew);
        assertThat(stuck).allMatch(reader -> reader.anew == anew);
        System.out.printf(
                "slow readers: %d sessions, %d commits: %d bytes waited for one at most%n",
                readers.size(),
                commits,
                readers.stream().mapToLong(reader -> reader.most).max().orElse(0));
    }
}
