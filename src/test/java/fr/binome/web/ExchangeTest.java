package fr.binome.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A session over HTTP whose time and network are moved by hand. */
class ExchangeTest {
    private final ArrayDeque<Runnable> loop = new ArrayDeque<>();
    private final List<String> happened = new ArrayList<>();
    private long now = 1_000_000;
    private final Exchange exchange = new Exchange(loop::add, () -> Instant.ofEpochMilli(now));
    private final Outbox outbox =
            new Outbox(1, exchange, loop::add, () -> Instant.ofEpochMilli(now));

    {
        exchange.whenEnded(() -> happened.add("ended"));
        exchange.whenOver(() -> happened.add("over"));
    }

    /** What one answer has been given. */
    private static final class Paper implements Exchange.Answer {
        private final boolean stays;
        private final List<String> lines = new ArrayList<>();
        private boolean ended;

        Paper(boolean stays) {
            this.stays = stays;
        }

        @Override
        public boolean stays() {
            return stays;
        }

        @Override
        public void line(byte[] message, Runnable sent) {
            lines.add(new String(message, StandardCharsets.UTF_8));
            sent.run();
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    private Paper read(boolean stays) {
        Paper paper = new Paper(stays);
        exchange.read(paper, outbox);
        runLoop();
        return paper;
    }

    private void send(String message) {
        outbox.send(message.getBytes(StandardCharsets.UTF_8));
        runLoop();
    }

    private void runLoop() {
        while (!loop.isEmpty()) {
            loop.remove().run();
        }
    }

    private void later(long millis) {
        now += millis;
        exchange.tick();
        runLoop();
    }

    @Test
    @DisplayName("S-72 a stream begins with an empty line, and has one after 10 seconds of silence")
    void beats() {
        Paper stream = read(true);
        later(9_999);
        send("a");
        later(9_999);
        assertThat(stream.lines).containsExactly("", "a");
        later(1);
        assertThat(stream.lines).containsExactly("", "a", "");
        assertThat(stream.ended).isFalse();
    }

    @Test
    @DisplayName("S-73 a poll waits for something, or 10 seconds, and ends")
    void polls() {
        send("a");
        assertThat(read(false).lines).containsExactly("a");

        Paper second = read(false);
        assertThat(second.ended).isFalse();
        send("b");
        assertThat(second.lines).containsExactly("b");
        assertThat(second.ended).isTrue();

        Paper third = read(false);
        later(10_000);
        assertThat(third.lines).containsExactly("");
        assertThat(third.ended).isTrue();
    }

    @Test
    @DisplayName("S-73 nobody reading for more than 10 seconds, it is over")
    void diesUnread() {
        read(false);
        send("a");
        later(10_000);
        assertThat(exchange.isLive()).isTrue();
        later(1);
        assertThat(happened).containsExactly("ended", "over");
        assertThat(exchange.isLive()).isFalse();
    }

    @Test
    @DisplayName("S-74 an answer that is cut off is the end, one that was replaced is not")
    void diesWithItsAnswer() {
        Paper first = read(false);
        send("a");
        exchange.lost(first);
        assertThat(happened).isEmpty();

        exchange.lost(read(true));
        assertThat(happened).containsExactly("ended", "over");
    }

    @Test
    @DisplayName("S-77 a poll is told of the end in one answer with what comes before it")
    void saysGoodbyeAtOnce() {
        Paper poll = read(false);
        outbox.send("a".getBytes(StandardCharsets.UTF_8));
        outbox.hangUp(1001);
        runLoop();
        assertThat(poll.lines).containsExactly("a", "{\"type\":\"closed\",\"code\":1001}");
        assertThat(poll.ended).isTrue();
        assertThat(happened).containsExactly("ended", "over");
    }

    @Test
    @DisplayName("S-77 the end comes last, and waits for somebody to read it")
    void saysGoodbye() {
        send("a");
        outbox.hangUp(4403);
        runLoop();
        assertThat(happened).containsExactly("ended");
        send("b");
        Paper last = read(false);
        assertThat(last.lines).containsExactly("a", "{\"type\":\"closed\",\"code\":4403}");
        assertThat(last.ended).isTrue();
        assertThat(happened).containsExactly("ended", "over");
    }
}
