package fr.binome.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes tokens, and the hashes by which the server knows them. */
public final class Secrets {
    private final RandomGenerator random;

    /** Secrets from a source of randomness: {@code SecureRandom} in the server. */
    public Secrets(RandomGenerator random) {
        this.random = random;
    }

    /** 256 bits, base64url. */
    public String token() {
        return random(32);
    }

    /** An id as clients make them: 12 characters, base64url. */
    public String id() {
        return random(9);
    }

    private String random(int bytes) {
        byte[] array = new byte[bytes];
        synchronized (random) {
            random.nextBytes(array);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(array);
    }

    /** What is kept of a token: SHA-256 in hex. */
    public static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
