package fr.binome.apport;

/**
 * A class that another belongs with.
 *
 * @param board its board
 * @param nature {@code parcours} or {@code promotion}
 */
public record Lien(String board, String nature) {}
