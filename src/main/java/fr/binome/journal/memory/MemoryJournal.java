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
import java.util.function.Predicate;

/**
 * One server's view of a {@link MemoryStore}; work is done when the executor runs it, as a disk
 * would.
 */
public final class MemoryJournal implements Journal {
    private final MemoryStore store;
    private final Executor executor;

    public MemoryJournal(MemoryStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    @Override
    public void open(BoardId board, Consumer<Opening> then) {
        executor.execute(() -> then.accept(opened(board)));
    }

    private Opening opened(BoardId board) {
        synchronized (store) {
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
    }

    @Override
    public void append(Commit commit, Consumer<Appended> then) {
        executor.execute(
                () -> {
                    Appended appended;
                    synchronized (store) {
                        appended = store.append(commit);
                    }
                    then.accept(appended);
                });
    }

    @Override
    public void find(BoardId board, long n, Consumer<Answer<List<Commit>>> then) {
        answer(board, commit -> commit.n() == n, 1, then);
    }

    @Override
    public void read(
            BoardId board,
            long afterSeq,
            long toSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        answer(
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
        answer(
                board,
                commit -> commit.toSeq() > afterSeq && commit.texts().contains(text),
                limit,
                then);
    }

    private void answer(
            BoardId board,
            Predicate<Commit> which,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        executor.execute(
                () -> {
                    List<Commit> found;
                    synchronized (store) {
                        found =
                                store.commits(board).stream()
                                        .map(Chain.Stored::commit)
                                        .filter(which)
                                        .limit(limit)
                                        .toList();
                    }
                    then.accept(new Answer.Found<>(found));
                });
    }

    @Override
    public void save(
            Snapshot snapshot, @Nullable StoredDigest digest, Consumer<Answer<Boolean>> then) {
        executor.execute(
                () -> {
                    synchronized (store) {
                        store.save(snapshot);
                        if (digest != null) {
                            store.save(digest);
                        }
                    }
                    then.accept(new Answer.Found<>(true));
                });
    }

    @Override
    public void save(StoredDigest digest, Consumer<Answer<Boolean>> then) {
        executor.execute(
                () -> {
                    synchronized (store) {
                        store.save(digest);
                    }
                    then.accept(new Answer.Found<>(true));
                });
    }

    @Override
    public void digests(Consumer<Answer<List<StoredDigest>>> then) {
        executor.execute(
                () -> {
                    List<StoredDigest> found;
                    synchronized (store) {
                        found = store.digests();
                    }
                    then.accept(new Answer.Found<>(found));
                });
    }

    @Override
    public void heads(Consumer<Answer<List<Head>>> then) {
        executor.execute(
                () -> {
                    List<Head> heads;
                    synchronized (store) {
                        heads = store.heads();
                    }
                    then.accept(new Answer.Found<>(heads));
                });
    }

    @Override
    public void close() {}
}
