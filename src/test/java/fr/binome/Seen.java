package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What viewers have seen, and how long after it was sent: each edit is a word that says when, in ns
 * of {@link System#nanoTime()}, so that sender and viewers are to be in one process.
 */
final class Seen {
    private final CountDownLatch joined;
    private final CountDownLatch left;
    private final long[] nanos;
    private final int warmUp;
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicLong board = new AtomicLong();

    /**
     * @param warmUp so many edits at first are not measured
     */
    Seen(int viewers, int warmUp, int measured) {
        this.joined = new CountDownLatch(viewers);
        this.left = new CountDownLatch(viewers * (warmUp + measured));
        this.nanos = new long[viewers * (warmUp + measured)];
        this.warmUp = viewers * warmUp;
    }

    static String stamp(long now) {
        return "<" + now + ">";
    }

    /** How far the board is: what is asked is asked on that, as a client does. */
    long board() {
        return board.get();
    }

    void board(long seq) {
        board.accumulateAndGet(seq, Math::max);
    }

    /** A message came to one of the viewers. */
    void hear(String text) {
        if (text.startsWith("{\"type\":\"state\"")) {
            joined.countDown();
            return;
        }
        int to = text.indexOf("\"to\":");
        if (to < 0) {
            return;
        }
        board(Long.parseLong(text, to + 5, text.indexOf(',', to), 10));
        // A frame may hold more than one edit.
        for (int at = text.indexOf("\"<"); at >= 0; at = text.indexOf("\"<", at + 1)) {
            long sent = Long.parseLong(text, at + 2, text.indexOf('>', at), 10);
            nanos[heard.getAndIncrement()] = System.nanoTime() - sent;
            left.countDown();
        }
    }

    void awaitJoined() throws InterruptedException {
        assertThat(joined.await(120, TimeUnit.SECONDS)).as("all have joined").isTrue();
    }

    void awaitAll() throws InterruptedException {
        assertThat(left.await(120, TimeUnit.SECONDS))
                .as("all edits seen by all; %s are not", left.getCount())
                .isTrue();
    }

    @Override
    public String toString() {
        long[] sorted = Arrays.copyOfRange(nanos, warmUp, nanos.length);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d seen, p50 %.1f ms, p99 %.1f ms, worst %.1f ms",
                sorted.length,
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1));
    }

    private static double millis(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(quantile * sorted.length))]
                / 1e6;
    }
}
