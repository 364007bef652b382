package fr.binome.room;

import fr.binome.board.EntityId;
import fr.binome.board.PersonId;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/** The answer to somebody who asks what others have changed on a board since they were there. */
public sealed interface Since {
    /** So many submissions are looked through at most. */
    int LONGEST = 5_000;

    /**
     * What others have changed.
     *
     * @param head up to where it was looked, the newest durable seq
     * @param things those directly in the board in which others have changed something, in the
     *     order of the first change
     */
    record Told(long head, List<Thing> things) implements Since {
        public Told {
            things = List.copyOf(things);
        }
    }

    /**
     * One thing in which something was changed.
     *
     * @param at when it was changed last
     * @param by who has changed it, the asker apart; who they are is another question
     * @param what the kinds and fields that were changed: {@code situation.status}, {@code etape}
     */
    record Thing(
            EntityId id, String kind, Instant at, SortedSet<PersonId> by, SortedSet<String> what) {}

    /** It is too long ago, or was never: what stands there now is all there is to tell. */
    record TooOld(long head) implements Since {}

    /** No such board, or none for this person. */
    record Hidden() implements Since {}

    record Unavailable() implements Since {}
}
