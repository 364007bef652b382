package fr.binome.board;

/** What bounds every board. */
public final class Limits {
    /** Entities of one board, those in the bin included. */
    public static final int ENTITIES = 20_000;

    /** Rough bytes of one board, see {@link Board#size}. */
    public static final long SIZE = 32L << 20;

    /** Commands of one submission. */
    public static final int COMMANDS = 100;

    private Limits() {}
}
