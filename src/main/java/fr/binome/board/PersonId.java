package fr.binome.board;

import java.util.regex.Pattern;

/**
 * Names a person without saying who it is: made by the server, {@code p} and base64url characters.
 * The name itself lives in {@code people}, so that a person can be erased.
 */
public record PersonId(String value) implements Comparable<PersonId> {
    private static final Pattern FORM = Pattern.compile("p[A-Za-z0-9_-]{1,22}|systeme");

    /** The one who acts when an alarm rings or an invitation is redeemed. */
    public static final PersonId SYSTEME = new PersonId("systeme");

    public PersonId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a person id");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
