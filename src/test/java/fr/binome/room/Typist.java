package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.text.Delta;
import fr.binome.text.DeltaBuilder;
import fr.binome.wire.Down;
import fr.binome.wire.Fault;
import fr.binome.wire.KindWire;
import fr.binome.wire.Up;
import fr.binome.wire.UpWriter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Somebody who writes in one text, with a client written from the protocol's page alone: a copy,
 * one submission on its way, acts behind it. Its network is moved by hand: what was sent to it
 * waits until it is delivered, lost or delivered twice.
 */
final class Typist implements Outlet {
    private final RoomByHand room;
    private final KindWire<NoCommand> wire;
    private final BoardId board;
    private final PersonId person;
    private final EntityId entity;
    private final Field.Prose field;
    private final String client;
    private final long session;

    /** What was sent and has not come yet. */
    final Deque<byte[]> network = new ArrayDeque<>();

    /** Texts that could not be merged as they were: the person has them as they were written. */
    final List<Delta> drafts = new ArrayList<>();

    private final Deque<Delta> acts = new ArrayDeque<>();
    private Delta document = Delta.EMPTY_DOCUMENT;
    private @Nullable Flight flight;
    private @Nullable Integer pen;
    private long seq = -1;
    private long number;
    private boolean joined;
    private boolean wantsSnapshot;
    private @Nullable Board snapshot;
    private int snapshots;
    private int stale;

    /** Frozen bytes, and the edit as it stands on what is known now. */
    private record Flight(long number, String text, Delta delta) {}

    Typist(
            RoomByHand room,
            KindWire<NoCommand> wire,
            BoardId board,
            PersonId person,
            EntityId entity,
            Field.Prose field,
            int index) {
        this.room = room;
        this.wire = wire;
        this.board = board;
        this.person = person;
        this.entity = entity;
        this.field = field;
        this.session = index + 1L;
        this.client = "typist" + index + "0000000000000000000000";
    }

