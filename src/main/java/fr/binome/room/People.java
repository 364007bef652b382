package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.Field;
import fr.binome.board.Kind;
import fr.binome.board.PersonId;
import fr.binome.board.Value;
import fr.binome.board.ValueType;
import fr.binome.text.Mention;
import fr.binome.wire.Down;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which persons a board or a frame speaks of, so that their names go before. */
final class People {
    private People() {}

    static Set<PersonId> of(Board board) {
        Set<PersonId> persons = new LinkedHashSet<>();
        for (Entity entity : board.entities()) {
            add(entity, persons);
        }
        return persons;
    }

    static Set<PersonId> in(List<Down.Accepted> submissions, Board after) {
        Set<PersonId> persons = new LinkedHashSet<>();
        for (Down.Accepted submission : submissions) {
            persons.add(submission.by());
            for (Change change : submission.changes()) {
                Entity entity = after.entity(change.id());
                if (entity != null) {
                    add(entity, persons);
                }
            }
        }
        return persons;
    }

    private static void add(Entity entity, Set<PersonId> persons) {
        if (entity.removal() != null) {
            persons.add(entity.removal().by());
        }
        if (entity.kind().members() instanceof Kind.Members.Persons) {
            persons.add(new PersonId(entity.id().target()));
        }
        for (Field field : entity.kind().fields()) {
            if (field instanceof Field.Register register
                    && register.type() instanceof ValueType.Person
                    && entity.value(register) instanceof Value.Word(var word)) {
                persons.add(new PersonId(word));
            } else if (field instanceof Field.Prose prose) {
                Mention.in(entity.text(prose)).forEach(person -> persons.add(new PersonId(person)));
            }
        }
    }
}
