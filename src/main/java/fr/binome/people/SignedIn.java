package fr.binome.people;

import fr.binome.board.PersonId;

import java.time.Instant;

/**
 * A session of someone who has signed in, kept on the server.
 *
 * @param token SHA-256 in hex of the token in the browser's cookie
 */
public record SignedIn(String token, PersonId person, Instant started, Instant lastSeen) {}
