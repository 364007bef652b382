package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The ranked children of one parent and kind, among which one entity is to be placed. */
final class Siblings {
    private final List<Entity> others;

    private Siblings(List<Entity> others) {
        this.others = others;
    }

    /** All but the one to place; those in the bin too, so that a restored one has its own rank. */
    static Siblings of(Board board, EntityId parent, Kind kind, EntityId placed) {
        List<Entity> others = board.children(parent, kind, true);
        others.removeIf(entity -> entity.id().equals(placed));
        return new Siblings(others);
    }

    /**
     * The rank right after a sibling: first when it is null, last when it is not among the siblings
     * any more.
     *
     * @param changes receives the moves of the others when their ranks have become too long
     */
    Rank after(@Nullable EntityId sibling, List<Change> changes) {
        int place = sibling == null ? 0 : others.size();
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).id().equals(sibling)) {
                place = i + 1;
            }
        }
        Rank rank = Rank.between(rankAt(place - 1), rankAt(place));
        if (rank.value().length() <= Rank.LONG) {
            return rank;
        }
        Rank[] anew = Rank.spread(others.size() + 1);
        for (int i = 0; i < others.size(); i++) {
            Entity other = others.get(i);
            changes.add(new Change.Move(other.id(), other.in(), anew[i < place ? i : i + 1]));
        }
        return anew[place];
    }

    private @Nullable Rank rankAt(int index) {
        return index >= 0 && index < others.size() ? others.get(index).rank() : null;
    }
}
