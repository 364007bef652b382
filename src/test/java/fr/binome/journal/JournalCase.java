package fr.binome.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A journal to be tested, what to do to its data, and questions asked of it in one line. */
abstract class JournalCase {
    protected static final BoardId BOARD = new BoardId("board0000001");
    protected static final BoardId OTHER = new BoardId("board0000002");
    protected static final Instant AT = Instant.parse("2026-09-01T08:00:00.123Z");

    protected Journal journal;

    /** A journal on the data of this test, which outlives it; others may be open beside it. */
    protected abstract Journal start() throws Exception;

    /** Changes a byte in the body of a stored commit behind the journal's back. */
    protected abstract void corrupt(BoardId board, long n) throws Exception;

    /** Takes a stored commit away behind the journal's back. */
    protected abstract void lose(BoardId board, long n) throws Exception;

    /** Spoils the newest snapshot behind the journal's back. */
    protected abstract void spoilNewestSnapshot(BoardId board) throws Exception;

    @BeforeEach
    void startFirst() throws Exception {
        journal = start();
    }

    @AfterEach
    void closeLast() {
        journal.close();
    }

    protected final void restart() throws Exception {
        journal.close();
        journal = start();
    }

    protected final Opening open(BoardId board) {
        return await(then -> journal.open(board, then));
    }

    protected final Opening.Opened opened(BoardId board) {
        return opened(journal, board);
    }

    protected static Opening.Opened opened(Journal by, BoardId board) {
        Opening opening = await(then -> by.open(board, then));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return (Opening.Opened) opening;
    }

    /** What somebody wrote: an adapter may add commits of its own, which hold nothing. */
    protected static List<Commit> written(List<Commit> commits) {
        return commits.stream().filter(commit -> commit.outcomes().length() > 0).toList();
    }

    protected final Appended append(Commit commit) {
        return append(journal, commit);
    }

    protected static Appended append(Journal by, Commit commit) {
        return await(then -> by.append(commit, then));
    }

    protected final void save(Snapshot snapshot) {
        this.<Boolean>ask(then -> journal.save(snapshot, null, then));
    }

    protected final <T> T ask(Consumer<Consumer<Answer<T>>> question) {
        Answer<T> answer = await(question);
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found<T>) answer).value();
    }

    protected static <T> T await(Consumer<Consumer<T>> call) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        call.accept(outcome::complete);
        return outcome.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** The first commit of an owner that opened {@link #BOARD}. */
    protected static Commit next(
            Opening.Opened opened, String id, int submissions, String... texts) {
        return next(opened, BOARD, id, submissions, texts);
    }

    protected static Commit next(
            Opening.Opened opened, BoardId board, String id, int submissions, String... texts) {
        return commit(
                board,
                opened.headN() + 1,
                opened.headHash(),
                opened.epoch(),
                id,
                opened.headSeq(),
                submissions,
                texts);
    }

    protected static Commit after(Commit commit, String id, int submissions, String... texts) {
        return commit(
                commit.board(),
                commit.n() + 1,
                commit.hash(),
                commit.epoch(),
                id,
                commit.toSeq(),
                submissions,
                texts);
    }

    private static Commit commit(
            BoardId board,
            long n,
            Bytes prev,
            long epoch,
            String id,
            long fromSeq,
            int submissions,
            String... texts) {
        return new Commit(
                board,
                n,
                prev,
                epoch,
                id,
                fromSeq,
                fromSeq + submissions,
                AT,
                Set.of(texts),
                submissions == 0 ? Bytes.NONE : bytes("changes of " + id),
                bytes("outcomes"));
    }

    /** The same commit with a body of so many bytes. */
    protected static Commit weighing(int bytes, Commit commit) {
        return new Commit(
                commit.board(),
                commit.n(),
                commit.prev(),
                commit.epoch(),
                commit.id(),
                commit.fromSeq(),
                commit.toSeq(),
                commit.at(),
                commit.texts(),
                Bytes.of(new byte[bytes - commit.outcomes().length()]),
                commit.outcomes());
    }

    protected static Snapshot snapshot(Commit after, String bytes) {
        return snapshot(after, bytes(bytes));
    }

    protected static Snapshot snapshot(Commit after, Bytes bytes) {
        return new Snapshot(
                after.board(), "classe", after.n(), after.hash(), after.toSeq(), AT, bytes);
    }

    protected static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
