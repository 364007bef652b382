package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.Role;
import fr.binome.wire.KindWire;

/** The answer to somebody who looks at a board. */
public sealed interface Looked {
    /** The newest durable state. */
    record Seen(Board board, String incarnation, Role role, KindWire<?> wire) implements Looked {}

    /** No such board, or none for this person. */
    record Hidden() implements Looked {}

    record Unavailable() implements Looked {}
}
