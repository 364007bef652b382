package fr.binome.journal.memory;

import fr.binome.board.BoardId;
import fr.binome.journal.Answer;
import fr.binome.journal.Appended;
import fr.binome.journal.Chain;
import fr.binome.journal.Commit;
import fr.binome.journal.Journal;
import fr.binome.journal.Opening;
import fr.binome.journal.Snapshot;
import fr.binome.journal.StoredDigest;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One server's view of a {@link MemoryStore}; work is done when the executor runs it, as a disk
 * would.
 */
public final class MemoryJournal implements Journal {
    private final MemoryStore store;
    private final Executor executor;
    private volatile boolean closed;

    public MemoryJournal(MemoryStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    @Override
    public void open(BoardId board, Consumer<Opening> then) {
        run(() -> opened(board), Opening.Failed::new, then);
    }

    private Opening opened(BoardId board) {
        long epoch = store.takeOver(board);
        try {
            return Chain.verify(
                    epoch,
                    store.snapshots(board),
                    (id, n) ->
                            store.commits(id).stream()
                                    .filter(stored -> stored.commit().n() > n)
                                    .toList(),
                    board);
        } catch (Exception e) {
            return new Opening.Failed(e);
        }
    }

    @Override
    public void append(Commit commit, Consumer<Appended> then) {
        run(() -> store.append(commit), Appended.Failed::new, then);
    }

    @Override
    public void find(BoardId board, long n, Consumer<Answer<List<Commit>>> then) {
        commits(board, commit -> commit.n() == n, 1, then);
    }

    @Override
    public void read(
            BoardId board,
            long afterSeq,
            long toSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        commits(
                board,
                commit ->
                        commit.toSeq() > commit.fromSeq()
                                && commit.toSeq() > afterSeq
                                && commit.fromSeq() < toSeq,
                limit,
                then);
    }

    @Override
    public void readTouching(
            BoardId board,
            String text,
            long afterSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        commits(
                board,
                commit -> commit.toSeq() > afterSeq && commit.texts().contains(text),
                limit,
                then);
    }

    private void commits(
            BoardId board,
            Predicate<Commit> which,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        answer(
                () ->
                        store.commits(board).stream()
                                .map(Chain.Stored::commit)
                                .filter(which)
                                .limit(limit)
                                .toList(),
                then);
    }

    @Override
    public void save(
            Snapshot snapshot, @Nullable StoredDigest digest, Consumer<Answer<Boolean>> then) {
        answer(
                () -> {
                    store.save(snapshot);
                    if (digest != null) {
                        store.save(digest);
                    }
                    return true;
                },
                then);
    }

    @Override
    public void save(StoredDigest digest, Consumer<Answer<Boolean>> then) {
        answer(
                () -> {
                    store.save(digest);
                    return true;
                },
                then);
    }

    @Override
    public void digests(Consumer<Answer<List<StoredDigest>>> then) {
        answer(store::digests, then);
    }

    @Override
    public void heads(Consumer<Answer<List<Head>>> then) {
        answer(store::heads, then);
    }

    private <T> void answer(Supplier<T> work, Consumer<Answer<T>> then) {
        this.<Answer<T>>run(() -> new Answer.Found<>(work.get()), Answer.Failed::new, then);
    }

    private <T> void run(Supplier<T> work, Function<Throwable, T> failed, Consumer<T> then) {
        boolean tooLate = closed;
        executor.execute(
                () -> {
                    T outcome;
                    synchronized (store) {
                        outcome =
                                tooLate
                                        ? failed.apply(new IllegalStateException("is closed"))
                                        : work.get();
                    }
                    then.accept(outcome);
                });
    }

    @Override
    public void drop(BoardId board, Consumer<Answer<Boolean>> then) {
        answer(
                () -> {
                    store.drop(board);
                    return true;
                },
                then);
    }

    @Override
    public void close() {
        closed = true;
    }
}
