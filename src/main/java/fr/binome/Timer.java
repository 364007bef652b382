package fr.binome;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs what is due later; one thread that only hands over. */
final class Timer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

    private final Executor threads;
    private final ScheduledExecutorService clockwork =
            new ScheduledThreadPoolExecutor(
                    1, task -> Thread.ofPlatform().name("timer").daemon().unstarted(task));

    Timer(Executor threads) {
        this.threads = threads;
    }

    void after(Duration delay, Runnable task) {
        if (!clockwork.isShutdown()) {
            var unused =
                    clockwork.schedule(
                            () -> threads.execute(guarded(task)),
                            delay.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    void every(Duration period, Runnable task) {
        after(
                period,
                () -> {
                    task.run();
                    every(period, task);
                });
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("something due failed", e);
            }
        };
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
