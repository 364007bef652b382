package fr.binome.board;

/** The trade commands of a kind that has none. */
public enum NoCommand {}
