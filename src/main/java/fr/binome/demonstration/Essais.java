package fr.binome.demonstration;

import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.PersonId;
import fr.binome.journal.Bytes;
import fr.binome.people.Essai;
import fr.binome.people.Outcome;
import fr.binome.people.People;
import fr.binome.people.Secrets;
import fr.binome.room.Acted;
import fr.binome.room.Bucket;
import fr.binome.room.Conversation;
import fr.binome.room.Kinds;
import fr.binome.room.Rooms;
import fr.binome.room.Visits;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The trials: each a private copy of the example school, made for one who has no account, dropped
 * after a day or when others need its place (spec/essais.md). Calls block on the stores, but for
 * the visits.
 */
public final class Essais implements Visits {
    /** E-5: how long a trial lives at most. */
    public static final Duration LIFE = Duration.ofDays(1);

    /** E-4: what may begin at once, a room full of teachers, and then a minute. */
    private static final int AT_ONCE = 40;

    private static final double A_MINUTE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Essais.class);

    private final Parts parts;
    private final CompletableFuture<School> school;
    private final CompletableFuture<Bytes> preview;
    private final Bucket beginnings;
    private final Seat.Parts seats;
    private final AtomicLong sessions = new AtomicLong();
    private final Map<String, Trial> live = new HashMap<>();
    private final Map<PersonId, Trial> byVisitor = new HashMap<>();

    /**
     * What trials are made of.
     *
     * @param most at once; 0 for none at all
     * @param conversations as those of browsers have them: the colleagues speak like these
     * @param threads for what may wait
     */
    public record Parts(
            int most,
            People people,
            Kinds kinds,
            Secrets secrets,
            Conversation.Parts conversations,
            Executor threads,
            Rooms.Timer timer) {
        private Rooms rooms() {
            return conversations.rooms();
        }

        private InstantSource clock() {
            return conversations.clock();
        }
    }

    /** What comes of wanting to try. */
    public sealed interface Begun {
        /** The visitor is let in. */
        record Done(Essai essai, Outcome.Welcome welcome) implements Begun {}

        /** Too many have just begun: after a while. */
        record Later(Duration after) implements Begun {}

        /** All trials are in use. */
        record Full() implements Begun {}

        /** The stores do not answer. */
        record Unavailable() implements Begun {}
    }

    /**
     * Goes on with the trials that were under way when the server ended.
     *
     * @throws IOException when what colleagues say cannot be read
     */
    public Essais(Parts parts) throws IOException {
        this.parts = parts;
        this.seats =
                new Seat.Parts(
                        parts.conversations(),
                        Phrases.load(),
                        parts.secrets(),
                        parts.threads(),
                        parts.timer());
        this.beginnings = new Bucket(AT_ONCE, A_MINUTE / 60, parts.clock().millis());
        this.school =
                isOn()
                        ? CompletableFuture.supplyAsync(this::load, parts.threads())
                        : new CompletableFuture<>();
        this.preview = school.thenApply(loaded -> Preview.of(loaded.shown(), loaded.teachers()));
        for (Essai essai : parts.people().essais()) {
            add(trial(essai));
        }
        parts.rooms().whenVisited(this);
    }

    private School load() {
        try {
            return School.load(parts.kinds(), parts.secrets());
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private Trial trial(Essai essai) {
        return new Trial(
                essai,
                new Seat(-sessions.incrementAndGet(), essai.colleague(), essai.visitor(), seats),
                parts.clock().instant());
    }

    /** Whether one may try here. */
    public boolean isOn() {
        return parts.most() > 0;
    }

    /** What the first page shows, JSON. Only while {@link #isOn}. */
    public Bytes preview() {
        return preview.join();
    }

    private synchronized void add(Trial trial) {
        live.put(trial.essai().id(), trial);
        byVisitor.put(trial.essai().visitor(), trial);
    }

    private synchronized boolean take(Trial trial) {
        byVisitor.remove(trial.essai().visitor(), trial);
        return live.remove(trial.essai().id(), trial);
    }

    /**
     * What a visitor is told of the trial.
     *
     * @param paused whether the colleague was asked to stop
     */
    public record Standing(Essai essai, boolean paused) {}

    /** The trial in which somebody is the visitor; null for everybody else. */
    public synchronized @Nullable Standing of(PersonId person) {
        Trial trial = byVisitor.get(person);
        return trial == null ? null : new Standing(trial.essai(), trial.isPaused());
    }

    /** Asks the colleague of a visitor to stop, or to go on. */
    public synchronized void pause(PersonId visitor, boolean wanted) {
        Trial trial = byVisitor.get(visitor);
        if (trial != null) {
            trial.pause(wanted);
        }
    }

    /** Makes a trial and lets its visitor in. Only while {@link #isOn}. */
    public Begun begin() {
        long wait = beginnings.take(1, parts.clock().millis());
        if (wait > 0) {
            return new Begun.Later(Duration.ofMillis(wait));
        }
        School.Copy copy = school.join().copy(parts.clock().instant());
        Trial trial = trial(copy.essai());
        if (!seat(trial)) {
            return new Begun.Full();
        }
        try {
            Outcome.Welcome welcome = parts.people().begin(copy.essai());
            if (found(copy)) {
                return new Begun.Done(copy.essai(), welcome);
            }
        } catch (RuntimeException e) {
            LOG.error("a trial could not be made", e);
        }
        end(trial);
        return new Begun.Unavailable();
    }

    /** Finds a place for a trial, if need be that of the one idle longest. */
    private boolean seat(Trial trial) {
        Trial idlest = null;
        synchronized (this) {
            if (live.size() >= parts.most()) {
                idlest =
                        live.values().stream()
                                .filter(each -> !each.isVisited())
                                .min(Comparator.comparing(Trial::idleSince))
                                .orElse(null);
                if (idlest == null || !take(idlest)) {
                    return false;
                }
            }
            add(trial);
        }
        if (idlest != null) {
            drop(idlest);
        }
        return true;
    }

    private boolean found(School.Copy copy) {
        List<CompletableFuture<Acted>> boards = new ArrayList<>();
        for (Map.Entry<BoardId, List<Change>> board : copy.boards().entrySet()) {
            boards.add(
                    parts.rooms()
                            .found(
                                    board.getKey(),
                                    "classe",
                                    board.getValue(),
                                    copy.essai().visitor()));
        }
        return boards.stream().allMatch(board -> board.join() instanceof Acted.Done);
    }

    /** Ends the trial of a visitor, if there is one: its session is over. */
    public void end(PersonId visitor) {
        Trial trial;
        synchronized (this) {
            trial = byVisitor.get(visitor);
        }
        if (trial != null) {
            end(trial);
        }
    }

    private void end(Trial trial) {
        if (take(trial)) {
            drop(trial);
        }
    }

    /**
     * Lets nobody in any more, then takes everything away, the boards first: what a server that
     * dies in between leaves is found by the next through the trial's own row.
     */
    private void drop(Trial trial) {
        trial.end();
        parts.threads()
                .execute(
                        () -> {
                            if (!isGone(trial.essai())) {
                                // Nobody can get into it; its turn to be dropped comes again.
                                add(trial);
                            }
                        });
    }

    private boolean isGone(Essai essai) {
        try {
            parts.people().close(essai);
            for (BoardId board : essai.boards()) {
                if (!parts.rooms().drop(board).join()) {
                    return false;
                }
            }
            parts.people().drop(essai);
            return true;
        } catch (RuntimeException e) {
            LOG.error("a trial could not be dropped", e);
            return false;
        }
    }

    /** Drops what has lived its day; to be called every minute or so. */
    public void sweep() {
        Instant born = parts.clock().instant().minus(LIFE);
        List<Trial> old;
        synchronized (this) {
            old =
                    live.values().stream()
                            .filter(trial -> !trial.essai().made().isAfter(born))
                            .toList();
        }
        old.forEach(this::end);
    }

    @Override
    public synchronized void came(BoardId board, PersonId person, long session) {
        Trial trial = byVisitor.get(person);
        if (trial != null) {
            trial.came(board, session);
        }
    }

    @Override
    public synchronized void went(BoardId board, PersonId person, long session, long seq) {
        Trial trial = byVisitor.get(person);
        if (trial != null) {
            trial.went(board, session, parts.clock().instant());
        }
    }
}
