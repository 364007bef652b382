package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.wire.Down;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Gathers what others have changed, by the things that still are there. */
final class Gathering {
    private final Board now;
    private final PersonId asker;
    private final Map<EntityId, Since.Thing> things = new LinkedHashMap<>();

    Gathering(Board now, PersonId asker) {
        this.now = now;
        this.asker = asker;
    }

    void add(Down.Accepted accepted) {
        if (accepted.by().equals(asker) || accepted.by().equals(PersonId.SYSTEME)) {
            return;
        }
        for (Change change : accepted.changes()) {
            Entity entity = now.entity(change.id());
            Entity outermost = entity == null ? null : outermost(entity);
            if (entity != null && outermost != null) {
                Since.Thing thing =
                        things.computeIfAbsent(
                                outermost.id(),
                                id ->
                                        new Since.Thing(
                                                id,
                                                outermost.kind().name(),
                                                accepted.at(),
                                                new TreeSet<>(),
                                                new TreeSet<>()));
                thing.by().add(accepted.by());
                thing.what().add(what(change, entity));
                things.put(
                        thing.id(),
                        new Since.Thing(
                                thing.id(), thing.kind(), accepted.at(), thing.by(), thing.what()));
            }
        }
    }

    private static String what(Change change, Entity entity) {
        String kind = entity.kind().name();
        return switch (change) {
            case Change.Set(var id, var field, var value) -> kind + "." + field;
            case Change.Edit(var id, var field, var delta) -> kind + "." + field;
            case Change.Put _, Change.Move _, Change.Remove _, Change.Restore _, Change.Purge _ ->
                    kind;
        };
    }

    /** What is directly in the board and holds it; null for the board itself. */
    private @Nullable Entity outermost(Entity entity) {
        Entity inner = entity;
        while (!inner.id().equals(now.rootId())) {
            if (inner.in().equals(now.rootId())) {
                return inner;
            }
            Entity outer = now.entity(inner.in());
            if (outer == null) {
                return null;
            }
            inner = outer;
        }
        return null;
    }

    Since.Told told() {
        return new Since.Told(now.seq(), List.copyOf(things.values()));
    }
}
