package fr.binome.people;

import fr.binome.board.PersonId;

/**
 * Someone of the staff.
 *
 * @param name as colleagues see it: a first name and an initial
 * @param hue 0 to 7, the colour of the person on every screen
 */
public record Person(PersonId id, String name, int hue) {
    public static final int HUES = 8;
    public static final int MAX_NAME = 60;

    public Person {
        if (!isName(name) || hue < 0 || hue >= HUES) {
            throw new IllegalArgumentException("not a person");
        }
    }

    public static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= MAX_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Person " + id;
    }
}
