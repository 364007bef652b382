package fr.binome.parcours.constat;

import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.parcours.reading.ClassePlan;
import fr.binome.parcours.reading.ClassePlan.SetAside;
import fr.binome.referentiel.Referentiels;
import fr.binome.referentiel.Regle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the findings of one reading, by the thing under which a person finds them. */
final class Findings {
    private final ClassePlan plan;
    private final Referentiels referentiels;
    private final Map<EntityId, List<Finding>> found = new LinkedHashMap<>();

    Findings(ClassePlan plan, Referentiels referentiels) {
        this.plan = plan;
        this.referentiels = referentiels;
    }

    Map<EntityId, List<Finding>> found() {
        return found;
    }

    /** What is said of a thing as a whole. */
    About about(EntityId owner) {
        return new About(owner, owner, null);
    }

    /** Something that findings are said of. */
    final class About {
        private final EntityId owner;
        private final EntityId entity;
        private final @Nullable Field field;

        private About(EntityId owner, EntityId entity, @Nullable Field field) {
            this.owner = owner;
            this.entity = entity;
            this.field = field;
        }

        /** Told at one of its fields. */
        About at(Field place) {
            return new About(owner, entity, place);
        }

        /** Told at something inside it. */
        About in(EntityId inside, @Nullable Field place) {
            return new About(owner, inside, place);
        }

        /** A finding of the rule's own level. */
        void say(String rule, Todo todo, Detail detail) {
            say(rule, level(rule), entity.value(), todo, detail);
        }

        void say(String rule, Level level, Todo todo, Detail detail) {
            say(rule, level, entity.value(), todo, detail);
        }

        /** One of several findings of a rule at one place: what it is about tells them apart. */
        void say(String rule, String subject, Todo todo, Detail detail) {
            say(rule, level(rule), subject, todo, detail);
        }

        void say(String rule, Level level, String subject, Todo todo, Detail detail) {
            Regle regle = referentiels.regle(rule);
            String id = rule + "~" + subject;
            SetAside setAside = level == Level.ERROR ? null : plan.setAside().get(id);
            found.computeIfAbsent(owner, any -> new ArrayList<>())
                    .add(
                            new Finding(
                                    id,
                                    rule,
                                    regle.source(),
                                    level,
                                    FindingPlace.of(plan.board(), entity, field),
                                    todo,
                                    detail,
                                    setAside));
        }

        private Level level(String rule) {
            return Level.valueOf(referentiels.regle(rule).severity().toUpperCase(Locale.ROOT));
        }
    }
}
