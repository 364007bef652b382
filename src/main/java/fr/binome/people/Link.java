package fr.binome.people;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A single-use link, known to the server by the hash of its token only.
 *
 * @param token SHA-256 in hex
 * @param person whom it is for, or who issued an invitation; null for a set-up link
 * @param board that an invitation is for
 * @param discipline what the invited teaches, who joins the class team; null for the place of Y
 */
public record Link(
        String token,
        Purpose purpose,
        @Nullable PersonId person,
        @Nullable BoardId board,
        @Nullable String discipline,
        Instant expires) {
    /** What a link is good for. */
    public enum Purpose {
        /** Makes the first account, or another responsable when a start option asks for it. */
        SETUP,
        /** Joins a class, in the place of Y or in its team. */
        INVITATION,
        /** Sets a new password. */
        RESET,
        /** Signs in as a person of the demonstration. */
        DEMONSTRATION
    }
}
