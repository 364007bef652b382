package fr.binome.board;

import fr.binome.text.Delta;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Everything that is true on one board after one submission: an immutable value, so that whoever
 * holds a reference reads it in peace.
 */
public final class Board {
    private final BoardId id;
    private final Schema schema;
    private final long seq;
    private final PMap<EntityId, Entity> entities;
    private final PMap<EntityId, PSortedSet<Place>> children;
    private final long size;

    /** Where an entity stands among the children of its parent: by kind, then rank. */
    private record Place(String kind, Rank rank, EntityId id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = kind.compareTo(other.kind);
            if (order == 0) {
                order = rank.compareTo(other.rank);
            }
            return order == 0 ? id.compareTo(other.id) : order;
        }
    }

    private Board(
            BoardId id,
            Schema schema,
            long seq,
            PMap<EntityId, Entity> entities,
            PMap<EntityId, PSortedSet<Place>> children,
            long size) {
        this.id = id;
        this.schema = schema;
        this.seq = seq;
        this.entities = entities;
        this.children = children;
        this.size = size;
    }

    /** A board before its first commit: not even its own entity is there. */
    public static Board empty(BoardId id, Schema schema) {
        return new Board(id, schema, 0, HashTreePMap.empty(), HashTreePMap.empty(), 0);
    }

    /** A board as a snapshot kept it. */
    public static Board of(BoardId id, Schema schema, long seq, Collection<Entity> entities) {
        Board board = empty(id, schema).at(seq);
        for (Entity entity : entities) {
            board = board.with(null, entity);
        }
        return board;
    }

    public BoardId id() {
        return id;
    }

    public Schema schema() {
        return schema;
    }

    /** The number of the last accepted submission. */
    public long seq() {
        return seq;
    }

    /** How much it weighs, roughly, in bytes of memory. */
    public long size() {
        return size;
    }

    /** How many entities there are, those in the bin included. */
    public int count() {
        return entities.size();
    }

    /** All entities, those in the bin included, in no order. */
    public Collection<Entity> entities() {
        return entities.values();
    }

    public EntityId rootId() {
        return EntityId.rootOf(id);
    }

    /** The board's own entity; null before the first commit. */
    public @Nullable Entity root() {
        return entities.get(rootId());
    }

    /** An entity, in the bin or not; null when it was never there or is purged. */
    public @Nullable Entity entity(EntityId entity) {
        return entities.get(entity);
    }

    /** An entity that can be seen; null when it or one that it is in is in the bin. */
    public @Nullable Entity live(EntityId entity) {
        Entity found = entities.get(entity);
        return found != null && isLive(found) ? found : null;
    }

    /** Whether neither the entity nor any that it is in is in the bin. */
    public boolean isLive(Entity entity) {
        for (Entity at = entity; at.removal() == null; ) {
            if (at.isRoot()) {
                return true;
            }
            Entity parent = entities.get(at.in());
            if (parent == null) {
                return false;
            }
            at = parent;
        }
        return false;
    }

    /** The children of that kind that are not themselves in the bin, in their order. */
    public List<Entity> children(EntityId parent, Kind kind) {
        return children(parent, kind, false);
    }

    List<Entity> children(EntityId parent, Kind kind, boolean inBinToo) {
        PSortedSet<Place> places = children.get(parent);
        List<Entity> found = new ArrayList<>();
        if (places != null) {
            for (Place place : places) {
                if (place.kind.equals(kind.name())) {
                    Entity child = entities.get(place.id);
                    if (child != null && (inBinToo || child.removal() == null)) {
                        found.add(child);
                    }
                }
            }
        }
        return found;
    }

    /**
     * The children of every kind that are not themselves in the bin, by kind, each in its order.
     */
    public List<Entity> inside(EntityId parent) {
        PSortedSet<Place> places = children.get(parent);
        List<Entity> found = new ArrayList<>();
        if (places != null) {
            for (Place place : places) {
                Entity child = entities.get(place.id);
                if (child != null && child.removal() == null) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    /** This board with one more submission's changes; {@code stamp.seq()} becomes its seq. */
    public Board after(List<Change> changes, Stamp stamp) {
        Board board = this;
        for (Change change : changes) {
            board = board.after(change, stamp);
        }
        return board.at(stamp.seq());
    }

    /**
     * This board with one change; its seq stays.
     *
     * @throws IllegalArgumentException when the change does not fit: a fault of the program or of
     *     the journal, since only decided changes are ever applied
     */
    Board after(Change change, Stamp stamp) {
        return switch (change) {
            case Change.Put put -> with(entities.get(put.id()), Entity.put(put, stamp));
            case Change.Set(var entity, var field, var value) -> {
                Entity before = known(entity);
                yield with(before, before.with(field, value, stamp.seq()));
            }
            case Change.Edit(var entity, var field, var delta) -> {
                Entity before = known(entity);
                Delta document = before.texts().getOrDefault(field, Delta.EMPTY_DOCUMENT);
                yield with(before, before.withText(field, document.compose(delta), stamp.seq()));
            }
            case Change.Move(var entity, var in, var rank) -> {
                Entity before = known(entity);
                yield with(before, before.placed(in, rank, stamp.seq()));
            }
            case Change.Remove(var entity) -> {
                Entity before = known(entity);
                yield with(before, before.removed(stamp));
            }
            case Change.Restore(var entity) -> {
                Entity before = known(entity);
                yield with(before, before.restored(stamp));
            }
            case Change.Purge(var entity) -> without(known(entity));
        };
    }

    private Entity known(EntityId entity) {
        Entity found = entities.get(entity);
        if (found == null) {
            throw new IllegalArgumentException("a change of an entity that is not there");
        }
        return found;
    }

    private Board at(long newSeq) {
        return new Board(id, schema, newSeq, entities, children, size);
    }

    private Board with(@Nullable Entity before, Entity after) {
        PMap<EntityId, PSortedSet<Place>> index = children;
        if (before == null
                || !before.in().equals(after.in())
                || !before.rank().equals(after.rank())) {
            if (before != null) {
                index = unplaced(index, before);
            }
            if (!after.isRoot()) {
                PSortedSet<Place> siblings = index.get(after.in());
                index =
                        index.plus(
                                after.in(),
                                (siblings == null ? TreePSet.<Place>empty() : siblings)
                                        .plus(place(after)));
            }
        }
        return new Board(
                id,
                schema,
                seq,
                entities.plus(after.id(), after),
                index,
                size + Weight.of(after) - (before == null ? 0 : Weight.of(before)));
    }

    private Board without(Entity entity) {
        Board board = this;
        PSortedSet<Place> inside = children.get(entity.id());
        if (inside != null) {
            for (Place place : inside) {
                board = board.without(board.known(place.id));
            }
        }
        return new Board(
                id,
                schema,
                seq,
                board.entities.minus(entity.id()),
                unplaced(board.children, entity).minus(entity.id()),
                board.size - Weight.of(entity));
    }

    private static PMap<EntityId, PSortedSet<Place>> unplaced(
            PMap<EntityId, PSortedSet<Place>> index, Entity entity) {
        PSortedSet<Place> siblings = index.get(entity.in());
        return siblings == null ? index : index.plus(entity.in(), siblings.minus(place(entity)));
    }

    private static Place place(Entity entity) {
        return new Place(entity.kind().name(), entity.rank(), entity.id());
    }

    /** Two boards are equal when the same is true on them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Board board
                && id.equals(board.id)
                && seq == board.seq
                && entities.equals(board.entities);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + Long.hashCode(seq);
    }
}
