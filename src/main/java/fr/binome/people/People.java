package fr.binome.people;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The staff, and the ways in. Calls block on the store and on hashing: make them from a thread that
 * may wait.
 */
public final class People {
    /** P-7: a session ends when unused so long, and in any case after so long. */
    static final Duration IDLE = Duration.ofDays(7);

    static final Duration LONGEST = Duration.ofDays(30);

    private static final Duration INVITATION = Duration.ofDays(14);
    private static final Duration RESET = Duration.ofHours(24);
    private static final Duration SETUP = Duration.ofDays(7);
    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final Duration SEEN_EVERY = Duration.ofHours(1);

    private final PeopleStore store;
    private final Passwords passwords;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Throttle throttle = new Throttle();
    private final ConcurrentHashMap<PersonId, Person> persons = new ConcurrentHashMap<>();
    private final List<Consumer<String>> whenEnded = new CopyOnWriteArrayList<>();

    public People(PeopleStore store, Passwords passwords, Secrets secrets, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.secrets = secrets;
        this.clock = clock;
        store.persons().forEach(person -> persons.put(person.id(), person));
    }

    /** Who that is, from memory; null for a former member. */
    public @Nullable Person person(PersonId id) {
        return persons.get(id);
    }

    /** Whether nobody has an account yet. */
    public boolean isNew() {
        return store.responsables() == 0;
    }

    /** Calls back with the hash of each session that ends by somebody's doing. */
    public void whenEnded(Consumer<String> listener) {
        whenEnded.add(listener);
    }

    public Outcome signIn(String login, String password) {
        String normal = Account.normal(login);
        Instant now = clock.instant();
        Duration wait = throttle.take(normal, now);
        if (wait.isPositive()) {
            return new Outcome.Later(wait);
        }
        Account account = store.account(normal);
        Boolean matches =
                passwords.matches(password, account == null ? null : account.passwordHash());
        if (matches == null) {
            return new Outcome.Later(BUSY);
        }
        if (!matches || account == null) {
            return new Outcome.WrongCredentials();
        }
        throttle.succeeded(normal);
        return welcome(account.person());
    }

    /** Signs in with a demonstration link. */
    public Outcome signInByLink(String token) {
        Link link = take(token, Link.Purpose.DEMONSTRATION);
        return link == null || link.person() == null
                ? new Outcome.NoSuchLink()
                : welcome(link.person());
    }

    /** Makes the account of one who answers for the establishment, with a set-up link. */
    public Outcome setUp(String token, String name, String login, String password) {
        return withLink(token, Link.Purpose.SETUP, name, login, password, true);
    }

    /** An invitation that still holds; null otherwise. */
    public @Nullable Link invitation(String token) {
        Link link = store.link(Secrets.hash(token), Link.Purpose.INVITATION);
        return link != null && clock.instant().isBefore(link.expires()) ? link : null;
    }

    /** Makes an account with an invitation, which is taken with it: of all who try, one gets in. */
    public Outcome joinByInvitation(String token, String name, String login, String password) {
        return withLink(token, Link.Purpose.INVITATION, name, login, password, false);
    }

    /** Takes an invitation for one who has an account: of all who try, one gets it. */
    public @Nullable Link redeem(String token) {
        return take(token, Link.Purpose.INVITATION);
    }

    private Outcome withLink(
            String token,
            Link.Purpose purpose,
            String name,
            String login,
            String password,
            boolean responsable) {
        if (store.link(Secrets.hash(token), purpose) == null) {
            return new Outcome.NoSuchLink();
        }
        Outcome fault = fault(name, login, password);
        if (fault != null) {
            return fault;
        }
        // Before the link is taken: when too many wait, it must still be good for another try.
        String hash = passwords.hash(password);
        if (hash == null) {
            return new Outcome.Later(BUSY);
        }
        return take(token, purpose) == null
                ? new Outcome.NoSuchLink()
                : newAccount(name, login, hash, responsable);
    }

    private @Nullable Outcome fault(String name, String login, String password) {
        if (!Person.isName(name)) {
            return new Outcome.Unsuitable(Outcome.What.NAME);
        }
        if (!Account.isLogin(Account.normal(login))) {
            return new Outcome.Unsuitable(Outcome.What.LOGIN);
        }
        if (!Passwords.isSuitable(password, login, name)) {
            return new Outcome.Unsuitable(Outcome.What.PASSWORD);
        }
        return store.account(Account.normal(login)) == null ? null : new Outcome.LoginTaken();
    }

    private Outcome newAccount(String name, String login, String hash, boolean responsable) {
        Person person = newPerson(name.strip());
        Account account = new Account(person.id(), Account.normal(login), hash, responsable);
        if (!store.add(person, account)) {
            return new Outcome.LoginTaken();
        }
        persons.put(person.id(), person);
        return welcome(person.id());
    }

    private Person newPerson(String name) {
        return new Person(new PersonId("p" + secrets.id()), name, persons.size() % Person.HUES);
    }

