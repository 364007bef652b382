package fr.binome.journal;

/** The outcome of an append. */
public sealed interface Appended {
    /** Durable. */
    record Written() implements Appended {}

    /** Nobody knows whether it is durable: read back, never guess. */
    record Unknown(Throwable cause) implements Appended {}

    /** Another owner has taken the board or that place in it. */
    record Fenced() implements Appended {}

    /** Certainly not written. */
    record Failed(Throwable cause) implements Appended {}
}
