package fr.binome.demonstration;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Stamp;
import fr.binome.room.Looked;
import fr.binome.wire.Down;
import fr.binome.wire.Place;
import fr.binome.wire.Up;
import fr.binome.wire.UpWriter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One board as a client has it: what the server has told, and one submission on its way. It speaks
 * the protocol as a browser does (spec/sync.md). Passive: what is heard is handed in with the time,
 * what is said goes to the {@link World}.
 */
final class BoardClient {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long AGAIN_MILLIS = 1_000;

    private final BoardId board;
    private final Supplier<String> secrets;
    private final World world;
    private final Listener listener;
    private final Map<Long, Down.Present> presences = new LinkedHashMap<>();
    private String client;
    private Looked.@Nullable Seen start;
    private @Nullable Board state;
    private @Nullable Integer pen;
    private @Nullable Place place;
    private @Nullable Flight flight;
    private long number;
    private boolean joined;
    private long joinAt = NEVER;
    private long sayAgainAt = NEVER;

    /** What is on its way, frozen until it is answered. */
    private record Flight(long number, String text) {}

    /** What a client needs of the world. */
    interface World {
        void say(String message);

        /** Asks for the newest state, to be handed to {@link BoardClient#start}. */
        void look(BoardId board);
    }

    /** Who wants to know what becomes of the board. */
    interface Listener {
        /** A submission is true now. */
        void changed(Down.Accepted submission, boolean own);

        /** The board begins anew from another state. */
        void restarted();

        /** What was on its way will not be. */
        void refused();

        /** The board cannot be seen any more. */
        void gone();
    }

    /**
     * A client that begins by looking.
     *
     * @param secrets makes the client's secret ids
     */
    BoardClient(BoardId board, Supplier<String> secrets, World world, Listener listener) {
        this.board = board;
        this.secrets = secrets;
        this.client = secrets.get();
        this.world = world;
        this.listener = listener;
        world.look(board);
    }

    BoardId id() {
        return board;
    }

    /** The newest that is known; null before the first look. */
    @Nullable Board state() {
        return state;
    }

    /** Begins, or begins anew, from a state. */
    void start(Looked.Seen seen) {
        start = seen;
        state = seen.board();
        listener.restarted();
        join();
    }

    private void join() {
        Looked.Seen from = start;
        Board now = state;
        joinAt = NEVER;
        if (from != null && now != null) {
            say(new Up.Join(board, client, from.incarnation(), now.seq()));
        }
    }

    /** Whether something may be submitted now. */
    boolean isReady() {
        return joined && flight == null;
    }

    /** Submits one act; only when {@link #isReady}. */
    void submit(List<KernelCommand> commands) {
        flight = saidAs(++number, commands);
        world.say(flight.text);
    }

    /** Submits a last act, whatever is on its way, and leaves. */
    void leave(List<KernelCommand> last) {
        if (joined) {
            if (!last.isEmpty()) {
                world.say(saidAs(number + 1, last).text);
            }
            say(new Up.Leave(board));
        }
        joined = false;
    }

    private Flight saidAs(long as, List<KernelCommand> commands) {
        if (start == null || state == null) {
            throw new IllegalStateException("nothing is known yet");
        }
        return new Flight(
                as,
                UpWriter.text(
                        new Up.Submit(
                                board, client, as, state.seq(), start.wire().written(commands))));
    }

    /** Tells where the person is; null for nowhere. */
    void at(@Nullable Place where) {
        place = where;
        Board now = state;
        if (joined && now != null) {
            say(new Up.Presence(board, now.seq(), number, where));
        }
    }

    /** Where the tabs of a person are that are somewhere; the one that moved last is last. */
    List<Place> placesOf(PersonId person) {
        return presences.values().stream()
                .filter(present -> present.person().equals(person) && present.at() != null)
                .map(Down.Present::at)
                .toList();
    }

    private void say(Up up) {
        world.say(UpWriter.text(up));
    }

    /** A message has come. */
    void hear(byte[] bytes, long now) {
        Looked.Seen from = start;
        if (from == null) {
            return;
        }
        try {
            hear(from.wire().down(bytes), now);
        } catch (IOException e) {
            throw new IllegalStateException("the server's own message cannot be read", e);
        }
    }

