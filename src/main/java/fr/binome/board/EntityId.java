package fr.binome.board;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an entity within its board. Three forms: the board's own id for its root; 12 random
 * base64url characters for what a person adds; {@code owner~kind~target} for the member of a set,
 * so that two people who tick the same thing made one entity and not two.
 */
public record EntityId(String value) implements Comparable<EntityId> {
    private static final Pattern MEMBER =
            Pattern.compile("([A-Za-z0-9_-]{12})~([a-zA-Z]{1,32})~([A-Za-z0-9._-]{1,64})");

    public EntityId {
        if (!Ids.isShort(value) && !MEMBER.matcher(value).matches()) {
            throw new IllegalArgumentException("not an id of an entity");
        }
    }

    public static boolean isValid(String value) {
        return Ids.isShort(value) || MEMBER.matcher(value).matches();
    }

    public static EntityId rootOf(BoardId board) {
        return new EntityId(board.value());
    }

    public static EntityId member(EntityId owner, Kind kind, String target) {
        return new EntityId(owner.value + "~" + kind.name() + "~" + target);
    }

    public boolean isMember() {
        return value.indexOf('~') >= 0;
    }

    /** What the set's member stands for: the id of a competence, of a person. Only of a member. */
    public String target() {
        int before = value.lastIndexOf('~');
        if (before < 0) {
            throw new IllegalStateException("not a member of a set");
        }
        return value.substring(before + 1);
    }

    boolean isMemberOf(EntityId owner, Kind kind) {
        return isMember() && part(1).equals(owner.value) && part(2).equals(kind.name());
    }

    private String part(int group) {
        Matcher matcher = MEMBER.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a member of a set");
        }
        return matcher.group(group);
    }

    @Override
    public int compareTo(EntityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
