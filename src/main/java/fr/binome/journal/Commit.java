package fr.binome.journal;

import fr.binome.board.BoardId;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the journal appends: several submissions of one board that become durable together.
 *
 * @param n dense from 1 on each board
 * @param prev the hash of commit {@code n - 1}; {@link Bytes#NONE} before the first
 * @param epoch of the ownership under which it is written
 * @param id made at random for this commit, so that its writer finds it again after an unknown
 *     outcome
 * @param fromSeq and {@code toSeq}: it holds the submissions in {@code (fromSeq, toSeq]}, perhaps
 *     none
 * @param at to the millisecond
 * @param texts the texts it edits, so that an old base is served without scanning
 * @param changes exactly the bytes of the frame sent to members; none when the interval is empty
 * @param outcomes private: what each client was answered
 */
public record Commit(
        BoardId board,
        long n,
        Bytes prev,
        long epoch,
        String id,
        long fromSeq,
        long toSeq,
        Instant at,
        Set<String> texts,
        Bytes changes,
        Bytes outcomes) {
    /** The most that one commit may weigh, in bytes of its body. */
    public static final int MAX_BYTES = 8 << 20;

    public Commit {
        if (n < 1 || fromSeq < 0 || toSeq < fromSeq) {
            throw new IllegalArgumentException("not a commit");
        }
        at = at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        texts = Collections.unmodifiableSet(new TreeSet<>(texts));
    }

    /** Whether its body is beyond {@link #MAX_BYTES}. */
    public boolean isTooBig() {
        return changes.length() + outcomes.length() > MAX_BYTES;
    }

    /** SHA-256 over every field; the next commit names it. */
    public Bytes hash() {
        MessageDigest digest = Bytes.newSha256();
        field(digest, board.value());
        number(digest, n);
        field(digest, prev.array());
        number(digest, epoch);
        field(digest, id);
        number(digest, fromSeq);
        number(digest, toSeq);
        number(digest, at.toEpochMilli());
        number(digest, texts.size());
        for (String text : texts) {
            field(digest, text);
        }
        field(digest, changes.array());
        field(digest, outcomes.array());
        return Bytes.of(digest.digest());
    }

    private static void field(MessageDigest digest, String value) {
        field(digest, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(MessageDigest digest, byte[] value) {
        number(digest, value.length);
        digest.update(value);
    }

    private static void number(MessageDigest digest, long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    }

    /** Whether this is the next commit after another, unchanged since it was written. */
    public boolean follows(long previousN, Bytes previousHash, long previousSeq) {
        return n == previousN + 1 && prev.equals(previousHash) && fromSeq == previousSeq;
    }
}
