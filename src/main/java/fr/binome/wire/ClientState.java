package fr.binome.wire;

import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a board remembers of one client: its newest submission and what became of it. Journaled with
 * each commit and kept in snapshots, never sent.
 *
 * @param client SHA-256 of the client's id, in hex
 * @param payload SHA-256 of the bytes of the newest submission, in hex
 * @param seq of the newest submission when it was accepted
 * @param answer to the newest submission when it was refused
 */
public record ClientState(
        String client,
        PersonId person,
        int pen,
        long number,
        String payload,
        Instant at,
        @Nullable Long seq,
        Down.@Nullable Answer answer) {}
