package fr.binome.wire;

import org.jspecify.annotations.Nullable;

/** Why a message came to nothing; its name in camel case is the word on the wire. */
public enum Fault {
    /** Not JSON, or not a message of the protocol: a wrong type, an unknown or missing field. */
    MALFORMED,
    /** The {@code type} of the message or of a command is none of the protocol. */
    UNKNOWN_TYPE,
    TOO_BIG,
    /** Binary going up. */
    NOT_TEXT,
    /** The first message must be {@code hello}, and only the first. */
    HELLO_EXPECTED,
    HELLO_TWICE,
    /** The ticket is used, expired, or another session's. */
    TICKET,
    /** The client speaks another version of the protocol. */
    PROTOCOL,
    NOT_JOINED,
    /** No such board, or none for this person: the two are not told apart. */
    NO_BOARD,
    /** The client id belongs to another person. */
    CLIENT,
    NUMBER_REUSED,
    /** A base or presence beyond the board's head. */
    AHEAD,
    QUARANTINED,
    TOO_MANY_BOARDS;

    /** A message that cannot be decoded, with what is known of it. */
    public record Undecodable(
            Fault fault, @Nullable String board, @Nullable Long number, String detail) {}
}
