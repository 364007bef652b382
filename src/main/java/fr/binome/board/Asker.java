package fr.binome.board;

import java.time.Instant;

/**
 * Who asks, with the role held on this board at the time of the decision.
 *
 * @param now the server's time; rules compare with it and never with a client's
 */
public record Asker(PersonId person, Role role, Instant now) {}
