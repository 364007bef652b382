package fr.binome.people;

import fr.binome.board.PersonId;

import java.time.Duration;

/** What comes of trying to sign in, by whatever way. */
public sealed interface Outcome {
    /**
     * Signed in.
     *
     * @param cookie the secret of the session, for the browser alone
     */
    record Welcome(PersonId person, String cookie) implements Outcome {
        @Override
        public String toString() {
            return "Welcome " + person;
        }
    }

    /** The name or the password is not right; which of them is not said. */
    record WrongCredentials() implements Outcome {}

    /** Too many tries for this name, or at this moment for the server: try after a while. */
    record Later(Duration after) implements Outcome {}

    /** The link is used, has expired, or never was. */
    record NoSuchLink() implements Outcome {}

    record LoginTaken() implements Outcome {}

    /** What was given cannot be a name, a login or a password. */
    record Unsuitable(What what) implements Outcome {}

    /** The part of a new account that is at fault. */
    enum What {
        NAME,
        LOGIN,
        PASSWORD
    }
}
