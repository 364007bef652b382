package fr.binome.sqlite;

/** What became of a piece of work on a file. */
public sealed interface Outcome<T> {
    /** Done, and durable if it wrote. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Certainly not done. */
    record Failed<T>(Throwable cause) implements Outcome<T> {}

    /** The commit itself failed: nobody knows. */
    record Unknown<T>(Throwable cause) implements Outcome<T> {}
}
