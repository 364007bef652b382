package fr.binome.parcours;

import fr.binome.board.Entity;
import fr.binome.board.Field;
import fr.binome.board.PersonId;
import fr.binome.text.Mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whom the texts of a situation and of its étapes mention. */
final class Mentions {
    private Mentions() {}

    static Set<PersonId> in(Entity situation, List<Entity> etapes) {
        Set<PersonId> persons = new LinkedHashSet<>();
        add(situation, persons);
        etapes.forEach(etape -> add(etape, persons));
        return persons;
    }

    private static void add(Entity entity, Set<PersonId> persons) {
        for (Field field : entity.kind().fields()) {
            if (field instanceof Field.Prose prose) {
                Mention.in(entity.text(prose)).forEach(person -> persons.add(new PersonId(person)));
            }
        }
    }
}
