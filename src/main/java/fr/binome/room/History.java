package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Stamp;
import fr.binome.journal.Bytes;
import fr.binome.journal.Commit;
import fr.binome.journal.Opening;
import fr.binome.journal.Snapshot;
import fr.binome.wire.BoardState;
import fr.binome.wire.ClientState;
import fr.binome.wire.Down;
import fr.binome.wire.Kept;
import fr.binome.wire.KindWire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A board as the journal had it: the snapshot and what was committed since, folded.
 *
 * @param damage why it can only be read; null for a sound one
 */
record History(
        Board board,
        String incarnation,
        int nextPen,
        List<ClientState> clients,
        Ring ring,
        TextWindows windows,
        long epoch,
        long headN,
        Bytes headHash,
        long snapshotN,
        @Nullable String damage) {

    /** The first life of a board; an erasure will begin another. */
    private static final String FIRST_INCARNATION = "i1";

    static History of(BoardId id, KindWire<?> wire, Opening.Opened opened) throws IOException {
        Fold fold = new Fold(id, wire, opened.snapshot());
        for (Commit commit : opened.tail()) {
            fold.add(commit);
        }
        return fold.history(opened.epoch(), opened.headN(), opened.headHash(), null);
    }

    /** As far as it can be read. */
    static History of(BoardId id, KindWire<?> wire, Opening.Damaged damaged) throws IOException {
        Fold fold = new Fold(id, wire, damaged.snapshot());
        for (Commit commit : damaged.readable()) {
            fold.add(commit);
        }
        return fold.history(
                0, damaged.n() - 1, Bytes.NONE, "commit " + damaged.n() + " " + damaged.fault());
    }

    private static final class Fold {
        private final KindWire<?> wire;
        private final String incarnation;
        private final Ring ring = new Ring();
        private final TextWindows windows;
        private final List<ClientState> clients = new ArrayList<>();
        private final int nextPen;
        private final long snapshotN;
        private Board board;

        Fold(BoardId id, KindWire<?> wire, @Nullable Snapshot snapshot) throws IOException {
            this.wire = wire;
            if (snapshot == null) {
                board = Board.empty(id, wire.kind().schema());
                incarnation = FIRST_INCARNATION;
                nextPen = 1;
                snapshotN = 0;
            } else {
                Kept kept = wire.kept(snapshot.bytes().array());
                BoardState state = kept.state();
                board = state.board(id, wire.kind().schema());
                incarnation = state.incarnation();
                nextPen = kept.nextPen();
                clients.addAll(kept.clients());
                snapshotN = snapshot.n();
            }
            windows = new TextWindows(board.seq());
        }

        void add(Commit commit) throws IOException {
            if (commit.toSeq() > commit.fromSeq()) {
                for (Down.Accepted accepted : wire.frame(commit.changes().array()).submissions()) {
                    board =
                            board.after(
                                    accepted.changes(),
                                    new Stamp(accepted.seq(), accepted.by(), accepted.at()));
                    windows.add(accepted.seq(), accepted.changes());
                }
                ring.add(new Ring.Encoded(commit.fromSeq(), commit.toSeq(), commit.changes()));
            }
            if (commit.outcomes().length() > 0) {
                clients.addAll(wire.outcomes(commit.outcomes().array()).clients());
            }
        }

        History history(long epoch, long headN, Bytes headHash, @Nullable String damage) {
            return new History(
                    board,
                    incarnation,
                    nextPen,
                    clients,
                    ring,
                    windows,
                    epoch,
                    headN,
                    headHash,
                    snapshotN,
                    damage);
        }
    }
}
