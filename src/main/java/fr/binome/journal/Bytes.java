package fr.binome.journal;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that nobody changes: whoever hands an array over keeps no use of it. */
public final class Bytes {
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    public static Bytes of(byte[] array) {
        return array.length == 0 ? NONE : new Bytes(array);
    }

    /** The array itself, to be read only. */
    public byte[] array() {
        return array;
    }

    public int length() {
        return array.length;
    }

    public Bytes sha256() {
        return of(newSha256().digest(array));
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(array);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** How many, and not which. */
    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
