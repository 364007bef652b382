package fr.binome.room;

import fr.binome.board.Refusal;

/** What became of an act of the server on a board. */
public sealed interface Acted {
    /** Durable at that seq. */
    record Done(long seq) implements Acted {}

    record Refused(Refusal refusal) implements Acted {}

    /** No such board, or another of that id when it was to be made. */
    record Absent() implements Acted {}

    /** The store does not answer: try again later. */
    record Unavailable() implements Acted {}
}
