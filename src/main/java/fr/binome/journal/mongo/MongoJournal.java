package fr.binome.journal.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;

import fr.binome.board.BoardId;
import fr.binome.journal.Answer;
import fr.binome.journal.Appended;
import fr.binome.journal.Bytes;
import fr.binome.journal.Chain;
import fr.binome.journal.Commit;
import fr.binome.journal.Journal;
import fr.binome.journal.Opening;
import fr.binome.journal.Snapshot;
import fr.binome.journal.StoredDigest;
import fr.binome.mongodb.Lanes;
import fr.binome.mongodb.Mongo;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The journal in a MongoDB. A board is taken by a commit of one's own that holds nothing: from then
 * on the former owner's next one collides with it, since a place in a chain is unique. No clock and
 * no lock has a part in that.
 */
public final class MongoJournal implements Journal {
    private static final int MOST_TRIES = 8;
    private static final long FIRST_WAIT_MILLIS = 10;

    private final InstantSource clock;
    private final Supplier<String> randomIds;
    private final Commits commits;
    private final Snapshots snapshots;
    private final MongoCollection<Document> digests;
    private final Lanes<BoardId> lanes = new Lanes<>();
    private final ConcurrentHashMap<BoardId, Owned> owned = new ConcurrentHashMap<>();

    /**
     * What this server has of a board.
     *
     * @param epoch the place of the commit with which it was taken
     * @param headN the last place that is known to be written
     */
    private record Owned(long epoch, long headN) {
        boolean isNext(Commit commit) {
            return commit.epoch() == epoch && commit.n() == headN + 1;
        }
    }

    private MongoJournal(
            InstantSource clock,
            Supplier<String> randomIds,
            Commits commits,
            Snapshots snapshots,
            MongoCollection<Document> digests) {
        this.clock = clock;
        this.randomIds = randomIds;
        this.commits = commits;
        this.snapshots = snapshots;
        this.digests = digests;
    }

    /**
     * The journal on a connection, which it does not close.
     *
     * @param randomIds for the commits that take boards
     */
    public static MongoJournal open(Mongo mongo, InstantSource clock, Supplier<String> randomIds)
            throws Mongo.Unusable {
        return new MongoJournal(
                clock,
                randomIds,
                new Commits(mongo),
                new Snapshots(mongo),
                mongo.collection("digests"));
    }

    @Override
    public void open(BoardId board, Consumer<Opening> then) {
        lanes.run(board, () -> opened(board), Opening.Failed::new, then);
    }

