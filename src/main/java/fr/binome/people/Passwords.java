package fr.binome.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes and checks passwords, on two threads and no more: a morning's rush of sign-ins must not
 * take the memory and the processors from those who work.
 */
public final class Passwords implements AutoCloseable {
    /** P-12: 19 MiB, two passes, one lane. */
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /**
     * What is checked when the name is unknown, so that an answer takes as long as for a known one:
     * it costs as much as ours, and nobody gets in by it.
     */
    static final String DECOY =
            "$argon2id$v=19$m=19456,t=2,p=1"
                    + "$Cr8TrsUi7U9KigiFAzUrRui82Cenr+H0pTjqsV24jhThDCU/cQ+Rghhbqx0ONTKcL5SY1YbDCf84cnP9BwJlig"
                    + "$a9l8yMdPVDGma4Max48/HfwianHeCxh5O2VLbQUm6tc";

    private static final int MIN_LENGTH = 12;
    private static final int MAX_LENGTH = 128;

    private static final Set<String> COMMON =
            Set.of(
                    "motdepasse123",
                    "motdepasse1234",
                    "azertyuiop123",
                    "azertyuiopqs",
                    "password1234",
                    "123456789012",
                    "1234567890123",
                    "000000000000",
                    "111111111111",
                    "qwertyuiop123",
                    "bienvenue2026",
                    "professeur123");

    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    2,
                    2,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(64),
                    task -> Thread.ofPlatform().name("passwords").daemon().unstarted(task));

    private final Argon2Function function;

    /** As on every server. */
    public Passwords() {
        this(ARGON2);
    }

    /** As costly as that: tests have no time. */
    Passwords(Argon2Function function) {
        this.function = function;
    }

    /** P-4: 12 to 128 characters, not the login nor the name, none that everybody takes. */
    static boolean isSuitable(String password, String login, String name) {
        String lower = Account.normal(password);
        return password.length() >= MIN_LENGTH
                && password.length() <= MAX_LENGTH
                && !COMMON.contains(lower)
                && lower.chars().distinct().count() > 3
                && !lower.equals(Account.normal(login))
                && !lower.equals(Account.normal(name));
    }

    /** The hash, or null when too many wait. */
    @Nullable String hash(String password) {
        return busyAsNull(() -> Password.hash(password).with(function).getResult());
    }

    /** Whether it is the password of that hash, or null when too many wait. */
    @Nullable Boolean matches(String password, @Nullable String hash) {
        String against = hash == null || hash.isEmpty() ? DECOY : hash;
        Boolean matches =
                password.length() > MAX_LENGTH
                        ? Boolean.FALSE
                        : busyAsNull(
                                () ->
                                        Password.check(password, against)
                                                .with(Argon2Function.getInstanceFromHash(against)));
        return matches == null ? null : matches && !against.equals(DECOY);
    }

    private <T> @Nullable T busyAsNull(java.util.function.Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, worker).join();
        } catch (RejectedExecutionException e) {
            return null;
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
