package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;

/** Hears who comes to a board and who goes. Called from the threads of rooms: must not wait. */
public interface Visits {
    /** A session has joined; told again when it joins again. */
    void came(BoardId board, PersonId person, long session);

    /**
     * A session is not joined any more.
     *
     * @param seq the newest that it has been told
     */
    void went(BoardId board, PersonId person, long session, long seq);
}
