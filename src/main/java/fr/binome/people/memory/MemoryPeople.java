package fr.binome.people.memory;

import fr.binome.board.PersonId;
import fr.binome.people.Account;
import fr.binome.people.Essai;
import fr.binome.people.Link;
import fr.binome.people.PeopleStore;
import fr.binome.people.Person;
import fr.binome.people.SignedIn;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The reference of what a store of people does. */
public final class MemoryPeople implements PeopleStore {
    private final Map<PersonId, Person> persons = new HashMap<>();
    private final Map<String, Essai> essais = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, SignedIn> sessions = new HashMap<>();

    @Override
    public synchronized List<Person> persons() {
        return List.copyOf(persons.values());
    }

    @Override
    public synchronized boolean add(Person person, Account account) {
        if (accounts.putIfAbsent(account.login(), account) != null) {
            return false;
        }
        persons.put(person.id(), person);
        return true;
    }

    @Override
    public synchronized void add(Essai essai) {
        essais.put(essai.id(), essai);
        essai.persons().forEach(person -> persons.put(person.id(), person));
    }

    @Override
    public synchronized List<Essai> essais() {
        return List.copyOf(essais.values());
    }

    @Override
    public synchronized void drop(Essai essai) {
        essais.remove(essai.id());
        essai.persons().forEach(person -> erase(person.id()));
    }

    @Override
    public synchronized void erase(PersonId person) {
        persons.remove(person);
        accounts.values().removeIf(account -> account.person().equals(person));
        links.values().removeIf(link -> person.equals(link.person()));
        endAll(person);
    }

    @Override
    public synchronized @Nullable Account account(String login) {
        return accounts.get(login);
    }

    @Override
    public synchronized @Nullable Account accountOf(PersonId person) {
        for (Account account : accounts.values()) {
            if (account.person().equals(person)) {
                return account;
            }
        }
        return null;
    }

    @Override
    public synchronized void setPassword(PersonId person, String passwordHash) {
        accounts.replaceAll(
                (login, account) ->
                        account.person().equals(person)
                                ? new Account(person, login, passwordHash, account.responsable())
                                : account);
    }

    @Override
    public synchronized int responsables() {
        return (int) accounts.values().stream().filter(Account::responsable).count();
    }

    @Override
    public synchronized void put(Link link) {
        if (link.person() == null || persons.containsKey(link.person())) {
            links.put(link.token(), link);
        }
    }

    @Override
    public synchronized @Nullable Link link(String token, Link.Purpose purpose) {
        Link link = links.get(token);
        return link != null && link.purpose() == purpose ? link : null;
    }

    @Override
    public synchronized @Nullable Link take(String token, Link.Purpose purpose) {
        Link link = link(token, purpose);
        if (link != null) {
            links.remove(token);
        }
        return link;
    }

    @Override
    public synchronized void dropLinks(Link.Purpose purpose) {
        links.values().removeIf(link -> link.purpose() == purpose);
    }

    @Override
    public synchronized void put(SignedIn session) {
        if (persons.containsKey(session.person())) {
            sessions.put(session.token(), session);
        }
    }

    @Override
    public synchronized @Nullable SignedIn session(String token) {
        return sessions.get(token);
    }

    @Override
    public synchronized void touch(String token, Instant seen) {
        sessions.computeIfPresent(
                token,
                (same, session) -> new SignedIn(token, session.person(), session.started(), seen));
    }

    @Override
    public synchronized void end(String token) {
        sessions.remove(token);
    }

    @Override
    public synchronized List<String> endAll(PersonId person) {
        List<String> ended = new ArrayList<>();
        sessions.values()
                .removeIf(
                        session -> {
                            boolean theirs = session.person().equals(person);
                            if (theirs) {
                                ended.add(session.token());
                            }
                            return theirs;
                        });
        return ended;
    }

    @Override
    public void close() {}
}
