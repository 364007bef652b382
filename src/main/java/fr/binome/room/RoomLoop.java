package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.journal.Answer;
import fr.binome.journal.Bytes;
import fr.binome.journal.Journal;
import fr.binome.journal.Opening;
import fr.binome.journal.Snapshot;
import fr.binome.journal.StoredDigest;
import fr.binome.wire.BoardState;
import fr.binome.wire.Kept;
import fr.binome.wire.KindWire;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Drives one room: opens its board, hands it its mail in order and does what it wants done. One
 * virtual thread.
 */
final class RoomLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RoomLoop.class);

    private final BoardId board;
    private final Rooms.Parts parts;
    private final Rooms rooms;
    private final LinkedBlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final List<Mail.Drop> drops = new ArrayList<>();
    private CompletableFuture<Boolean> saving = CompletableFuture.completedFuture(true);
    private boolean closed;
    private volatile long head;
    private volatile boolean attended;

    RoomLoop(BoardId board, Rooms.Parts parts, Rooms rooms) {
        this.board = board;
        this.parts = parts;
        this.rooms = rooms;
    }

    void start() {
        parts.threads().execute(this::run);
    }

    /** Accepts mail, unless the room has ended; then another is to be made. */
    synchronized boolean post(Mail mail) {
        if (mail instanceof Mail.Join) {
            attended = true;
        }
        return !closed && mailbox.add(mail);
    }

    CompletableFuture<Boolean> ended() {
        return ended;
    }

    /** Whether somebody is here or coming. */
    boolean isAttended() {
        return attended;
    }

    /** The newest durable seq that is known without asking. */
    long head() {
        return head;
    }

    private void run() {
        boolean available = false;
        try {
            CompletableFuture<Opening> opening = new CompletableFuture<>();
            parts.journal().open(board, opening::complete);
            switch (opening.join()) {
                case Opening.Opened opened -> opened(opened);
                case Opening.Damaged damaged -> damaged(damaged);
                case Opening.Failed(var cause) -> throw new IOException("cannot be opened", cause);
            }
            drop();
            available = true;
        } catch (RuntimeException | IOException e) {
            // One place that logs, one board that suffers: its members join again and find it anew.
            LOG.error("room of board {} ended", board, e);
        } finally {
            List<Mail> left = close();
            rooms.forget(board, this);
            for (Mail mail : left) {
                if (available) {
                    rooms.post(board, mail);
                } else {
                    NoRoom.answer(mail, board, false);
                }
            }
            drops.forEach(drop -> drop.then().accept(false));
            ended.complete(available);
        }
    }

    private void opened(Opening.Opened opened) throws IOException {
        KindWire<?> wire = parts.kinds().of(opened);
        if (wire == null) {
            wire = awaitFoundation();
        }
        if (wire != null) {
            drive(room(wire, History.of(board, wire, opened)));
        }
    }

    private void damaged(Opening.Damaged damaged) throws IOException {
        LOG.error("board {} is quarantined: commit {} {}", board, damaged.n(), damaged.fault());
        KindWire<?> wire = parts.kinds().of(damaged);
        if (wire != null) {
            drive(room(wire, History.of(board, wire, damaged)));
        }
    }

    private <T> Room<T> room(KindWire<T> wire, History history) {
        return new Room<>(
                wire,
                history,
                parts.names(),
                parts.clock(),
                parts.randomIds(),
                parts.presence(),
                rooms.digests());
    }

    /**
     * A board that was never written has no room, until somebody makes it; null when nobody does.
     */
    private @Nullable KindWire<?> awaitFoundation() {
        Mail mail = mailbox.poll();
        while (mail != null) {
            if (mail instanceof Mail.Found found) {
                synchronized (this) {
                    List<Mail> later = new ArrayList<>();
                    mailbox.drainTo(later);
                    mailbox.add(found);
                    mailbox.addAll(later);
                }
                return parts.kinds().named(found.kind());
            }
            if (mail instanceof Mail.Drop drop) {
                // What comes after it is for whatever is made of the board then.
                drops.add(drop);
                return null;
            }
            NoRoom.answer(mail, board, true);
            mail = mailbox.poll();
        }
        return null;
    }

    private void drive(Room<?> room) {
        try {
            while (true) {
                Mail mail = next(room);
                if (mail instanceof Mail.Drop drop) {
                    drops.add(drop);
                }
                for (Effect effect : room.handle(mail)) {
                    if (effect instanceof Effect.Unload) {
                        return;
                    }
                    perform(effect, room);
                }
                head = room.head();
                rest(room);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            room.abandon();
            throw e;
        }
    }

    /** Nobody is here and nobody is coming: what others tell can wait. */
    private synchronized void rest(Room<?> room) {
        if (room.isIdle() && mailbox.isEmpty()) {
            attended = false;
        }
    }

    private Mail next(Room<?> room) throws InterruptedException {
        if (!room.isIdle()) {
            return mailbox.take();
        }
        Mail mail =
                mailbox.poll(
                        parts.idleFor().toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        return mail == null ? new Mail.Stop() : mail;
    }

    /**
     * Deletes the board if that was asked. No other room of it can be made meanwhile: this one
     * still takes its mail.
     */
    private void drop() throws IOException {
        if (drops.isEmpty()) {
            return;
        }
        saving.join();
        CompletableFuture<Answer<Boolean>> dropped = new CompletableFuture<>();
        parts.journal().drop(board, dropped::complete);
        if (dropped.join() instanceof Answer.Failed<Boolean>(var cause)) {
            throw new IOException("cannot be dropped", cause);
        }
        rooms.digests().remove(board);
        drops.forEach(drop -> drop.then().accept(true));
        drops.clear();
    }

    private void perform(Effect effect, Room<?> room) {
        Journal journal = parts.journal();
        switch (effect) {
            case Effect.Append(var commit) ->
                    journal.append(commit, outcome -> post(new Mail.Stored(commit, outcome)));
            case Effect.ReadBack(var commit) ->
                    journal.find(
                            board, commit.n(), found -> post(new Mail.ReadBack(commit, found)));
            case Effect.ReadEdits(var parked, var text, var after, var limit) ->
                    journal.readTouching(
                            board,
                            text,
                            after,
                            limit,
                            found -> post(new Mail.OldEdits(parked, found)));
            case Effect.ReadTail(var session, var after, var to, var limit) ->
                    journal.read(
                            board, after, to, limit, found -> post(new Mail.Tail(session, found)));
            case Effect.Save save -> {
                CompletableFuture<Boolean> ends = new CompletableFuture<>();
                saving = ends;
                parts.threads().execute(() -> save(save, room, ends));
            }
            case Effect.Publish publish -> publish(publish, room);
            case Effect.Came(var person, var session) ->
                    rooms.visits().forEach(each -> each.came(board, person, session));
            case Effect.Went(var person, var session, var seq) ->
                    rooms.visits().forEach(each -> each.went(board, person, session, seq));
            case Effect.Wake(var after) -> rooms.wake(board, after);
            case Effect.Alarm(var at) -> rooms.alarm(board, at);
            case Effect.Unload unload -> throw new IllegalStateException("is not performed");
        }
    }

    private void save(Effect.Save save, Room<?> room, CompletableFuture<Boolean> ends) {
        parts.journal()
                .save(
                        snapshot(save, room.wire(), parts.clock().instant()),
                        null,
                        outcome -> {
                            ends.complete(true);
                            post(new Mail.Saved(outcome));
                        });
    }

    /** What is kept of a board, encoded. */
    static Snapshot snapshot(Effect.Save save, KindWire<?> wire, Instant at) {
        Kept kept =
                new Kept(
                        BoardState.of(save.board(), save.incarnation()),
                        save.nextPen(),
                        save.clients());
        return new Snapshot(
                save.board().id(),
                wire.kind().name(),
                save.n(),
                save.hash(),
                save.board().seq(),
                at,
                Bytes.of(wire.bytes(kept)));
    }

    private void publish(Effect.Publish publish, Room<?> room) {
        rooms.digests().put(board, publish.seq(), publish.digest());
        rooms.tell(new Mail.Heard(board, publish.digest(), publish.by()));
        Bytes bytes = Bytes.of(publish.digest().bytes());
        parts.journal()
                .save(
                        new StoredDigest(board, room.wire().kind().name(), publish.seq(), bytes),
                        outcome -> {});
    }

    private synchronized List<Mail> close() {
        closed = true;
        List<Mail> left = new ArrayList<>();
        mailbox.drainTo(left);
        return left;
    }
}
