package fr.binome.journal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What taking ownership of a board found. */
public sealed interface Opening {
    /**
     * The chain verifies.
     *
     * @param epoch under which to append from now on
     * @param tail the commits after the snapshot, or all
     * @param headN 0 for a board that was never written
     */
    record Opened(
            long epoch,
            @Nullable Snapshot snapshot,
            List<Commit> tail,
            long headN,
            Bytes headHash,
            long headSeq)
            implements Opening {
        /** The same, to be appended to under another epoch. */
        public Opened under(long other) {
            return new Opened(other, snapshot, tail, headN, headHash, headSeq);
        }
    }

    /**
     * The chain does not verify: nothing may be appended ever, what is readable may be shown.
     *
     * @param readable the commits up to the break
     * @param n of the commit that is missing or broken
     */
    record Damaged(@Nullable Snapshot snapshot, List<Commit> readable, long n, String fault)
            implements Opening {}

    /** The store did not answer; nothing is known. */
    record Failed(Throwable cause) implements Opening {}
}
