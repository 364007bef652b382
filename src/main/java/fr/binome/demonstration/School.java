package fr.binome.demonstration;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.Classe;
import fr.binome.parcours.Foundation;
import fr.binome.people.Essai;
import fr.binome.people.Person;
import fr.binome.people.Secrets;
import fr.binome.room.Kinds;
import fr.binome.room.Looked;
import fr.binome.room.Rooms;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The example school as it is once {@link Demonstration} has loaded it: what every trial is a copy
 * of. Made by the same acts, in rooms that nobody else sees, and copied whole: a trial costs one
 * commit a class.
 */
final class School {
    /** The class that a visitor is shown first. */
    private static final String SHOWN = "c-1ma";

    private static final String VISITOR = "prof-claire";
    private static final String COLLEAGUE = "prof-mehdi";

    private final Map<String, Person> teachers;
    private final List<Looked.Seen> classes;
    private final Secrets secrets;

    private School(Map<String, Person> teachers, List<Looked.Seen> classes, Secrets secrets) {
        this.teachers = teachers;
        this.classes = classes;
        this.secrets = secrets;
    }

    static School load(Kinds kinds, Secrets secrets) throws IOException {
        Map<String, Person> teachers = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Rooms rooms =
                    new Rooms(
                            new Rooms.Parts(
                                    new MemoryJournal(new MemoryStore(), Runnable::run),
                                    kinds,
                                    nobody -> null,
                                    InstantSource.system(),
                                    secrets::id,
                                    threads,
                                    (delay, task) -> {},
                                    Duration.ofMinutes(1),
                                    true));
            Map<String, Foundation> loaded =
                    new Demonstration(
                                    (name, login) ->
                                            teachers.computeIfAbsent(
                                                    login,
                                                    unknown ->
                                                            person(name, teachers.size(), secrets)),
                                    rooms,
                                    secrets)
                            .load();
            List<Looked.Seen> classes = new ArrayList<>();
            loaded.forEach(
                    (id, classe) -> {
                        if (rooms.look(classe.board(), classe.x()).join()
                                instanceof Looked.Seen seen) {
                            classes.add(id.equals(SHOWN) ? 0 : classes.size(), seen);
                        }
                    });
            rooms.stop(Duration.ofSeconds(5));
            return new School(teachers, classes, secrets);
        }
    }

    private static Person person(String name, int place, Secrets secrets) {
        return new Person(new PersonId("p" + secrets.id()), name, place % Person.HUES);
    }

    /** Its classes, first the one that a visitor is shown first. */
    List<Looked.Seen> classes() {
        return List.copyOf(classes);
    }

    /** The class that a visitor is shown first. */
    Looked.Seen shown() {
        return classes.getFirst();
    }

    /** The teachers, by the id that each has in this school and in no copy. */
    List<Person> teachers() {
        return List.copyOf(teachers.values());
    }

    /**
     * A trial that is still to be made.
     *
     * @param boards what makes each of its boards true
     */
    record Copy(Essai essai, Map<BoardId, List<Change>> boards) {}

    /** A copy in which every id is new. */
    Copy copy(Instant now) {
        Map<String, String> ids = new HashMap<>();
        List<Person> persons = new ArrayList<>();
        for (Person teacher : teachers.values()) {
            Person person = person(teacher.name(), persons.size(), secrets);
            persons.add(person);
            ids.put(teacher.id().value(), person.id().value());
        }
        for (Looked.Seen classe : classes) {
            for (Entity entity : classe.board().entities()) {
                if (!entity.id().isMember()) {
                    ids.put(entity.id().value(), secrets.id());
                }
            }
        }
        Renaming renaming = new Renaming(ids);
        Map<BoardId, List<Change>> boards = new LinkedHashMap<>();
        for (Looked.Seen classe : classes) {
            BoardId board = new BoardId(renaming.of(classe.board().id().value()));
            boards.put(board, changes(classe.board(), renaming));
        }
        Essai essai =
                new Essai(
                        secrets.id(),
                        new PersonId(renaming.of(teacher(VISITOR).id().value())),
                        new PersonId(renaming.of(teacher(COLLEAGUE).id().value())),
                        persons,
                        List.copyOf(boards.keySet()),
                        now);
        return new Copy(essai, boards);
    }

    private Person teacher(String login) {
        Person teacher = teachers.get(login);
        if (teacher == null) {
            throw new IllegalStateException("the demonstration has no teacher " + login);
        }
        return teacher;
    }

    /** All that is on a board, parents first; but that nobody of a trial may let others in. */
    private static List<Change> changes(Board board, Renaming renaming) {
        return board.entities().stream()
                .filter(board::isLive)
                .sorted(
                        Comparator.<Entity>comparingInt(entity -> depth(board, entity))
                                .thenComparing(Entity::id))
                .map(renaming::put)
                .<Change>map(put -> put.kind().equals(Classe.ACCES.kind()) ? writing(put) : put)
                .toList();
    }

    private static Change.Put writing(Change.Put grant) {
        return new Change.Put(
                grant.kind(), grant.id(), grant.in(), grant.rank(), Classe.ACCES.of(Role.ECRITURE));
    }

    private static int depth(Board board, Entity entity) {
        int depth = 0;
        for (Entity at = entity; !at.isRoot(); depth++) {
            EntityId in = at.in();
            Entity parent = board.entity(in);
            if (parent == null) {
                throw new IllegalStateException("what is live is in something");
            }
            at = parent;
        }
        return depth;
    }
}
