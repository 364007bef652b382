package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.wire.Down;
import fr.binome.wire.DownWriter;
import fr.binome.wire.Fault;

/**
 * What is answered for a board that has no room: there is none of that id, or the store cannot
 * tell.
 */
final class NoRoom {
    private NoRoom() {}

    static void answer(Mail mail, BoardId board, boolean absent) {
        switch (mail) {
            case Mail.Join join ->
                    join.outlet()
                            .send(
                                    DownWriter.bytes(
                                            absent
                                                    ? new Down.Error(
                                                            Fault.NO_BOARD, board, null, null)
                                                    : new Down.Resync(
                                                            board,
                                                            Down.ResyncFrom.TAIL,
                                                            "unavailable")));
            case Mail.Submit submit ->
                    submit.outlet()
                            .send(
                                    DownWriter.bytes(
                                            new Down.Error(
                                                    Fault.NOT_JOINED,
                                                    board,
                                                    submit.submit().number(),
                                                    null)));
            case Mail.Act act ->
                    act.then().accept(absent ? new Acted.Absent() : new Acted.Unavailable());
            case Mail.Look look ->
                    look.then().accept(absent ? new Looked.Hidden() : new Looked.Unavailable());
            case Mail.Found found ->
                    found.then().accept(absent ? new Acted.Absent() : new Acted.Unavailable());
            case Mail.Drop(var then) -> then.accept(false);
            case Mail.Leave _,
                    Mail.Presence _,
                    Mail.Drained _,
                    Mail.Heard _,
                    Mail.Stored _,
                    Mail.ReadBack _,
                    Mail.OldEdits _,
                    Mail.Tail _,
                    Mail.Saved _,
                    Mail.Woken _,
                    Mail.Stop _ -> {}
        }
    }
}
