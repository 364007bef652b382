package fr.binome.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is kept of a password, and what hashing may cost. */
class PasswordsTest {
    private static final String PASSWORD = "un mot de passe assez long";

    private final Passwords passwords = new Passwords();

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    @DisplayName("P-12 what is kept is Argon2id with 19 MiB, two passes, one lane, and a salt")
    void hashes() {
        String hash = passwords.hash(PASSWORD);
        String again = passwords.hash(PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(again);
        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + " ", hash)).isFalse();
        assertThat(Passwords.DECOY).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
        assertThat(passwords.matches("", "")).isFalse();
    }

    @Test
    @DisplayName("P-12 when 64 wait, one more is told at once that it is too much")
    void turnsAwayTooMany() throws Exception {
        List<Future<@Nullable String>> asked = new ArrayList<>();
        try (Passwords cheaper =
                        new Passwords(Argon2Function.getInstance(4_096, 1, 1, 32, Argon2.ID));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                asked.add(threads.submit(() -> cheaper.hash(PASSWORD)));
            }
        }
        int turnedAway = 0;
        for (Future<@Nullable String> each : asked) {
            turnedAway += each.get() == null ? 1 : 0;
        }
        assertThat(turnedAway).isBetween(1, 200 - 64 - 2);
    }
}
