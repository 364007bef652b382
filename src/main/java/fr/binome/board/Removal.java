package fr.binome.board;

import java.time.Instant;

/** That an entity is in the bin: since when, and who put it there. */
public record Removal(Instant at, PersonId by) {}