    @Override
    public long session() {
        return session;
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public void send(byte[] message) {
        network.add(message);
    }

    /** How often it has begun anew from a snapshot, and was told that it is stale. */
    int snapshots() {
        return snapshots;
    }

    int stale() {
        return stale;
    }

    long seq() {
        return seq;
    }

    boolean isDone() {
        return flight == null && acts.isEmpty();
    }

    /** The text as it is on the screen. */
    String text() {
        return view().plain();
    }

    private Delta view() {
        Delta view = document;
        if (flight != null) {
            view = view.compose(flight.delta);
        }
        for (Delta act : acts) {
            view = view.compose(act);
        }
        return view;
    }

    /** Writes a word at a place of what is on the screen; one act. */
    void type(int at, String word) {
        acts.add(new DeltaBuilder().retain(Math.min(at, view().length() - 1)).insert(word).build());
        sendNext();
    }

    /** The network is cut: what was on its way to here is lost, and the server hears of the end. */
    void cut() {
        network.clear();
        joined = false;
        room.leave(session);
    }

    /** Comes back: asks for the tail, or begins anew when a snapshot is wanted. */
    void connect() {
        network.clear();
        snapshot = seq < 0 || wantsSnapshot ? room.confirmed() : null;
        wantsSnapshot = false;
        say(new Up.Join(board, client, "i1", snapshot == null ? seq : snapshot.seq()));
    }

    /** Begins anew; what is on its way may be in the snapshot. */
    private void restart(Board now, boolean has) {
        snapshots++;
        Entity owner = now.entity(entity);
        Delta text = owner == null ? Delta.EMPTY_DOCUMENT : owner.text(field);
        Delta before = document;
        if (has && flight != null) {
            before = before.compose(flight.delta);
            flight = null;
        }
        document = text;
        seq = now.seq();
        through(diff(before, text));
    }

    /** Delivers what came first. */
    void deliver() {
        byte[] message = network.poll();
        if (message != null) {
            hear(message);
        }
    }

    /** The network delivers what came first twice, or not at all. */
    void deliverTwice() {
        byte[] message = network.peek();
        if (message != null) {
            deliver();
            hear(message);
        }
    }

    void lose() {
        network.poll();
    }

    private void hear(byte[] message) {
        Down down;
        try {
            down = wire.down(message);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        switch (down) {
            case Down.State state -> joined(state);
            case Down.Frame frame -> frame(frame);
            case Down.Answer answer -> answer(answer);
            case Down.Resync resync -> {
                joined = false;
                wantsSnapshot = resync.from() == Down.ResyncFrom.SNAPSHOT;
                connect();
            }
            case Down.Error error -> {
                if (error.reason() != Fault.NOT_JOINED) {
                    throw new AssertionError("not expected: " + error);
                }
                if (joined) {
                    // S-12: that it was sent away was lost on the way.
                    joined = false;
                    connect();
                }
            }
            case Down.Welcome _,
                    Down.People _,
                    Down.Presence _,
                    Down.Retry _,
                    Down.Insight _,
                    Down.Pong _,
                    Down.GoingAway _ -> {}
        }
    }

    private void joined(Down.State state) {
        joined = true;
        pen = state.pen();
        Board begun = snapshot;
        Long last = state.lastSeq();
        boolean known =
                flight != null
                        && state.lastNumber() != null
                        && state.lastNumber() == flight.number
                        && last != null
                        && last <= (begun == null ? seq : begun.seq());
        snapshot = null;
        if (begun != null) {
            restart(begun, known);
        } else if (known) {
            flight = null;
        }
        if (flight == null) {
            sendNext();
        } else {
            room.hear(this, person, flight.text);
        }
    }

    private void frame(Down.Frame frame) {
        if (!joined) {
            // The state before it was lost, and with it the pen, which may be another since a
            // reload.
            connect();
            return;
        }
        if (frame.to() <= seq) {
            return;
        }
        if (frame.from() != seq) {
            // A gap: what is missing is asked for, or all of it.
            joined = false;
            wantsSnapshot = frame.from() % 2 == 0;
            connect();
            return;
        }
        for (Down.Accepted submission : frame.submissions()) {
            boolean own =
                    flight != null
                            && pen != null
                            && pen.equals(submission.pen())
                            && submission.number() != null
                            && submission.number() == flight.number;
            if (own) {
                flight = null;
            }
            for (Change change : submission.changes()) {
                if (change instanceof Change.Edit(var id, var of, var delta)
                        && id.equals(entity)
                        && of.equals(field.name())) {
                    document = document.compose(delta);
                    if (!own) {
                        through(delta);
                    }
                }
            }
        }
        seq = frame.to();
        sendNext();
    }

    /** T-5: what is pending goes through each foreign edit, the edit having come first. */
    private void through(Delta foreign) {
        Delta moved = foreign;
        if (flight != null) {
            Delta mine = moved.transform(flight.delta, true);
            moved = flight.delta.transform(moved, false);
            flight = new Flight(flight.number, flight.text, mine);
        }
        for (int i = acts.size(); i > 0; i--) {
            Delta act = acts.remove();
            acts.add(moved.transform(act, true));
            moved = act.transform(moved, false);
        }
    }

    private void answer(Down.Answer answer) {
        if (!joined || flight == null || answer.number() != flight.number) {
            return;
        }
        if (answer.at() > seq) {
            // A frame before it was lost.
            joined = false;
            connect();
            return;
        }
        switch (answer.outcome()) {
            case ACCEPTED, OLD -> flight = null;
            case REFUSED -> {
                if (!"stale".equals(answer.reason())) {
                    throw new AssertionError("not expected: " + answer);
                }
                // T-4: merged here, asked again under the next number, the own version kept.
                stale++;
                drafts.add(flight.delta);
                acts.addFirst(flight.delta);
                flight = null;
            }
        }
        sendNext();
    }

    private void sendNext() {
        Delta next = flight == null && joined ? acts.poll() : null;
        if (next == null) {
            return;
        }
        long as = ++number;
        String text =
                UpWriter.text(
                        new Up.Submit(
                                board,
                                client,
                                as,
                                seq,
                                wire.written(
                                        List.of(
                                                new KernelCommand.EditText(
                                                        entity, field.name(), next)))));
        flight = new Flight(as, text, next);
        room.hear(this, person, text);
    }

    private void say(Up up) {
        room.hear(this, person, UpWriter.text(up));
    }

    /** What turns one document into another: all but their common ends. */
    private static Delta diff(Delta one, Delta other) {
        String before = one.plain();
        String after = other.plain();
        int most = Math.min(before.length(), after.length()) - 1;
        int same = 0;
        while (same < most && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        // Both end in the newline of the document.
        int end = 1;
        while (end <= most - same
                && before.charAt(before.length() - 1 - end)
                        == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new DeltaBuilder()
                .retain(same)
                .insert(after.substring(same, after.length() - end))
                .delete(before.length() - same - end)
                .build();
    }
}
