package fr.binome.people;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;

import java.time.Instant;
import java.util.List;

/**
 * A private copy of the example school, for one who tries without an account. Everything of it is
 * its own: its persons, who cannot sign in, and its boards.
 *
 * @param visitor the teacher in whose place the visitor is
 * @param colleague the one who is simulated
 * @param boards its classes; the first is the one shown first
 */
public record Essai(
        String id,
        PersonId visitor,
        PersonId colleague,
        List<Person> persons,
        List<BoardId> boards,
        Instant made) {
    public Essai {
        persons = List.copyOf(persons);
        boards = List.copyOf(boards);
        if (boards.isEmpty()
                || persons.stream().noneMatch(person -> person.id().equals(visitor))
                || persons.stream().noneMatch(person -> person.id().equals(colleague))) {
            throw new IllegalArgumentException("not a trial");
        }
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Essai " + id;
    }
}
