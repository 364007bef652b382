package fr.binome.apport;

/**
 * What a class asks of one of its binôme.
 *
 * @param weekly minutes a week of its lessons
 * @param service minutes a week that the person owes over all classes, as the class has it; 0 while
 *     nobody has said
 */
public record ServiceApport(String person, int weekly, int service) {}
