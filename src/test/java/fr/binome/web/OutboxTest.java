package fr.binome.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The sending side of a session whose network is moved by hand. */
class OutboxTest {
    private static final byte[] MESSAGE = new byte[64 << 10];

    private final ArrayDeque<Runnable> loop = new ArrayDeque<>();
    private final ArrayDeque<Runnable> network = new ArrayDeque<>();
    private final List<Integer> ended = new ArrayList<>();
    private boolean reads = true;
    private int carried;
    private int flushes;
    private int drained;
    private long now = 1_000_000;

    private final Outbox outbox =
            new Outbox(
                    1,
                    new Outbox.Carrier() {
                        @Override
                        public boolean takes() {
                            return reads;
                        }

                        @Override
                        public void carry(byte[] message, Runnable sent) {
                            carried++;
                            network.add(sent);
                        }

                        @Override
                        public void flush() {
                            flushes++;
                        }

                        @Override
                        public void end(int code) {
                            ended.add(code);
                        }
                    },
                    loop::add,
                    () -> Instant.ofEpochMilli(now));

    private void runLoop() {
        while (!loop.isEmpty()) {
            loop.remove().run();
        }
    }

    @Test
    @DisplayName("S-44 it is full at 256 KiB unsent, and says so once it has drained")
    void tellsWhenFull() {
        outbox.whenDrained(() -> drained++);
        for (int i = 0; i < 5; i++) {
            outbox.send(MESSAGE);
        }
        runLoop();
        assertThat(carried).isEqualTo(5);
        assertThat(flushes).isEqualTo(1);
        assertThat(outbox.isFull()).isTrue();

        for (int i = 0; i < 4; i++) {
            network.remove().run();
        }
        assertThat(drained).isZero();
        network.remove().run();
        assertThat(drained).isEqualTo(1);
        assertThat(outbox.isFull()).isFalse();
    }

    @Test
    @DisplayName("S-13 full for more than 20 seconds, it is ended alone with 1013")
    void endsTheSlowest() {
        for (int i = 0; i < 5; i++) {
            outbox.send(MESSAGE);
        }
        now += 20_000;
        outbox.tick();
        runLoop();
        assertThat(ended).isEmpty();

        now++;
        outbox.tick();
        outbox.tick();
        runLoop();
        assertThat(ended).containsExactly(1013);
    }

    @Test
    @DisplayName("S-74 what nobody reads waits, counts as unsent, and comes in order later")
    void waitsForReaders() {
        reads = false;
        for (int i = 0; i < 5; i++) {
            outbox.send(MESSAGE);
        }
        runLoop();
        assertThat(carried).isZero();
        assertThat(outbox.isFull()).isTrue();

        reads = true;
        outbox.write();
        assertThat(carried).isEqualTo(5);
    }

    @Test
    @DisplayName("S-13 after the end nothing more is taken")
    void takesNothingAfterTheEnd() {
        outbox.send(MESSAGE);
        outbox.hangUp(4403);
        runLoop();
        outbox.send(MESSAGE);
        runLoop();
        assertThat(carried).isEqualTo(1);
        assertThat(ended).containsExactly(4403);
    }
}
