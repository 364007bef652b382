package fr.binome.board;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.text.Shape;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One kind of entity, declared once as a constant with its fields: what checks it, what may write
 * it, why it is kept. Complete once a {@link Schema} holds it.
 */
public final class Kind {
    private final String name;
    private final @Nullable Kind parent;
    private final Members members;
    private final int atMost;
    private final Role role;
    private final String purpose;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private boolean complete;

    /** What an entity of the kind is among its siblings. */
    public sealed interface Members {
        /** Siblings in an order that people choose. */
        record Ranked() implements Members {}

        /** A set over the ids of a vocabulary, without order. */
        record Known(String vocabulary) implements Members {}

        /** A set of persons. */
        record Persons() implements Members {}
    }

    private Kind(
            String name,
            @Nullable Kind parent,
            Members members,
            int atMost,
            Role role,
            String purpose) {
        if (!Field.Names.FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a kind: " + name);
        }
        this.name = name;
        this.parent = parent;
        this.members = members;
        this.atMost = atMost;
        this.role = role;
        this.purpose = purpose;
    }

    /**
     * The kind of a board's own entity, there from the first commit on and for as long as the
     * board.
     *
     * @param purpose why it is kept, in French, as « Qui voit quoi » shows it
     */
    public static Kind root(String name, Role role, String purpose) {
        return new Kind(name, null, new Members.Ranked(), 1, role, purpose);
    }

    /** A kind of ranked children, at most {@code atMost} in one parent. */
    public Kind child(String name, int atMost, String purpose) {
        return child(name, atMost, role, purpose);
    }

    /** A kind of ranked children that another role may write than their parent. */
    public Kind child(String name, int atMost, Role role, String purpose) {
        return new Kind(name, this, new Members.Ranked(), atMost, role, purpose);
    }

    /** A kind of set members over the ids of a vocabulary. */
    public Kind set(String name, String vocabulary, int atMost, String purpose) {
        return new Kind(name, this, new Members.Known(vocabulary), atMost, role, purpose);
    }

    /** A kind of set members, one per person. */
    public Kind persons(String name, int atMost, Role role, String purpose) {
        return new Kind(name, this, new Members.Persons(), atMost, role, purpose);
    }

    public Prose rich(String name, int maxLength) {
        return declare(new Prose(name, Shape.RICH, maxLength, role));
    }

    public Prose line(String name, int maxLength) {
        return declare(new Prose(name, Shape.LINE, maxLength, role));
    }

    public Register choice(String name, String... words) {
        return declare(new Register(name, ValueType.Choice.of(words), role));
    }

    public Register known(String name, String vocabulary) {
        return declare(new Register(name, new ValueType.Known(vocabulary), role));
    }

    /** Some ids of a vocabulary, at most {@code atMost}, as one value. */
    public Register someKnown(String name, String vocabulary, int atMost) {
        return declare(new Register(name, new ValueType.SomeKnown(vocabulary, atMost), role));
    }

    public Register person(String name) {
        return declare(new Register(name, new ValueType.Person(), role));
    }

    public Register reference(String name) {
        return declare(new Register(name, new ValueType.Reference(), role));
    }

    public Register number(String name, int min, int max) {
        return declare(new Register(name, new ValueType.WholeNumber(min, max), role));
    }

    public Register yesNo(String name) {
        return declare(new Register(name, new ValueType.YesNo(), role));
    }

    public Register day(String name) {
        return declare(new Register(name, new ValueType.Day(), role));
    }

    public Register weeks(String name) {
        return declare(new Register(name, new ValueType.Weeks(), role));
    }

    private <F extends Field> F declare(F field) {
        if (complete) {
            throw new IllegalStateException(name + " is already in a schema");
        }
        if (fields.putIfAbsent(field.name(), field) != null) {
            throw new IllegalArgumentException(name + " declares " + field.name() + " twice");
        }
        return field;
    }

    void complete() {
        complete = true;
    }

    public String name() {
        return name;
    }

    /** The one kind that its entities are in; null for the root. */
    public @Nullable Kind parent() {
        return parent;
    }

    public Members members() {
        return members;
    }

    public boolean isSet() {
        return switch (members) {
            case Members.Ranked() -> false;
            case Members.Known(var vocabulary) -> true;
            case Members.Persons() -> true;
        };
    }

    /** How many may live in one parent. */
    public int atMost() {
        return atMost;
    }

    /** Who may add, move and remove; its fields ask the same unless they say otherwise. */
    public Role role() {
        return role;
    }

    public String purpose() {
        return purpose;
    }

    public Collection<Field> fields() {
        return java.util.Collections.unmodifiableCollection(fields.values());
    }

    public @Nullable Field field(String fieldName) {
        return fields.get(fieldName);
    }

    @Override
    public String toString() {
        return name;
    }
}
