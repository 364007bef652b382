package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.BoardKind;
import fr.binome.board.Change;
import fr.binome.board.Command;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.journal.Answer;
import fr.binome.journal.Commit;
import fr.binome.journal.Journal;
import fr.binome.journal.StoredDigest;
import fr.binome.wire.Down;
import fr.binome.wire.KindWire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * All open boards. Mail for a board that has no room makes one; a room that nobody needs is
 * unloaded.
 */
public final class Rooms {
    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

    /** After a start, boards are looked into one after the other, so far apart. */
    private static final Duration BETWEEN_BOARDS = Duration.ofSeconds(2);

    /** So many commits are read from the journal at once. */
    private static final int COMMITS_AT_ONCE = 500;

    private final Parts parts;
    private final Digests digests = new Digests();
    private final ConcurrentHashMap<BoardId, RoomLoop> loops = new ConcurrentHashMap<>();

    /** For when each board has asked to be woken; its room may have been unloaded since. */
    private final ConcurrentHashMap<BoardId, Instant> alarms = new ConcurrentHashMap<>();

    private final List<Visits> visits = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    /**
     * What rooms are made of, handed in so that a simulation can hand in its own.
     *
     * @param threads runs each room; a virtual thread per task in the server
     * @param timer runs something after a delay
     * @param idleFor how long a room stays open with nobody in it
     * @param presence whether people see who else is there, and where
     */
    public record Parts(
            Journal journal,
            Kinds kinds,
            Names names,
            InstantSource clock,
            Supplier<String> randomIds,
            Executor threads,
            Timer timer,
            Duration idleFor,
            boolean presence) {}

    /** Runs something later, on any thread. */
    @FunctionalInterface
    public interface Timer {
        void after(Duration delay, Runnable task);
    }

    public Rooms(Parts parts) {
        this.parts = parts;
    }

    /** Mail for a board, in the order of its sender. */
    public void post(BoardId board, Mail mail) {
        while (true) {
            if (stopping && !loops.containsKey(board)) {
                NoRoom.answer(mail, board, false);
                return;
            }
            boolean[] made = {false};
            RoomLoop loop =
                    loops.computeIfAbsent(
                            board,
                            id -> {
                                made[0] = true;
                                return new RoomLoop(id, parts, this);
                            });
            boolean taken = loop.post(mail);
            if (made[0]) {
                loop.start();
            }
            if (taken) {
                return;
            }
            loops.remove(board, loop);
        }
    }

    /** Mail that matters only to a room that is open. */
    public void postIfOpen(BoardId board, Mail mail) {
        RoomLoop loop = loops.get(board);
        if (loop != null) {
            loop.post(mail);
        }
    }

    /** What a board tells reaches the others in which somebody is. */
    void tell(Mail.Heard heard) {
        loops.forEach(
                (board, loop) -> {
                    if (loop.isAttended() && !board.equals(heard.board())) {
                        loop.post(heard);
                    }
                });
    }

    /** Makes a board; done when its first commit is durable. */
    public CompletableFuture<Acted> found(
            BoardId board, String kind, List<Change> changes, PersonId by) {
        CompletableFuture<Acted> acted = new CompletableFuture<>();
        post(board, new Mail.Found(kind, changes, by, acted::complete));
        return acted;
    }

    /** Acts on a board as a person, or as {@code systeme}. */
    public CompletableFuture<Acted> act(BoardId board, List<KernelCommand> commands, PersonId as) {
        CompletableFuture<Acted> acted = new CompletableFuture<>();
        List<Command.Kernel<?>> kernel = new ArrayList<>();
        commands.forEach(command -> kernel.add(new Command.Kernel<Object>(command)));
        post(board, new Mail.Act(kernel, as, acted::complete));
        return acted;
    }

    /** The newest durable state of a board, for someone who may see it. */
    public CompletableFuture<Looked> look(BoardId board, PersonId person) {
        CompletableFuture<Looked> looked = new CompletableFuture<>();
        post(board, new Mail.Look(person, looked::complete));
        return looked;
    }

    /**
     * What others have changed on a board after a seq, for someone who may see it; read from the
     * journal, so that it waits for the store.
     */
    public Since since(BoardId board, PersonId person, long seq) {
        return switch (look(board, person).join()) {
            case Looked.Hidden _ -> new Since.Hidden();
            case Looked.Unavailable _ -> new Since.Unavailable();
            case Looked.Seen(var now, var incarnation, var role, var wire) -> {
                if (seq < 0 || seq > now.seq() || now.seq() - seq > Since.LONGEST) {
                    yield new Since.TooOld(now.seq());
                }
                yield gathered(new Gathering(now, person), wire, now, seq);
            }
        };
    }

