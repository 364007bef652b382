package fr.binome.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What every store of people does, call by call ({@code spec/people.md}). */
abstract class PeopleStoreContract {
    protected static final BoardId BOARD = new BoardId("board0000001");
    private static final Instant AT = Instant.parse("2026-09-01T08:00:00.123Z");
    private static final Person CLAIRE = new Person(new PersonId("pclaire"), "Claire K.", 0);
    private static final Person MEHDI = new Person(new PersonId("pmehdi"), "Mehdi R.", 7);

    protected PeopleStore store;

    /** A store on the data of this test, which outlives it. */
    protected abstract PeopleStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    @DisplayName("P-15 what was put is there, equal, after a restart")
    void outlivesTheServer() throws Exception {
        Account claire = add(CLAIRE, "claire", true);
        Link link = link("t1", Link.Purpose.INVITATION, CLAIRE);
        Link setUp = link("t2", Link.Purpose.SETUP, null);
        SignedIn session = session("s1", CLAIRE);
        store.put(link);
        store.put(setUp);
        store.put(session);

        store.close();
        store = open();

        assertThat(store.persons()).containsExactly(CLAIRE);
        assertThat(store.account("claire")).isEqualTo(claire);
        assertThat(store.accountOf(CLAIRE.id())).isEqualTo(claire);
        assertThat(store.link("t1", Link.Purpose.INVITATION)).isEqualTo(link);
        assertThat(store.link("t2", Link.Purpose.SETUP)).isEqualTo(setUp);
        assertThat(store.session("s1")).isEqualTo(session);
        assertThat(store.responsables()).isEqualTo(1);
    }

    @Test
    @DisplayName("P-15 what nobody put is not there")
    void knowsNobody() {
        assertThat(store.persons()).isEmpty();
        assertThat(store.account("claire")).isNull();
        assertThat(store.accountOf(CLAIRE.id())).isNull();
        assertThat(store.link("t1", Link.Purpose.SETUP)).isNull();
        assertThat(store.take("t1", Link.Purpose.SETUP)).isNull();
        assertThat(store.session("s1")).isNull();
        assertThat(store.endAll(CLAIRE.id())).isEmpty();
        assertThat(store.responsables()).isZero();
        store.erase(CLAIRE.id());
        store.end("s1");
        store.touch("s1", AT);
        assertThat(store.session("s1")).isNull();
    }

