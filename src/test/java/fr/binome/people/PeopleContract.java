package fr.binome.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** How people sign in, on each store. */
abstract class PeopleContract extends PeopleStoreContract {
    private static final String PASSWORD = "un mot de passe assez long";

    /** One for all tests. Its threads end with the process. */
    private static final Passwords PASSWORDS =
            new Passwords(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID));

    private static final Person VISITOR = new Person(new PersonId("pvisitor"), "Claire K.", 0);
    private static final Person COLLEAGUE = new Person(new PersonId("pcolleague"), "Mehdi R.", 1);
    private static final Essai ESSAI =
            new Essai(
                    "essai0000001",
                    VISITOR.id(),
                    COLLEAGUE.id(),
                    List.of(VISITOR, COLLEAGUE),
                    List.of(BOARD, new BoardId("board0000002")),
                    Instant.parse("2026-09-01T08:00:00Z"));

    private final Secrets secrets = new Secrets(RandomGenerator.of("L64X128MixRandom"));
    private Instant now = Instant.parse("2026-09-01T08:00:00Z");
    private final InstantSource clock = () -> now;
    private People people;

    @BeforeEach
    void takeTheStore() {
        people = new People(store, PASSWORDS, secrets, clock);
    }

    @Test
    @DisplayName("P-1 a set-up link makes the first responsable, once")
    void setsUpOnce() {
        String link = people.setUpLink();

        Outcome.Welcome claire = welcome(people.setUp(link, "Claire K.", "Claire", PASSWORD));

        assertThat(people.isResponsable(claire.person())).isTrue();
        assertThat(people.setUp(link, "Mehdi R.", "mehdi", PASSWORD))
                .isEqualTo(new Outcome.NoSuchLink());
    }

    @Test
    @DisplayName("P-2 a link lasts a while and no longer")
    void linksExpire() {
        String link = people.invitationLink(claire().person(), BOARD, null);
        now = now.plus(Duration.ofDays(15));

        assertThat(people.invitation(link)).isNull();
        assertThat(people.redeem(link)).isNull();
    }

    @Test
    @DisplayName("P-3 of all who use an invitation at once, one gets in")
    void invitesOne() throws Exception {
        String link = people.invitationLink(claire().person(), BOARD, null);
        List<Future<Outcome>> tries = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                String login = "guest" + i;
                tries.add(
                        threads.submit(
                                () -> people.joinByInvitation(link, "Guest", login, PASSWORD)));
            }
        }
        int welcome = 0;
        for (Future<Outcome> each : tries) {
            welcome += each.get() instanceof Outcome.Welcome ? 1 : 0;
        }
        assertThat(welcome).isEqualTo(1);
        assertThat(store.persons()).hasSize(2);
    }

    @Test
    @DisplayName("P-4 a password is long, and neither the name nor a common one")
    void refusesWeakPasswords() {
        String link = people.setUpLink();
        for (String weak : List.of("court", "Claire Klein", "motdepasse123", "aaaaaaaaaaaaaaa")) {
            assertThat(people.setUp(link, "Claire Klein", "claire", weak))
                    .isEqualTo(new Outcome.Unsuitable(Outcome.What.PASSWORD));
        }
        welcome(people.setUp(link, "Claire Klein", "claire", PASSWORD));
    }

    @Test
    @DisplayName("P-5 one signs in with any spelling of the name, and never with another password")
    void signsIn() {
        claire();

        welcome(people.signIn(" CLAIRE ", PASSWORD));
        assertThat(people.signIn("claire", PASSWORD + "!"))
                .isEqualTo(new Outcome.WrongCredentials());
        assertThat(people.signIn("nobody", PASSWORD)).isEqualTo(new Outcome.WrongCredentials());
    }

    @Test
    @DisplayName("P-6 many tries for one name are slowed down, at once as well, and never for good")
    void slowsGuessing() throws Exception {
        claire();
        List<Future<Outcome>> tries = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                tries.add(threads.submit(() -> people.signIn("claire", "wrong wrong wrong")));
            }
        }
        int checked = 0;
        for (Future<Outcome> each : tries) {
            checked += each.get() instanceof Outcome.WrongCredentials ? 1 : 0;
        }
        assertThat(checked).isLessThanOrEqualTo(5);
        assertThat(people.signIn("claire", PASSWORD)).isInstanceOf(Outcome.Later.class);

        now = now.plus(Duration.ofMinutes(6));
        welcome(people.signIn("claire", PASSWORD));
    }

    @Test
    @DisplayName("P-7 a session ends unused, or by signing out, and does not come back")
    void sessionsEnd() {
        String cookie = claire().cookie();
        List<String> ended = new ArrayList<>();
        people.whenEnded(ended::add);
        SignedIn session = people.session(cookie);
        assertThat(session).isNotNull();

        people.signOut(cookie);
        store.touch(Secrets.hash(cookie), now);

        assertThat(people.session(cookie)).isNull();
        assertThat(ended).containsExactly(Secrets.hash(cookie));

        String other = welcome(people.signIn("claire", PASSWORD)).cookie();
        now = now.plus(Duration.ofDays(8));
        assertThat(people.session(other)).isNull();
    }

    @Test
    @DisplayName("P-8 a reset link sets a new password once and ends all sessions")
    void resets() {
        String cookie = claire().cookie();
        String link = people.resetLink("claire");
        assertThat(link).isNotNull();
        if (link != null) {
            welcome(people.reset(link, PASSWORD + " neuf"));
            assertThat(people.reset(link, PASSWORD)).isEqualTo(new Outcome.NoSuchLink());
        }
        assertThat(people.session(cookie)).isNull();
        assertThat(people.signIn("claire", PASSWORD)).isEqualTo(new Outcome.WrongCredentials());
    }

    @Test
    @DisplayName("P-9 an erased person is nobody any more")
    void erases() {
        Outcome.Welcome claire = claire();

        people.erase(claire.person());

        assertThat(people.person(claire.person())).isNull();
        assertThat(people.session(claire.cookie())).isNull();
        assertThat(store.persons()).isEmpty();
        assertThat(people.signIn("claire", PASSWORD)).isEqualTo(new Outcome.WrongCredentials());
    }

    @Test
    @DisplayName("P-10 nothing that is printed names a person or shows a secret")
    void keepsSecrets() {
        Outcome.Welcome claire = claire();
        Person person = new Person(new PersonId("p1"), "Claire K.", 0);
        Account account = new Account(person.id(), "claire", "$argon2id$hash", true);

        assertThat(claire.toString() + person + account)
                .doesNotContain(claire.cookie())
                .doesNotContain("Claire")
                .doesNotContain("claire")
                .doesNotContain("argon2");
    }

    @Test
    @DisplayName("P-11 a ticket is good once, for its origin, for half a minute")
    void ticketsAreSingle() {
        SignedIn session = people.session(claire().cookie());
        assertThat(session).isNotNull();
        if (session == null) {
            return;
        }
        Tickets tickets = new Tickets(clock, secrets);
        String ticket = tickets.issue(session, "https://here");
        assertThat(tickets.take(ticket, "https://here")).isNotNull();
        assertThat(tickets.take(ticket, "https://here")).isNull();
        assertThat(tickets.take(tickets.issue(session, "https://here"), "https://there")).isNull();
        String late = tickets.issue(session, "https://here");
        now = now.plusSeconds(31);
        assertThat(tickets.take(late, "https://here")).isNull();
    }

    @Test
    @DisplayName("E-2 a trial has persons of its own, whom no account lets in, and is kept")
    void keepsTrials() {
        Outcome.Welcome visitor = people.begin(ESSAI);

        assertThat(visitor.person()).isEqualTo(VISITOR.id());
        assertThat(people.person(VISITOR.id())).isEqualTo(VISITOR);
        assertThat(people.isResponsable(VISITOR.id())).isFalse();
        assertThat(people.signIn("Claire K.", PASSWORD)).isEqualTo(new Outcome.WrongCredentials());
        assertThat(people.isNew()).isTrue();
        assertThat(store.essais())
                .singleElement()
                .satisfies(
                        kept -> {
                            assertThat(kept.persons())
                                    .containsExactlyInAnyOrderElementsOf(ESSAI.persons());
                            assertThat(kept.boards()).isEqualTo(ESSAI.boards());
                            assertThat(kept.visitor()).isEqualTo(ESSAI.visitor());
                            assertThat(kept.colleague()).isEqualTo(ESSAI.colleague());
                            assertThat(kept.made()).isEqualTo(ESSAI.made());
                        });
    }

    @Test
    @DisplayName("E-6 a dropped trial leaves no person, session or link, and touches no other")
    void dropsTrials() {
        Outcome.Welcome claire = claire();
        Outcome.Welcome visitor = people.begin(ESSAI);
        String link = people.invitationLink(visitor.person(), BOARD, null);
        List<String> ended = new ArrayList<>();
        people.whenEnded(ended::add);

        people.drop(ESSAI);
        people.drop(ESSAI);

        assertThat(ended).containsExactly(Secrets.hash(visitor.cookie()));
        assertThat(people.session(visitor.cookie())).isNull();
        assertThat(people.invitation(link)).isNull();
        assertThat(people.person(VISITOR.id())).isNull();
        assertThat(store.essais()).isEmpty();
        assertThat(store.persons()).extracting(Person::id).containsExactly(claire.person());
        assertThat(people.session(claire.cookie())).isNotNull();
    }

    private Outcome.Welcome claire() {
        return welcome(people.setUp(people.setUpLink(), "Claire K.", "claire", PASSWORD));
    }

    private static Outcome.Welcome welcome(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Welcome.class);
        return (Outcome.Welcome) outcome;
    }
}
