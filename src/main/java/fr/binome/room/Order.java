package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.PersonId;
import fr.binome.board.Stamp;
import fr.binome.journal.Answer;
import fr.binome.journal.Appended;
import fr.binome.journal.Bytes;
import fr.binome.journal.Commit;
import fr.binome.wire.ClientState;
import fr.binome.wire.Down;
import fr.binome.wire.Kept;
import fr.binome.wire.KindWire;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one order of a board: what is durable, what will be when every append succeeds, and the
 * commit that carries the one to the other. At most one is under way; what is accepted meanwhile
 * goes together in the next.
 */
final class Order {
    /** What may wait for a commit under way: beyond, submitters are asked to try again. */
    private static final int MOST_WAITING = 2_000;

    private static final long MOST_WAITING_BYTES = 2 << 20;

    private final KindWire<?> wire;
    private final InstantSource clock;
    private final Supplier<String> randomIds;
    private final long epoch;
    private final TextWindows windows;
    private final List<Effect> effects;
    private Board confirmed;
    private Board working;
    private long headN;
    private Bytes headHash;
    private Batch waiting = new Batch();
    private @Nullable Flight flight;

    /** The commit under way. */
    private record Flight(Commit commit, Board after, Batch batch) {}

    /** What an answer of the journal means. */
    sealed interface Landing {
        /** The commit is durable and the newest. */
        record Written(Commit commit, Batch batch) implements Landing {}

        /** Nothing is to be done yet. */
        record Waits() implements Landing {}

        /** Nothing more may be appended from here. */
        record Lost(String reason) implements Landing {}
    }

    Order(
            KindWire<?> wire,
            History history,
            InstantSource clock,
            Supplier<String> randomIds,
            List<Effect> effects) {
        this.wire = wire;
        this.clock = clock;
        this.randomIds = randomIds;
        this.epoch = history.epoch();
        this.windows = history.windows();
        this.effects = effects;
        this.confirmed = history.board();
        this.working = confirmed;
        this.headN = history.headN();
        this.headHash = history.headHash();
    }

    /** What is durable. */
    Board confirmed() {
        return confirmed;
    }

    /** What will be, if every append succeeds: decisions rest on it. */
    Board working() {
        return working;
    }

    /** The place of the newest durable commit. */
    long headN() {
        return headN;
    }

    Bytes headHash() {
        return headHash;
    }

    /** Whether so much waits that submitters must try again. */
    boolean isFull() {
        return waiting.count() >= MOST_WAITING || waiting.size() > MOST_WAITING_BYTES;
    }

    /** Whether everything that was accepted is durable. */
    boolean isAtRest() {
        return flight == null && !waiting.isWorthACommit();
    }

    /** What the next accepted submission will carry. */
    Stamp next(PersonId by, Instant now) {
        return new Stamp(working.seq() + 1, by, now);
    }

    /** Takes in what a person submitted. */
    void accept(
            List<Change> changes, Board after, Stamp stamp, int pen, long number, int payloadSize) {
        accept(
                new Down.Accepted(stamp.seq(), stamp.by(), pen, number, stamp.at(), changes),
                after,
                payloadSize);
    }

    /**
     * Takes in what the server did itself.
     *
     * @param then told once it is durable, or never will be
     */
    void accept(List<Change> changes, Board after, Stamp stamp, Consumer<Acted> then) {
        accept(
                new Down.Accepted(stamp.seq(), stamp.by(), null, null, stamp.at(), changes),
                after,
                0);
        waiting.owe(stamp.seq(), then);
    }

    private void accept(Down.Accepted accepted, Board after, long size) {
        working = after;
        windows.add(accepted.seq(), accepted.changes());
        waiting.accept(accepted, size);
    }

    /** An outcome that becomes durable with the next commit. */
    void remember(ClientState state) {
        waiting.remember(state);
    }

    /** Sends what waits on its way, unless something is. */
    void flush() {
        if (flight != null || !waiting.isWorthACommit()) {
            return;
        }
        Batch batch = waiting;
        waiting = new Batch();
        Down.Frame frame =
                new Down.Frame(confirmed.id(), confirmed.seq(), working.seq(), batch.accepted());
        Commit commit =
                new Commit(
                        confirmed.id(),
                        headN + 1,
                        headHash,
                        epoch,
                        randomIds.get(),
                        confirmed.seq(),
                        working.seq(),
                        clock.instant(),
                        batch.texts(),
                        Bytes.of(wire.bytes(frame)),
                        Bytes.of(wire.bytes(new Kept.Outcomes(batch.clients()))));
        flight = new Flight(commit, working, batch);
        effects.add(new Effect.Append(commit));
    }

    /** An append has ended; an unknown end is read back, never guessed. */
    Landing stored(Commit commit, Appended outcome) {
        Flight under = flight;
        if (under == null || !under.commit.id().equals(commit.id())) {
            return new Landing.Waits();
        }
        return switch (outcome) {
            case Appended.Written _ -> landed(under);
            case Appended.Unknown _ -> {
                effects.add(new Effect.ReadBack(commit));
                yield new Landing.Waits();
            }
            case Appended.Fenced _ -> new Landing.Lost("moved");
            case Appended.Failed _ -> new Landing.Lost("unavailable");
        };
    }

    Landing readBack(Commit commit, Answer<List<Commit>> answer) {
        Flight under = flight;
        if (under == null || !under.commit.id().equals(commit.id())) {
            return new Landing.Waits();
        }
        // Absent, or another's: opening again fences what may still be on its way.
        return answer instanceof Answer.Found<List<Commit>>(var found)
                        && !found.isEmpty()
                        && found.getFirst().equals(commit)
                ? landed(under)
                : new Landing.Lost("unavailable");
    }

    private Landing landed(Flight under) {
        confirmed = under.after;
        headN = under.commit.n();
        headHash = under.commit.hash();
        flight = null;
        return new Landing.Written(under.commit, under.batch);
    }

    /** Nothing of what is under way will be heard of here any more. */
    void abandon() {
        if (flight != null) {
            flight.batch.lost();
        }
        waiting.lost();
    }
}
