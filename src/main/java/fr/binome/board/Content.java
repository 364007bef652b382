package fr.binome.board;

import fr.binome.text.Delta;

/**
 * What a field of a new entity is given: the value of a register or the whole document of a text.
 */
public sealed interface Content permits Value, Content.Prose {
    /** A whole document, as a delta of insertions. */
    record Prose(Delta document) implements Content {}
}
