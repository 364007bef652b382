package fr.binome.people;

import fr.binome.board.PersonId;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a person signs in.
 *
 * @param login in the form that {@link #normal} gives
 * @param passwordHash Argon2id with its parameters; empty for one who has no password and signs in
 *     by link
 * @param responsable whether the person answers for the establishment: issues reset links
 */
public record Account(PersonId person, String login, String passwordHash, boolean responsable) {
    public static final int MAX_LOGIN = 80;

    /** One spelling for each name, whatever the keyboard. */
    public static String normal(String login) {
        return Normalizer.normalize(login.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    public static boolean isLogin(String login) {
        return login.length() >= 2
                && login.length() <= MAX_LOGIN
                && login.chars().noneMatch(c -> Character.isISOControl(c) || c == ' ');
    }

    /** Names nobody and shows no hash. */
    @Override
    public String toString() {
        return "Account of " + person;
    }
}
