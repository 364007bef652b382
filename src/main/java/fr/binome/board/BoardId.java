package fr.binome.board;

/** Names one board: 12 base64url characters, made at random by whoever creates the board. */
public record BoardId(String value) implements Comparable<BoardId> {
    public BoardId {
        Ids.requireShort(value, "board");
    }

    public static boolean isValid(String value) {
        return Ids.isShort(value);
    }

    @Override
    public int compareTo(BoardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