    /** Adds a person of the demonstration, who has no password and signs in by link. */
    public Person addForDemonstration(String name, String login) {
        Account known = store.account(login);
        Person there = known == null ? null : persons.get(known.person());
        if (there != null) {
            return there;
        }
        Person person = newPerson(name);
        store.add(person, new Account(person.id(), login, "", false));
        persons.put(person.id(), person);
        return person;
    }

    /** Adds a trial, and lets the visitor in: nobody else ever can be. */
    public Outcome.Welcome begin(Essai essai) {
        store.add(essai);
        essai.persons().forEach(person -> persons.put(person.id(), person));
        return welcome(essai.visitor());
    }

    public List<Essai> essais() {
        return store.essais();
    }

    /** Ends the visitor's session: from here on nobody gets into the trial. */
    public void close(Essai essai) {
        endAll(essai.visitor());
    }

    /** Takes a trial away with its persons. */
    public void drop(Essai essai) {
        close(essai);
        store.drop(essai);
        essai.persons().forEach(person -> persons.remove(person.id()));
    }

    private Outcome.Welcome welcome(PersonId person) {
        String cookie = secrets.token();
        Instant now = clock.instant();
        store.put(new SignedIn(Secrets.hash(cookie), person, now, now));
        return new Outcome.Welcome(person, cookie);
    }

    /** The session of a cookie; null when there is none any more. */
    public @Nullable SignedIn session(String cookie) {
        SignedIn session = store.session(Secrets.hash(cookie));
        if (session == null) {
            return null;
        }
        Instant now = clock.instant();
        if (now.isAfter(session.lastSeen().plus(IDLE))
                || now.isAfter(session.started().plus(LONGEST))) {
            end(session.token());
            return null;
        }
        if (now.isAfter(session.lastSeen().plus(SEEN_EVERY))) {
            store.touch(session.token(), now);
        }
        return session;
    }

    public void signOut(String cookie) {
        end(Secrets.hash(cookie));
    }

    private void end(String token) {
        store.end(token);
        whenEnded.forEach(listener -> listener.accept(token));
    }

    public boolean isResponsable(PersonId person) {
        Account account = store.accountOf(person);
        return account != null && account.responsable();
    }

    public String setUpLink() {
        store.dropLinks(Link.Purpose.SETUP);
        return link(Link.Purpose.SETUP, null, null, null, SETUP);
    }

    /** New at each start; those of the start before are void. */
    public String demonstrationLink(PersonId person) {
        return link(Link.Purpose.DEMONSTRATION, person, null, null, SETUP);
    }

    public void dropDemonstrationLinks() {
        store.dropLinks(Link.Purpose.DEMONSTRATION);
    }

    /**
     * Invites into a class.
     *
     * @param discipline what the invited teaches, for the class team; null for the place of Y
     */
    public String invitationLink(PersonId inviter, BoardId board, @Nullable String discipline) {
        return link(Link.Purpose.INVITATION, inviter, board, discipline, INVITATION);
    }

    /** For someone who has lost the password; null when there is no such account. */
    public @Nullable String resetLink(String login) {
        Account account = store.account(Account.normal(login));
        return account == null
                ? null
                : link(Link.Purpose.RESET, account.person(), null, null, RESET);
    }

    private String link(
            Link.Purpose purpose,
            @Nullable PersonId person,
            @Nullable BoardId board,
            @Nullable String discipline,
            Duration goodFor) {
        String token = secrets.token();
        store.put(
                new Link(
                        Secrets.hash(token),
                        purpose,
                        person,
                        board,
                        discipline,
                        clock.instant().plus(goodFor)));
        return token;
    }

    private @Nullable Link take(String token, Link.Purpose purpose) {
        Link link = store.take(Secrets.hash(token), purpose);
        return link != null && clock.instant().isBefore(link.expires()) ? link : null;
    }

    /** Sets a new password with a reset link, and ends every session of the person. */
    public Outcome reset(String token, String password) {
        Link offered = store.link(Secrets.hash(token), Link.Purpose.RESET);
        Account account =
                offered == null || offered.person() == null
                        ? null
                        : store.accountOf(offered.person());
        if (account == null) {
            return new Outcome.NoSuchLink();
        }
        Person person = persons.get(account.person());
        if (!Passwords.isSuitable(password, account.login(), person == null ? "" : person.name())) {
            return new Outcome.Unsuitable(Outcome.What.PASSWORD);
        }
        String hash = passwords.hash(password);
        if (hash == null) {
            return new Outcome.Later(BUSY);
        }
        if (take(token, Link.Purpose.RESET) == null) {
            return new Outcome.NoSuchLink();
        }
        store.setPassword(account.person(), hash);
        throttle.succeeded(account.login());
        endAll(account.person());
        return welcome(account.person());
    }

    private void endAll(PersonId person) {
        store.endAll(person).forEach(token -> whenEnded.forEach(to -> to.accept(token)));
    }

    /** Erases a person for good: boards keep the id, which then names a former member. */
    public void erase(PersonId person) {
        endAll(person);
        store.erase(person);
        persons.remove(person);
    }
}
