package fr.binome.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.journal.Answer;
import fr.binome.journal.Journal;
import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.Classe;
import fr.binome.parcours.EquipeFields;
import fr.binome.parcours.SituationFields;
import fr.binome.people.Essai;
import fr.binome.people.Passwords;
import fr.binome.people.People;
import fr.binome.people.Person;
import fr.binome.people.Secrets;
import fr.binome.people.memory.MemoryPeople;
import fr.binome.room.Conversation;
import fr.binome.room.Limits;
import fr.binome.room.Looked;
import fr.binome.room.PersonBuckets;
import fr.binome.room.Rooms;
import fr.binome.room.RoomsInMemory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Trials over stores in memory, with a clock that is moved by hand. */
@Timeout(60)
class EssaisTest {
    private static final Secrets SECRETS = new Secrets(RandomGenerator.of("L64X128MixRandom"));

    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private final MemoryStore store = new MemoryStore();
    private final Passwords passwords = new Passwords();
    private final MemoryPeople persons = new MemoryPeople();
    private final People people = new People(persons, passwords, SECRETS, () -> now);
    private final RoomsInMemory memory = new RoomsInMemory(store, id -> null, () -> now);
    private final Rooms rooms = memory.rooms();
    private final Essais essais = essais(3);

    private Essais essais(int most) {
        try {
            return new Essais(
                    new Essais.Parts(
                            most,
                            people,
                            memory.kinds(),
                            SECRETS,
                            new Conversation.Parts(
                                    rooms,
                                    Limits.DEFAULT,
                                    new PersonBuckets(Limits.DEFAULT),
                                    () -> now,
                                    "test"),
                            Runnable::run,
                            memory::after));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        memory.close();
        passwords.close();
    }

    @Test
    @DisplayName(
            "E-1 a trial is the whole school, deliberate faults included, the shown class first")
    void copiesTheSchool() {
        Essai essai = begin().essai();

        Map<String, Integer> situations = new TreeMap<>();
        for (BoardId board : essai.boards()) {
            Board classe = board(board, essai.visitor());
            situations.put(
                    label(classe),
                    classe.children(classe.rootId(), SituationFields.SITUATION).size());
        }
        assertThat(situations)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "2MRC", 3, "1MA", 2, "TMA", 1, "1MCV-A", 1, "TMCV-A", 1, "1MCV-B",
                                1, "TMCV-B", 1));
        Board shown = board(essai.boards().getFirst(), essai.visitor());
        assertThat(shown.children(shown.rootId(), SituationFields.SITUATION))
                .extracting(situation -> situation.text(SituationFields.TITRE).plain().strip())
                .containsExactly(
                        "Le guichet unique de la mairie ouvre au public",
                        "Bloc 1 : la procédure du standard");
        assertThat(shown.children(shown.rootId(), EquipeFields.BINOME))
                .singleElement()
                .satisfies(
                        binome -> {
                            assertThat(binome.word(EquipeFields.X))
                                    .isEqualTo(essai.visitor().value());
                            assertThat(binome.word(EquipeFields.Y))
                                    .isEqualTo(essai.colleague().value());
                        });
    }

    @Test
    @DisplayName("E-1 two trials have the same words and no id in common")
    void sharesNothing() {
        Essai one = begin().essai();
        Essai other = begin().essai();

        assertThat(words(one)).isNotEmpty().isEqualTo(words(other));
        Set<String> ids = ids(one);
        assertThat(ids).hasSizeGreaterThan(200).doesNotContainAnyElementsOf(ids(other));
    }

    @Test
    @DisplayName("E-2 a visitor sees the own copy, may let nobody in, and sees no other")
    void seesTheOwnCopyOnly() {
        Essai essai = begin().essai();
        BoardId other = begin().essai().boards().getFirst();

        assertThat(rooms.look(essai.boards().getFirst(), essai.visitor()).join())
                .isInstanceOfSatisfying(
                        Looked.Seen.class,
                        seen -> assertThat(seen.role()).isEqualTo(Role.ECRITURE));
        assertThat(rooms.look(other, essai.visitor()).join()).isInstanceOf(Looked.Hidden.class);
        assertThat(essais.of(essai.visitor())).isEqualTo(new Essais.Standing(essai, false));
        assertThat(essais.of(essai.colleague())).isNull();
        assertThat(essais.of(new PersonId("pstranger"))).isNull();
    }

    @Test
    @DisplayName("E-3 the one idle longest makes place, never one that is in use")
    void makesPlace() {
        Essai first = begin().essai();
        Essai second = begin().essai();
        later(Duration.ofMinutes(5));
        Essai third = begin().essai();
        essais.came(first.boards().getFirst(), first.visitor(), 1);

        Essai fourth = begin().essai();

        assertThat(living()).containsExactlyInAnyOrder(first, third, fourth);
        assertThat(people.person(second.visitor())).isNull();

        essais.came(third.boards().getFirst(), third.visitor(), 2);
        essais.came(fourth.boards().getFirst(), fourth.visitor(), 3);
        assertThat(essais.begin()).isInstanceOf(Essais.Begun.Full.class);

        essais.went(third.boards().getFirst(), third.visitor(), 2, 1);
        later(Duration.ofMinutes(1));
        essais.went(first.boards().getFirst(), first.visitor(), 1, 1);
        begin();
        assertThat(living()).contains(first, fourth).doesNotContain(third);
    }

    @Test
    @DisplayName("E-4 a room full of teachers begins at once, then so many a minute")
    void limitsBeginnings() {
        Essais many = essais(1);
        for (int i = 0; i < 40; i++) {
            assertThat(many.begin()).isInstanceOf(Essais.Begun.Done.class);
        }
        assertThat(many.begin()).isEqualTo(new Essais.Begun.Later(Duration.ofSeconds(3)));
        later(Duration.ofSeconds(3));
        assertThat(many.begin()).isInstanceOf(Essais.Begun.Done.class);
    }

    @Test
    @DisplayName("E-5 after a day a trial is dropped, in use or not")
    void endsAfterADay() {
        Essai old = begin().essai();
        essais.came(old.boards().getFirst(), old.visitor(), 1);
        later(Duration.ofHours(1));
        Essai young = begin().essai();

        later(Duration.ofHours(23).minusMinutes(1));
        essais.sweep();
        assertThat(living()).containsExactlyInAnyOrder(old, young);

        later(Duration.ofMinutes(1));
        essais.sweep();
        assertThat(living()).containsExactly(young);
    }

    @Test
    @DisplayName("E-6 nothing is left of a dropped trial, and nothing of others is touched")
    void leavesNothing() {
        Essais.Begun.Done begun = begin();
        Essai kept = begin().essai();

        essais.end(begun.essai().visitor());

        assertThat(people.session(begun.welcome().cookie())).isNull();
        assertThat(persons.persons())
                .extracting(Person::id)
                .containsExactlyInAnyOrderElementsOf(
                        kept.persons().stream().map(Person::id).toList());
        assertThat(written()).containsExactlyInAnyOrderElementsOf(kept.boards());
        assertThat(rooms.digests().all())
                .doesNotContainKeys(begun.essai().boards().toArray(BoardId[]::new));
    }

    @Test
    @DisplayName("E-7 a server that starts again goes on with the trials there are")
    void survivesARestart() {
        Essai essai = begin().essai();

        Essais again = essais(3);
        assertThat(again.of(essai.visitor())).isEqualTo(new Essais.Standing(essai, false));
        later(Essais.LIFE);
        again.sweep();

        assertThat(written()).isEmpty();
        assertThat(persons.essais()).isEmpty();
    }

    private Essais.Begun.Done begin() {
        Essais.Begun begun = essais.begin();
        assertThat(begun).isInstanceOf(Essais.Begun.Done.class);
        return (Essais.Begun.Done) begun;
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private List<Essai> living() {
        return persons.essais();
    }

    /** The boards of which something is written. */
    private List<BoardId> written() {
        List<BoardId> boards = new ArrayList<>();
        new MemoryJournal(store, Runnable::run)
                .heads(
                        heads -> {
                            if (heads instanceof Answer.Found<List<Journal.Head>>(var found)) {
                                found.forEach(head -> boards.add(head.board()));
                            }
                        });
        return boards;
    }

    private Board board(BoardId id, PersonId visitor) {
        for (PersonId person : everybody(visitor)) {
            if (rooms.look(id, person).join() instanceof Looked.Seen seen) {
                return seen.board();
            }
        }
        throw new AssertionError("nobody sees " + id);
    }

    private List<PersonId> everybody(PersonId visitor) {
        return persons.essais().stream()
                .filter(essai -> essai.visitor().equals(visitor))
                .flatMap(essai -> essai.persons().stream())
                .map(Person::id)
                .toList();
    }

    private static String label(Board classe) {
        Entity root = classe.root();
        return root == null ? "" : root.text(Classe.LABEL).plain().strip();
    }

    private List<String> words(Essai essai) {
        List<String> words = new ArrayList<>();
        for (BoardId id : essai.boards()) {
            board(id, essai.visitor())
                    .entities()
                    .forEach(
                            entity ->
                                    entity.texts()
                                            .values()
                                            .forEach(text -> words.add(text.plain())));
        }
        words.sort(null);
        return words;
    }

    private Set<String> ids(Essai essai) {
        Set<String> ids = new HashSet<>();
        essai.persons().forEach(person -> ids.add(person.id().value()));
        for (BoardId board : essai.boards()) {
            ids.add(board.value());
            board(board, essai.visitor()).entities().stream()
                    .map(Entity::id)
                    .map(EntityId::value)
                    .forEach(ids::add);
        }
        return ids;
    }
}
