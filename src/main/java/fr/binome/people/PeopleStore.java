package fr.binome.people;

import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Where people, their accounts, sessions and links are kept. Each call blocks until it is durable;
 * any thread may call, and what is taken is taken by one.
 */
public interface PeopleStore extends AutoCloseable {
    List<Person> persons();

    /** Adds a person with an account; false when the login is taken, and then nothing is added. */
    boolean add(Person person, Account account);

    /** Adds a trial with its persons, who have no account. */
    void add(Essai essai);

    List<Essai> essais();

    /** Takes a trial away with its persons, their sessions and links. */
    void drop(Essai essai);

    /** Takes a person away with the account, the sessions and the links. */
    void erase(PersonId person);

    @Nullable Account account(String login);

    @Nullable Account accountOf(PersonId person);

    void setPassword(PersonId person, String passwordHash);

    /** How many accounts there are of those who answer for the establishment. */
    int responsables();

    /** Keeps a link; not one that concerns a person who is not there. */
    void put(Link link);

    /** The link of that hash and purpose, without taking it. */
    @Nullable Link link(String token, Link.Purpose purpose);

    /** Takes a link: of all who try, one gets it. */
    @Nullable Link take(String token, Link.Purpose purpose);

    /** Drops every link of a purpose: a new start prints new ones. */
    void dropLinks(Link.Purpose purpose);

    /** Keeps a session; not one of a person who is not there. */
    void put(SignedIn session);

    @Nullable SignedIn session(String token);

    /** Notes that a session was seen; one that has ended meanwhile stays ended. */
    void touch(String token, Instant seen);

    void end(String token);

    /** Ends every session of a person; answers their hashes. */
    List<String> endAll(PersonId person);

    @Override
    void close();
}
