package fr.binome.board;

import fr.binome.text.Delta;
import fr.binome.text.TextFault;
import fr.binome.text.TextRules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides kernel commands by the schema alone, with the same answers as the client's preview. The
 * numbers K-… are those of the specification.
 */
final class Kernel {
    private final Schema schema;
    private final Board board;
    private final Asker asker;

    private Kernel(Board board, Asker asker) {
        this.schema = board.schema();
        this.board = board;
        this.asker = asker;
    }

    static Ruling decide(Board board, KernelCommand command, Asker asker) {
        Kernel kernel = new Kernel(board, asker);
        return switch (command) {
            case KernelCommand.Create create -> kernel.create(create);
            case KernelCommand.SetField set -> kernel.set(set);
            case KernelCommand.EditText edit -> kernel.edit(edit);
            case KernelCommand.Move move -> kernel.move(move);
            case KernelCommand.Remove remove -> kernel.remove(remove);
            case KernelCommand.Restore restore -> kernel.restore(restore);
        };
    }

    private Ruling create(KernelCommand.Create create) {
        Kind kind = schema.kind(create.kind());
        if (kind == null || kind.parent() == null) {
            return invalid(create.id(), null, "unknownKind");
        }
        Refusal refusal = fieldsRefusal(create, kind);
        if (refusal != null) {
            return no(refusal);
        }
        Entity parent = board.live(create.in());
        if (parent == null) {
            return no(new Refusal.Gone(create.in()));
        }
        if (parent.kind() != kind.parent()) {
            return invalid(create.id(), null, "wrongParent");
        }
        if (kind.isSet()
                ? !create.id().isMemberOf(create.in(), kind)
                        || !schema.knows(kind, create.id().target())
                : create.id().isMember()) {
            return invalid(create.id(), null, "id");
        }
        Entity before = board.entity(create.id());
        if (before != null && !kind.isSet()) {
            return no(new Refusal.Taken(create.id()));
        }
        if (before != null && before.removal() == null) {
            return Ruling.Changes.NONE;
        }
        if (isFull(create.in(), kind)) {
            return no(new Refusal.Limit(kind.name(), kind.atMost()));
        }
        return before == null ? put(create, kind) : putBack(create);
    }

    private Ruling put(KernelCommand.Create create, Kind kind) {
        if (board.count() >= Limits.ENTITIES) {
            return no(new Refusal.Limit("entities", Limits.ENTITIES));
        }
        List<Change> changes = new ArrayList<>();
        Rank rank =
                kind.isSet()
                        ? Rank.between(null, null)
                        : Siblings.of(board, create.in(), kind, create.id())
                                .after(create.after(), changes);
        changes.add(new Change.Put(kind, create.id(), create.in(), rank, written(create)));
        return new Ruling.Changes(changes);
    }

    /** What it is given, without the texts in which nothing is written (S-6). */
    private static Map<String, Content> written(KernelCommand.Create create) {
        Map<String, Content> written = new HashMap<>(create.fields());
        written.values().removeIf(new Content.Prose(Delta.EMPTY_DOCUMENT)::equals);
        return written;
    }

