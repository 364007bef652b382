package fr.binome.journal;

import fr.binome.board.BoardId;

/**
 * What a board told others at {@code seq}, kept so that the home page need not open every board.
 *
 * @param kind of the board
 */
public record StoredDigest(BoardId board, String kind, long seq, Bytes bytes) {}
