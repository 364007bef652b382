package fr.binome.parcours.insight;

import java.util.Map;

/**
 * The digital tools that the team really uses.
 *
 * @param situations how many planned situations use each
 */
public record Outils(Map<String, Integer> situations) {}
