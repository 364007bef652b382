package fr.binome.apport;

/**
 * The weeks that a class spends in companies in its year.
 *
 * @param planned whether all of its periods are entered
 */
public record PfmpApport(int weeks, boolean planned) {}
