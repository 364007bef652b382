package fr.binome.apport;

import java.util.List;

/**
 * The weeks that a class spends in companies in its year.
 *
 * @param planned whether all of its periods are entered
 * @param periods those that have weeks, by their start
 */
public record PfmpApport(int weeks, boolean planned, List<Semaines> periods) {}
