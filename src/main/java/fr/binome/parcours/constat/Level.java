package fr.binome.parcours.constat;

/** How much a finding matters; an error cannot be set aside. */
public enum Level {
    ERROR,
    WARN,
    INFO
}
