package fr.binome.board;

/**
 * What a board tells others: a small value, white-listed, derived from the board and rebuilt at
 * will. Nothing that must be exact depends on one.
 */
public interface Digest {
    /** As the store keeps it; the same bytes mean the same digest. */
    byte[] bytes();
}
