package fr.binome.parcours;

import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Those who teach a class and those who answer for it. */
public record Equipe(List<Binome> binomes, List<Enseignant> enseignants, Set<PersonId> direction) {
    /**
     * Who X and Y are over some time; a place may be free.
     *
     * @param hoursX hours in the year; -1 while nobody has said
     * @param economieDroit {@code X}, {@code Y}, {@code XY} or {@code autre}
     */
    public record Binome(
            EntityId id,
            @Nullable PersonId x,
            @Nullable PersonId y,
            LocalDate from,
            LocalDate to,
            int hoursX,
            int hoursY,
            @Nullable String economieDroit) {
        static Binome in(Entity binome) {
            LocalDate from = binome.day(EquipeFields.FROM);
            LocalDate to = binome.day(EquipeFields.TO);
            return new Binome(
                    binome.id(),
                    person(binome.word(EquipeFields.X)),
                    person(binome.word(EquipeFields.Y)),
                    from == null ? LocalDate.MIN : from,
                    to == null ? LocalDate.MAX : to,
                    binome.number(EquipeFields.HOURS_X, -1),
                    binome.number(EquipeFields.HOURS_Y, -1),
                    binome.word(EquipeFields.ECO_DROIT));
        }

        private static @Nullable PersonId person(@Nullable String word) {
            return word == null ? null : new PersonId(word);
        }

        /** Those who are there: both, one or none. */
        public List<PersonId> members() {
            List<PersonId> members = new ArrayList<>();
            if (x != null) {
                members.add(x);
            }
            if (y != null && !y.equals(x)) {
                members.add(y);
            }
            return members;
        }
    }

    /**
     * A teacher of the class.
     *
     * @param service minutes a week; 0 while nobody has said
     */
    public record Enseignant(PersonId person, Set<String> disciplines, int service) {
        static Enseignant in(Entity enseignant) {
            Set<String> disciplines = new java.util.LinkedHashSet<>();
            for (var field : List.of(EquipeFields.DISCIPLINE, EquipeFields.AUTRE_DISCIPLINE)) {
                String discipline = enseignant.word(field);
                if (discipline != null) {
                    disciplines.add(discipline);
                }
            }
            return new Enseignant(
                    new PersonId(enseignant.id().target()),
                    disciplines,
                    enseignant.number(EquipeFields.SERVICE, 0));
        }
    }

    public static Equipe in(Inside classe) {
        return new Equipe(
                classe.all(EquipeFields.BINOME).stream()
                        .map(Binome::in)
                        .sorted(Comparator.comparing(Binome::from))
                        .toList(),
                classe.all(EquipeFields.ENSEIGNANT).stream().map(Enseignant::in).toList(),
                classe.persons(EquipeFields.DIRECTION));
    }

    /**
     * The binôme of a day: the last that has begun and not ended, else the last of all; null while
     * there is none.
     */
    public @Nullable Binome on(LocalDate day) {
        Binome found = binomes.isEmpty() ? null : binomes.getLast();
        for (Binome binome : binomes) {
            if (!binome.from.isAfter(day) && !binome.to.isBefore(day)) {
                found = binome;
            }
        }
        return found;
    }

    /** Whether a person is or was X or Y. */
    public boolean hasBeenInBinome(PersonId person) {
        return binomes.stream().anyMatch(binome -> binome.members().contains(person));
    }

    public @Nullable Enseignant enseignant(PersonId person) {
        return enseignants.stream()
                .filter(enseignant -> enseignant.person.equals(person))
                .findFirst()
                .orElse(null);
    }
}