    private void hear(Down down, long now) {
        switch (down) {
            case Down.State told -> {
                if (told.board().equals(board)) {
                    joined(told);
                }
            }
            case Down.Frame frame -> {
                if (frame.board().equals(board)) {
                    frame(frame);
                }
            }
            case Down.Answer answer -> {
                if (answer.board().equals(board)) {
                    answer(answer);
                }
            }
            case Down.Retry retry -> {
                if (flight != null && retry.number() == flight.number) {
                    sayAgainAt = now + retry.afterMs();
                }
            }
            case Down.Presence(var of, var sessions) -> {
                if (of.equals(board)) {
                    sessions.forEach(this::present);
                }
            }
            case Down.Resync(var of, var where, var reason) -> {
                if (of.equals(board)) {
                    resync(where, reason, now);
                }
            }
            case Down.Error error -> {
                if (board.equals(error.board())) {
                    error(error);
                }
            }
            case Down.Welcome _, Down.People _, Down.Insight _, Down.Pong _, Down.GoingAway _ -> {}
        }
    }

    private void joined(Down.State told) {
        joined = true;
        pen = told.pen();
        Flight sent = flight;
        if (sent != null) {
            Long seq = told.lastSeq();
            boolean known = told.lastNumber() != null && told.lastNumber() == sent.number;
            if (known && seq != null && state != null && seq <= state.seq()) {
                flight = null;
            } else {
                world.say(sent.text);
            }
        }
        at(place);
    }

    private void frame(Down.Frame frame) {
        Board now = state;
        if (now == null || frame.to() <= now.seq()) {
            return;
        }
        if (frame.from() != now.seq()) {
            joined = false;
            world.look(board);
            return;
        }
        for (Down.Accepted submission : frame.submissions()) {
            now =
                    now.after(
                            submission.changes(),
                            new Stamp(submission.seq(), submission.by(), submission.at()));
            state = now;
            boolean own = isOwn(submission);
            if (own) {
                flight = null;
            }
            listener.changed(submission, own);
        }
    }

    private boolean isOwn(Down.Accepted submission) {
        return flight != null
                && submission.pen() != null
                && submission.pen().equals(pen)
                && submission.number() != null
                && submission.number() == flight.number;
    }

    private void answer(Down.Answer answer) {
        if (flight == null || answer.number() != flight.number) {
            return;
        }
        switch (answer.outcome()) {
            case REFUSED -> refused();
            case OLD -> flight = null;
            case ACCEPTED -> {
                // The frame that holds it comes, unless it has.
                if (state != null && answer.seq() != null && answer.seq() <= state.seq()) {
                    flight = null;
                }
            }
        }
    }

    private void refused() {
        flight = null;
        listener.refused();
    }

    private void present(Down.Present present) {
        presences.remove(present.session());
        if (present.gone() == null) {
            presences.put(present.session(), present);
        }
    }

    private void resync(Down.ResyncFrom where, String reason, long now) {
        joined = false;
        presences.clear();
        switch (where) {
            case SNAPSHOT -> world.look(board);
            case TAIL -> {
                if (reason.equals("unavailable")) {
                    joinAt = now + AGAIN_MILLIS;
                } else {
                    join();
                }
            }
        }
    }

    private void error(Down.Error error) {
        switch (error.reason()) {
            case NO_BOARD -> {
                joined = false;
                listener.gone();
            }
            case NOT_JOINED -> join();
            case AHEAD -> {
                joined = false;
                world.look(board);
            }
            case CLIENT, NUMBER_REUSED -> {
                client = secrets.get();
                number = 0;
                refused();
                join();
            }
            default -> {
                if (flight != null && error.number() != null && error.number() == flight.number) {
                    refused();
                }
            }
        }
    }

    /** Does what was to be done by now. */
    void tick(long now) {
        if (joinAt <= now) {
            join();
        }
        if (sayAgainAt <= now) {
            sayAgainAt = NEVER;
            if (joined && flight != null) {
                world.say(flight.text);
            }
        }
    }

    /** When to {@link #tick} at the latest. */
    long next() {
        return Math.min(joinAt, sayAgainAt);
    }
}