    /**
     * Writes a commit that takes the board, then verifies the chain again up to it: what counts is
     * not what the insert answered but what is read after it.
     */
    private Opening opened(BoardId board) throws Exception {
        String id = randomIds.get();
        Exception last = new IllegalStateException("other servers keep taking the board");
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Opening opening = Chain.verify(0, snapshots.of(board), commits::after, board);
            if (!(opening instanceof Opening.Opened opened)) {
                return opening;
            }
            if (opened.headN() == 0 || isTakenBy(id, opened)) {
                // A board that was never written is nobody's until its first commit.
                Owned mine = new Owned(Math.max(1, opened.headN()), opened.headN());
                owned.put(board, mine);
                return opened.under(mine.epoch());
            }
            if (tries > 0) {
                // Somebody holds the place, and it is not durable yet.
                Thread.sleep(FIRST_WAIT_MILLIS << tries);
            }
            try {
                commits.insert(taking(board, id, opened));
            } catch (MongoException e) {
                last = e;
            }
        }
        return new Opening.Failed(last);
    }

    private static boolean isTakenBy(String id, Opening.Opened opened) {
        return !opened.tail().isEmpty() && opened.tail().getLast().id().equals(id);
    }

    private Commit taking(BoardId board, String id, Opening.Opened opened) {
        long n = opened.headN() + 1;
        return new Commit(
                board,
                n,
                opened.headHash(),
                n,
                id,
                opened.headSeq(),
                opened.headSeq(),
                clock.instant(),
                Set.of(),
                Bytes.NONE,
                Bytes.NONE);
    }

    @Override
    public void append(Commit commit, Consumer<Appended> then) {
        lanes.run(commit.board(), () -> appended(commit), Appended.Failed::new, then);
    }

    private Appended appended(Commit commit) {
        if (commit.isTooBig()) {
            return new Appended.Failed(new IllegalArgumentException("too big"));
        }
        Owned mine = owned.get(commit.board());
        if (mine == null || !mine.isNext(commit)) {
            return new Appended.Fenced();
        }
        try {
            commits.insert(commit);
            written(commit);
            return new Appended.Written();
        } catch (MongoWriteException e) {
            return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                    ? collided(commit, e)
                    : new Appended.Unknown(e);
        } catch (RuntimeException e) {
            return new Appended.Unknown(e);
        }
    }

    /** The place is taken: by another owner, or by this very commit if the driver sent it twice. */
    private Appended collided(Commit commit, MongoException cause) {
        try {
            List<Commit> there = commits.at(commit.board(), commit.n());
            if (there.isEmpty()) {
                return new Appended.Unknown(cause);
            }
            if (!there.getFirst().equals(commit)) {
                return new Appended.Fenced();
            }
            written(commit);
            return new Appended.Written();
        } catch (RuntimeException e) {
            return new Appended.Unknown(e);
        }
    }

    private void written(Commit commit) {
        owned.computeIfPresent(
                commit.board(),
                (board, mine) -> mine.isNext(commit) ? new Owned(mine.epoch(), commit.n()) : mine);
    }

    /** In the board's lane: it tells what became of an append, which must be over. */
    @Override
    public void find(BoardId board, long n, Consumer<Answer<List<Commit>>> then) {
        this.<List<Commit>>inLane(
                board,
                () -> {
                    List<Commit> found = commits.at(board, n);
                    found.forEach(this::written);
                    return found;
                },
                then);
    }

    @Override
    public void read(
            BoardId board,
            long afterSeq,
            long toSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        aside(() -> commits.between(board, afterSeq, toSeq, limit), then);
    }

    @Override
    public void readTouching(
            BoardId board,
            String text,
            long afterSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        aside(() -> commits.touching(board, text, afterSeq, limit), then);
    }

    /** One after the other: a digest that is behind its snapshot is made anew at the next start. */
    @Override
    public void save(
            Snapshot snapshot, @Nullable StoredDigest digest, Consumer<Answer<Boolean>> then) {
        inLane(
                snapshot.board(),
                () -> {
                    snapshots.save(snapshot);
                    if (digest != null) {
                        put(digest);
                    }
                    return true;
                },
                then);
    }

    @Override
    public void save(StoredDigest digest, Consumer<Answer<Boolean>> then) {
        inLane(
                digest.board(),
                () -> {
                    put(digest);
                    return true;
                },
                then);
    }

    private void put(StoredDigest digest) {
        digests.replaceOne(
                Filters.eq("_id", digest.board().value()),
                Documents.of(digest),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void digests(Consumer<Answer<List<StoredDigest>>> then) {
        aside(() -> digests.find().map(Documents::digest).into(new ArrayList<>()), then);
    }

    @Override
    public void heads(Consumer<Answer<List<Head>>> then) {
        aside(commits::heads, then);
    }

    /**
     * The commits in the midst: a drop that was cut short leaves a board that is damaged, or one
     * without a chain, and is to be repeated.
     */
    @Override
    public void drop(BoardId board, Consumer<Answer<Boolean>> then) {
        inLane(
                board,
                () -> {
                    owned.remove(board);
                    snapshots.drop(board);
                    commits.drop(board);
                    digests.deleteOne(Filters.eq("_id", board.value()));
                    return true;
                },
                then);
    }

    private <T> void inLane(BoardId board, Callable<T> work, Consumer<Answer<T>> then) {
        lanes.<Answer<T>>run(
                board, () -> new Answer.Found<>(work.call()), Answer.Failed::new, then);
    }

    private <T> void aside(Callable<T> work, Consumer<Answer<T>> then) {
        lanes.<Answer<T>>aside(() -> new Answer.Found<>(work.call()), Answer.Failed::new, then);
    }

    @Override
    public void close() {
        lanes.close();
    }
}
