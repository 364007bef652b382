package fr.binome.room;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one session and one person may send; told in {@code welcome}. Never counted by address: a
 * whole school is one address.
 *
 * @param messageBytes of one message
 * @param submissions that a session may send at once, {@code submissionsPerSecond} in the long run
 * @param bytes that a session may send at once, {@code bytesPerSecond} in the long run
 * @param boards that a session may be in at once
 * @param helloMillis within which a session must say who it is
 */
public record Limits(
        int messageBytes,
        int submissions,
        int submissionsPerSecond,
        int bytes,
        int bytesPerSecond,
        int boards,
        int helloMillis) {
    public static final Limits DEFAULT =
            new Limits(256 << 10, 120, 30, 512 << 10, 64 << 10, 20, 5_000);

    Map<String, Long> told() {
        Map<String, Long> told = new TreeMap<>();
        told.put("messageBytes", (long) messageBytes);
        told.put("submissions", (long) submissions);
        told.put("submissionsPerSecond", (long) submissionsPerSecond);
        told.put("bytes", (long) bytes);
        told.put("bytesPerSecond", (long) bytesPerSecond);
        told.put("boards", (long) boards);
        told.put("commands", (long) fr.binome.board.Limits.COMMANDS);
        return told;
    }
}
