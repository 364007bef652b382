package fr.binome.room;

import fr.binome.journal.Commit;
import fr.binome.journal.Opening;
import fr.binome.journal.Snapshot;
import fr.binome.wire.KindWire;
import fr.binome.wire.RootKind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kinds of board that this server knows. */
public final class Kinds {
    private final Map<String, KindWire<?>> byName = new HashMap<>();

    public Kinds(List<KindWire<?>> kinds) {
        kinds.forEach(wire -> byName.put(wire.kind().name(), wire));
    }

    KindWire<?> named(String name) {
        KindWire<?> wire = byName.get(name);
        if (wire == null) {
            throw new IllegalArgumentException("no kind of board " + name);
        }
        return wire;
    }

    /** The kind of an opened board; null for one that was never written. */
    @Nullable KindWire<?> of(Opening.Opened opened) throws IOException {
        return of(opened.snapshot(), opened.tail());
    }

    @Nullable KindWire<?> of(Opening.Damaged damaged) throws IOException {
        return of(damaged.snapshot(), damaged.readable());
    }

    private @Nullable KindWire<?> of(@Nullable Snapshot snapshot, List<Commit> tail)
            throws IOException {
        if (snapshot != null) {
            return named(snapshot.kind());
        }
        for (Commit commit : tail) {
            if (commit.toSeq() > commit.fromSeq()) {
                return named(RootKind.of(commit.changes().array()));
            }
        }
        return null;
    }
}
