package fr.binome.apport;

/** Whole weeks, as a digest keeps them: the first Monday and the last Friday. */
public record Semaines(String start, String end) {}
