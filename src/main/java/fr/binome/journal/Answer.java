package fr.binome.journal;

/** What the store answers to a question that changes nothing, or nothing that must be known. */
public sealed interface Answer<T> {
    record Found<T>(T value) implements Answer<T> {}

    record Failed<T>(Throwable cause) implements Answer<T> {}
}