    private Since gathered(Gathering gathering, KindWire<?> wire, Board now, long seq) {
        long after = seq;
        while (after < now.seq()) {
            CompletableFuture<Answer<List<Commit>>> read = new CompletableFuture<>();
            parts.journal().read(now.id(), after, now.seq(), COMMITS_AT_ONCE, read::complete);
            if (!(read.join() instanceof Answer.Found<List<Commit>>(var commits))
                    || commits.isEmpty()) {
                return new Since.Unavailable();
            }
            try {
                for (Commit commit : commits) {
                    for (Down.Accepted each : wire.frame(commit.changes().array()).submissions()) {
                        if (each.seq() > seq) {
                            gathering.add(each);
                        }
                    }
                }
            } catch (IOException e) {
                LOG.error("the journal of board {} cannot be read", now.id(), e);
                return new Since.Unavailable();
            }
            after = commits.getLast().toSeq();
        }
        return gathering.told();
    }

    /**
     * Deletes a board for good; true once nothing is left of it. Whoever is in it is told that it
     * is not there any more.
     */
    public CompletableFuture<Boolean> drop(BoardId board) {
        CompletableFuture<Boolean> dropped = new CompletableFuture<>();
        post(board, new Mail.Drop(dropped::complete));
        return dropped;
    }

    /** The newest durable seq of a board whose room is open; 0 otherwise. */
    public long head(BoardId board) {
        RoomLoop loop = loops.get(board);
        return loop == null ? 0 : loop.head();
    }

    public Digests digests() {
        return digests;
    }

    /**
     * Reads the kept digests, and opens the boards whose digest is missing or behind so that they
     * tell it anew. The others are opened in turn: what fell due while no server ran is done, and
     * what will fall due has its alarm, although nobody visits them.
     */
    public void restoreDigests() {
        CompletableFuture<Answer<List<StoredDigest>>> kept = new CompletableFuture<>();
        CompletableFuture<Answer<List<Journal.Head>>> heads = new CompletableFuture<>();
        parts.journal().digests(kept::complete);
        parts.journal().heads(heads::complete);
        if (kept.join() instanceof Answer.Found<List<StoredDigest>>(var found)) {
            found.forEach(this::restore);
        }
        if (heads.join() instanceof Answer.Found<List<Journal.Head>>(var found)) {
            Duration after = Duration.ZERO;
            for (Journal.Head head : found) {
                if (digests.isAt(head.board(), head.seq())) {
                    after = after.plus(BETWEEN_BOARDS);
                    parts.timer().after(after, () -> post(head.board(), new Mail.Woken()));
                } else {
                    post(head.board(), new Mail.Woken());
                }
            }
        }
    }

    /** One that an older version made is as good as missing. */
    private void restore(StoredDigest stored) {
        try {
            BoardKind<?> kind = parts.kinds().named(stored.kind()).kind();
            digests.put(stored.board(), stored.seq(), kind.digest(stored.bytes().array()));
        } catch (IOException e) {
            LOG.info("the digest of board {} is made anew", stored.board());
        }
    }

    /** Wakes a room after a while, if it is still open. */
    void wake(BoardId board, Duration after) {
        parts.timer().after(after, () -> postIfOpen(board, new Mail.Woken()));
    }

    /** Wakes a room at a time of the clock, opening it if need be; a newer alarm replaces it. */
    void alarm(BoardId board, Instant at) {
        if (at.equals(alarms.put(board, at))) {
            return;
        }
        Duration after = Duration.between(parts.clock().instant(), at);
        parts.timer()
                .after(
                        after.isNegative() ? Duration.ZERO : after,
                        () -> {
                            if (alarms.remove(board, at)) {
                                post(board, new Mail.Woken());
                            }
                        });
    }

    /** From now on somebody hears who comes and goes. */
    public void whenVisited(Visits listener) {
        visits.add(listener);
    }

    List<Visits> visits() {
        return visits;
    }

    void forget(BoardId board, RoomLoop loop) {
        loops.remove(board, loop);
    }

    /**
     * Lets every room finish what it has, keep a snapshot and end; waits for them, {@code most} at
     * most.
     */
    public void stop(Duration most) {
        stopping = true;
        List<CompletableFuture<Boolean>> endings = new ArrayList<>();
        for (RoomLoop loop : loops.values()) {
            if (loop.post(new Mail.Stop())) {
                endings.add(loop.ended());
            }
        }
        try {
            CompletableFuture.allOf(endings.toArray(CompletableFuture[]::new))
                    .get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // What is acknowledged is durable already; only snapshots are missing.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("an ending tells no failure", e);
        }
    }
}