    private static Ruling putBack(KernelCommand.Create create) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Restore(create.id()));
        for (Map.Entry<String, Content> field : create.fields().entrySet()) {
            if (field.getValue() instanceof Value value) {
                changes.add(new Change.Set(create.id(), field.getKey(), value));
            }
        }
        return new Ruling.Changes(changes);
    }

    private @Nullable Refusal fieldsRefusal(KernelCommand.Create create, Kind kind) {
        if (!asker.role().includes(kind.role())) {
            return new Refusal.Denied(kind.role());
        }
        for (Map.Entry<String, Content> given : create.fields().entrySet()) {
            Field field = kind.field(given.getKey());
            String fault =
                    switch (field) {
                        case null -> "unknownField";
                        case Field.Register register ->
                                given.getValue() instanceof Value value
                                        ? register.type().fault(value, schema)
                                        : "type";
                        case Field.Prose prose ->
                                given.getValue() instanceof Content.Prose(var document)
                                        ? kind.isSet()
                                                ? "type"
                                                : word(
                                                        TextRules.documentFault(
                                                                document,
                                                                prose.shape(),
                                                                prose.maxLength()))
                                        : "type";
                    };
            if (fault != null) {
                return new Refusal.Invalid(create.id(), given.getKey(), fault);
            }
        }
        return null;
    }

    private Ruling set(KernelCommand.SetField set) {
        Entity entity = board.live(set.id());
        if (entity == null) {
            return no(new Refusal.Gone(set.id()));
        }
        if (!(entity.kind().field(set.field()) instanceof Field.Register register)) {
            return invalid(set.id(), set.field(), "unknownField");
        }
        if (!asker.role().includes(register.role())) {
            return no(new Refusal.Denied(register.role()));
        }
        String fault = set.value() == null ? null : register.type().fault(set.value(), schema);
        return fault == null
                ? one(new Change.Set(set.id(), set.field(), set.value()))
                : invalid(set.id(), set.field(), fault);
    }

    private Ruling edit(KernelCommand.EditText edit) {
        Entity entity = board.live(edit.id());
        if (entity == null) {
            return no(new Refusal.Gone(edit.id()));
        }
        if (!(entity.kind().field(edit.field()) instanceof Field.Prose prose)) {
            return invalid(edit.id(), edit.field(), "unknownField");
        }
        if (!asker.role().includes(prose.role())) {
            return no(new Refusal.Denied(prose.role()));
        }
        if (edit.delta().isEmpty()) {
            return Ruling.Changes.NONE;
        }
        String fault =
                word(
                        TextRules.editFault(
                                entity.text(prose),
                                edit.delta(),
                                prose.shape(),
                                prose.maxLength()));
        if (fault != null) {
            return invalid(edit.id(), edit.field(), fault);
        }
        return one(new Change.Edit(edit.id(), edit.field(), edit.delta()));
    }

    private Ruling move(KernelCommand.Move move) {
        Entity entity = board.live(move.id());
        if (entity == null) {
            return no(new Refusal.Gone(move.id()));
        }
        Kind kind = entity.kind();
        if (!asker.role().includes(kind.role())) {
            return no(new Refusal.Denied(kind.role()));
        }
        if (kind.isSet() || kind.parent() == null) {
            return invalid(move.id(), null, "notMovable");
        }
        Entity parent = board.live(move.in());
        if (parent == null) {
            return no(new Refusal.Gone(move.in()));
        }
        if (parent.kind() != kind.parent()) {
            return invalid(move.id(), null, "wrongParent");
        }
        if (!entity.in().equals(move.in()) && isFull(move.in(), kind)) {
            return no(new Refusal.Limit(kind.name(), kind.atMost()));
        }
        List<Change> changes = new ArrayList<>();
        Rank rank = Siblings.of(board, move.in(), kind, move.id()).after(move.after(), changes);
        changes.add(new Change.Move(move.id(), move.in(), rank));
        return new Ruling.Changes(changes);
    }

    private Ruling remove(KernelCommand.Remove remove) {
        Entity entity = board.entity(remove.id());
        if (entity == null) {
            return no(new Refusal.Gone(remove.id()));
        }
        if (!asker.role().includes(entity.kind().role())) {
            return no(new Refusal.Denied(entity.kind().role()));
        }
        if (entity.isRoot()) {
            return invalid(remove.id(), null, "root");
        }
        return entity.removal() == null ? one(new Change.Remove(remove.id())) : Ruling.Changes.NONE;
    }

    private Ruling restore(KernelCommand.Restore restore) {
        Entity entity = board.entity(restore.id());
        if (entity == null) {
            return no(new Refusal.Gone(restore.id()));
        }
        Kind kind = entity.kind();
        if (!asker.role().includes(kind.role())) {
            return no(new Refusal.Denied(kind.role()));
        }
        if (entity.removal() == null) {
            return Ruling.Changes.NONE;
        }
        return isFull(entity.in(), kind)
                ? no(new Refusal.Limit(kind.name(), kind.atMost()))
                : one(new Change.Restore(restore.id()));
    }

    private static @Nullable String word(@Nullable TextFault fault) {
        return fault == null ? null : fault.word();
    }

    private boolean isFull(EntityId parent, Kind kind) {
        return board.children(parent, kind).size() >= kind.atMost();
    }

    private static Ruling one(Change change) {
        return new Ruling.Changes(List.of(change));
    }

    private static Ruling no(Refusal refusal) {
        return new Ruling.No(refusal);
    }

    private static Ruling invalid(EntityId id, @Nullable String field, String fault) {
        return no(new Refusal.Invalid(id, field, fault));
    }
}