    @Test
    @DisplayName(
            "P-16 of all who add a login at once one gets it, and of the others nothing is kept")
    void oneGetsALogin() throws Exception {
        List<Future<Boolean>> tries = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Person person = new Person(new PersonId("p" + i), "Somebody", i);
                Account account = new Account(person.id(), "claire", "hash " + i, true);
                tries.add(threads.submit(() -> store.add(person, account)));
            }
        }

        int added = 0;
        for (Future<Boolean> each : tries) {
            added += each.get() ? 1 : 0;
        }
        Account winner = store.account("claire");
        assertThat(added).isEqualTo(1);
        assertThat(winner).isNotNull();
        assertThat(store.persons())
                .extracting(Person::id)
                .containsExactly(winner == null ? null : winner.person());
        assertThat(store.responsables()).isEqualTo(1);
    }

    @Test
    @DisplayName("P-8 a new password is that person's alone")
    void setsOnePassword() {
        add(CLAIRE, "claire", true);
        Account mehdi = add(MEHDI, "mehdi", false);

        store.setPassword(CLAIRE.id(), "new");

        assertThat(store.account("claire"))
                .isEqualTo(new Account(CLAIRE.id(), "claire", "new", true));
        assertThat(store.account("mehdi")).isEqualTo(mehdi);
    }

    @Test
    @DisplayName("P-3 a link is taken once, and for its purpose only")
    void takesALinkOnce() {
        Link link = link("t1", Link.Purpose.SETUP, null);
        store.put(link);

        assertThat(store.link("t1", Link.Purpose.RESET)).isNull();
        assertThat(store.take("t1", Link.Purpose.RESET)).isNull();
        assertThat(store.take("t1", Link.Purpose.SETUP)).isEqualTo(link);
        assertThat(store.take("t1", Link.Purpose.SETUP)).isNull();
        assertThat(store.link("t1", Link.Purpose.SETUP)).isNull();
    }

    @Test
    @DisplayName("P-2 the links of one purpose are dropped, and no others")
    void dropsLinks() {
        add(CLAIRE, "claire", true);
        store.put(link("t1", Link.Purpose.DEMONSTRATION, CLAIRE));
        store.put(link("t2", Link.Purpose.DEMONSTRATION, CLAIRE));
        store.put(link("t3", Link.Purpose.RESET, CLAIRE));

        store.dropLinks(Link.Purpose.DEMONSTRATION);

        assertThat(store.link("t1", Link.Purpose.DEMONSTRATION)).isNull();
        assertThat(store.link("t2", Link.Purpose.DEMONSTRATION)).isNull();
        assertThat(store.link("t3", Link.Purpose.RESET)).isNotNull();
    }

    @Test
    @DisplayName("P-7 a session is touched and ended, alone or with all of its person")
    void endsSessions() {
        add(CLAIRE, "claire", true);
        add(MEHDI, "mehdi", false);
        for (String token : List.of("s1", "s2", "s3")) {
            store.put(session(token, CLAIRE));
        }
        store.put(session("s4", MEHDI));

        Instant later = AT.plusSeconds(60);
        store.touch("s1", later);
        assertThat(store.session("s1")).isEqualTo(new SignedIn("s1", CLAIRE.id(), AT, later));
        store.end("s2");
        store.touch("s2", later);
        assertThat(store.session("s2")).isNull();

        assertThat(store.endAll(CLAIRE.id())).containsExactlyInAnyOrder("s1", "s3");
        assertThat(store.session("s1")).isNull();
        assertThat(store.session("s4")).isEqualTo(session("s4", MEHDI));
    }

    @Test
    @DisplayName("P-9 an erased person leaves no account, session or link, and others keep theirs")
    void erasesOnePerson() {
        add(CLAIRE, "claire", true);
        Account mehdi = add(MEHDI, "mehdi", true);
        for (Person person : List.of(CLAIRE, MEHDI)) {
            store.put(link("link of " + person.id(), Link.Purpose.RESET, person));
            store.put(session("session of " + person.id(), person));
        }
        store.put(link("of nobody", Link.Purpose.SETUP, null));

        store.erase(CLAIRE.id());

        assertThat(store.persons()).containsExactly(MEHDI);
        assertThat(store.account("claire")).isNull();
        assertThat(store.accountOf(CLAIRE.id())).isNull();
        assertThat(store.link("link of pclaire", Link.Purpose.RESET)).isNull();
        assertThat(store.session("session of pclaire")).isNull();
        assertThat(store.responsables()).isEqualTo(1);
        assertThat(store.accountOf(MEHDI.id())).isEqualTo(mehdi);
        assertThat(store.link("link of pmehdi", Link.Purpose.RESET)).isNotNull();
        assertThat(store.session("session of pmehdi")).isNotNull();
        assertThat(store.link("of nobody", Link.Purpose.SETUP)).isNotNull();
        assertThat(store.add(CLAIRE, new Account(CLAIRE.id(), "claire", "hash", false))).isTrue();
    }

    @Test
    @DisplayName("P-17 for a person who is not there neither session nor link is kept")
    void keepsNothingOfTheErased() {
        add(CLAIRE, "claire", true);
        store.erase(CLAIRE.id());

        store.put(session("s1", CLAIRE));
        store.put(link("t1", Link.Purpose.RESET, CLAIRE));

        assertThat(store.session("s1")).isNull();
        assertThat(store.link("t1", Link.Purpose.RESET)).isNull();
    }

    private Account add(Person person, String login, boolean responsable) {
        Account account = new Account(person.id(), login, "hash of " + login, responsable);
        assertThat(store.add(person, account)).isTrue();
        return account;
    }

    private static Link link(String token, Link.Purpose purpose, @Nullable Person person) {
        return new Link(
                token,
                purpose,
                person == null ? null : person.id(),
                purpose == Link.Purpose.INVITATION ? BOARD : null,
                purpose == Link.Purpose.INVITATION ? "francais" : null,
                AT);
    }

    private static SignedIn session(String token, Person person) {
        return new SignedIn(token, person.id(), AT, AT);
    }
}
