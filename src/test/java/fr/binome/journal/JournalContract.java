package fr.binome.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What every journal promises; each adapter runs it. */
abstract class JournalContract {
    protected static final BoardId BOARD = new BoardId("board0000001");
    private static final BoardId OTHER = new BoardId("board0000002");
    private static final Instant AT = Instant.parse("2026-09-01T08:00:00.123Z");

    private Journal journal;

    /** A journal on the data of this test, which outlives it. */
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

    @Test
    @DisplayName("J1 a board that was never written opens at 0")
    void opensEmpty() {
        Opening.Opened opened = opened(BOARD);

        assertThat(opened.headN()).isZero();
        assertThat(opened.headSeq()).isZero();
        assertThat(opened.tail()).isEmpty();
        assertThat(opened.snapshot()).isNull();
    }

    @Test
    @DisplayName("J2 what was written is there, equal and in order, after a restart")
    void keepsWhatWasWritten() throws Exception {
        Commit first = next(opened(BOARD), "a", 2, Set.of("t1"));
        Commit second = after(first, "b", 1, Set.of());
        assertThat(append(first)).isInstanceOf(Appended.Written.class);
        assertThat(append(second)).isInstanceOf(Appended.Written.class);

        restart();
        Opening.Opened opened = opened(BOARD);

        assertThat(opened.tail()).containsExactly(first, second);
        assertThat(opened.headN()).isEqualTo(2);
        assertThat(opened.headSeq()).isEqualTo(3);
        assertThat(opened.headHash()).isEqualTo(second.hash());
    }

    @Test
    @DisplayName("J3 a place in the chain is taken once")
    void refusesTheSamePlaceTwice() {
        Opening.Opened opened = opened(BOARD);
        append(next(opened, "a", 1, Set.of()));

        assertThat(append(next(opened, "b", 1, Set.of()))).isInstanceOf(Appended.Fenced.class);
        assertThat(opened(BOARD).tail()).hasSize(1);
    }

    @Test
    @DisplayName("J4 a gap is never written")
    void refusesAGap() {
        Commit first = next(opened(BOARD), "a", 1, Set.of());

        assertThat(append(after(first, "b", 1, Set.of()))).isInstanceOf(Appended.Fenced.class);
    }

    @Test
    @DisplayName("J5 boards do not disturb each other")
    void keepsBoardsApart() {
        Commit here = next(opened(BOARD), "a", 1, Set.of());
        Commit there = next(opened(OTHER), OTHER, "b", 5);
        append(here);
        append(there);

        assertThat(opened(BOARD).tail()).containsExactly(here);
        assertThat(opened(OTHER).tail()).containsExactly(there);
        assertThat(ask(journal::heads))
                .containsExactlyInAnyOrder(new Journal.Head(BOARD, 1), new Journal.Head(OTHER, 5));
    }

    @Test
    @DisplayName("J6 reads the commits of an interval of submissions, and of one text")
    void readsIntervals() {
        Commit first = next(opened(BOARD), "a", 2, Set.of("t1"));
        Commit owns = after(first, "own", 0, Set.of());
        Commit second = after(owns, "b", 2, Set.of("t1", "t2"));
        Commit third = after(second, "c", 1, Set.of("t2"));
        List.of(first, owns, second, third).forEach(this::append);

        assertThat(this.<List<Commit>>ask(then -> journal.read(BOARD, 1, 4, 10, then)))
                .containsExactly(first, second);
        assertThat(this.<List<Commit>>ask(then -> journal.read(BOARD, 0, 5, 1, then)))
                .containsExactly(first);
        assertThat(this.<List<Commit>>ask(then -> journal.read(BOARD, 4, 5, 10, then)))
                .containsExactly(third);
        assertThat(this.<List<Commit>>ask(then -> journal.readTouching(BOARD, "t1", 0, 10, then)))
                .containsExactly(first, second);
        assertThat(this.<List<Commit>>ask(then -> journal.readTouching(BOARD, "t2", 4, 10, then)))
                .containsExactly(third);
        assertThat(this.<List<Commit>>ask(then -> journal.readTouching(BOARD, "t2", 0, 1, then)))
                .containsExactly(second);
    }

    @Test
    @DisplayName("J7 a commit is found by its place, to learn what became of it")
    void findsByPlace() {
        Commit first = next(opened(BOARD), "a", 1, Set.of());
        append(first);

        assertThat(this.<List<Commit>>ask(then -> journal.find(BOARD, 1, then)))
                .containsExactly(first);
        assertThat(this.<List<Commit>>ask(then -> journal.find(BOARD, 2, then))).isEmpty();
    }

    @Test
    @DisplayName("J8 opening goes on from the newest snapshot")
    void opensFromSnapshot() throws Exception {
        Commit first = next(opened(BOARD), "a", 1, Set.of());
        Commit second = after(first, "b", 1, Set.of());
        append(first);
        save(snapshot(first, "one"));
        append(second);

        restart();
        Opening.Opened opened = opened(BOARD);

        assertThat(opened.snapshot()).isEqualTo(snapshot(first, "one"));
        assertThat(opened.tail()).containsExactly(second);
        assertThat(opened.headN()).isEqualTo(2);
    }

    @Test
    @DisplayName("J9 a spoilt snapshot is passed over for the one before")
    void passesOverASpoiltSnapshot() throws Exception {
        Commit first = next(opened(BOARD), "a", 1, Set.of());
        Commit second = after(first, "b", 1, Set.of());
        append(first);
        save(snapshot(first, "one"));
        append(second);
        save(snapshot(second, "two"));

        spoilNewestSnapshot(BOARD);
        restart();
        Opening.Opened opened = opened(BOARD);

        assertThat(opened.snapshot()).isEqualTo(snapshot(first, "one"));
        assertThat(opened.tail()).containsExactly(second);
    }

    @Test
    @DisplayName("J10 a changed commit is damage, and what stands before it can be read")
    void noticesAChangedCommit() throws Exception {
        Commit first = next(opened(BOARD), "a", 1, Set.of());
        Commit second = after(first, "b", 1, Set.of());
        append(first);
        append(second);

        corrupt(BOARD, 2);
        restart();

        assertThat(open(BOARD))
                .isInstanceOfSatisfying(
                        Opening.Damaged.class,
                        damaged -> {
                            assertThat(damaged.n()).isEqualTo(2);
                            assertThat(damaged.readable()).containsExactly(first);
                        });
    }

    @Test
    @DisplayName("J10 a missing commit is damage")
    void noticesAMissingCommit() throws Exception {
        Commit first = next(opened(BOARD), "a", 1, Set.of());
        Commit second = after(first, "b", 1, Set.of());
        append(first);
        append(second);

        lose(BOARD, 1);
        restart();

        assertThat(open(BOARD))
                .isInstanceOfSatisfying(
                        Opening.Damaged.class,
                        damaged -> {
                            assertThat(damaged.n()).isEqualTo(1);
                            assertThat(damaged.readable()).isEmpty();
                        });
    }

    @Test
    @DisplayName("J11 digests are kept beside snapshots and alone, the newest only")
    void keepsDigests() throws Exception {
        Commit first = next(opened(BOARD), "a", 1, Set.of());
        append(first);
        StoredDigest older = new StoredDigest(BOARD, "classe", 1, bytes("older"));
        StoredDigest newer = new StoredDigest(BOARD, "classe", 2, bytes("newer"));
        this.<Boolean>ask(then -> journal.save(snapshot(first, "one"), older, then));
        this.<Boolean>ask(then -> journal.save(newer, then));

        restart();

        assertThat(ask(journal::digests)).containsExactly(newer);
    }

    @Test
    @DisplayName("J12 a commit beyond the greatest size is not written")
    void refusesAHugeCommit() {
        Opening.Opened opened = opened(BOARD);
        Commit huge =
                new Commit(
                        BOARD,
                        1,
                        opened.headHash(),
                        opened.epoch(),
                        "huge",
                        0,
                        1,
                        AT,
                        Set.of(),
                        Bytes.of(new byte[Commit.MAX_BYTES + 1]),
                        Bytes.NONE);

        assertThat(append(huge)).isInstanceOf(Appended.Failed.class);
        assertThat(opened(BOARD).headN()).isZero();
    }

    @Test
    @DisplayName("J13 closing completes what was accepted")
    void closesWithNothingLost() throws Exception {
        Commit commit = next(opened(BOARD), "a", 1, Set.of());
        List<Appended> outcomes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            journal.append(commit, outcomes::add);
            commit = after(commit, "c" + i, 1, Set.of());
        }
        restart();

        assertThat(outcomes).hasSize(50).allMatch(Appended.Written.class::isInstance);
        assertThat(opened(BOARD).headN()).isEqualTo(50);
    }

    protected final void restart() throws Exception {
        journal.close();
        journal = start();
    }

    protected final Opening open(BoardId board) {
        return await(then -> journal.open(board, then));
    }

    protected final Opening.Opened opened(BoardId board) {
        assertThat(open(board)).isInstanceOf(Opening.Opened.class);
        return (Opening.Opened) open(board);
    }

    protected final Appended append(Commit commit) {
        return await(then -> journal.append(commit, then));
    }

    private void save(Snapshot snapshot) {
        this.<Boolean>ask(then -> journal.save(snapshot, null, then));
    }

    private <T> T ask(Consumer<Consumer<Answer<T>>> question) {
        Answer<T> answer = await(question);
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found<T>) answer).value();
    }

    protected static <T> T await(Consumer<Consumer<T>> call) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        call.accept(outcome::complete);
        return outcome.orTimeout(20, TimeUnit.SECONDS).join();
    }

    protected static Commit next(
            Opening.Opened opened, String id, int submissions, Set<String> texts) {
        return commit(
                BOARD,
                opened.headN() + 1,
                opened.headHash(),
                opened.epoch(),
                id,
                opened.headSeq(),
                submissions,
                texts);
    }

    private static Commit next(Opening.Opened opened, BoardId board, String id, int submissions) {
        return commit(
                board,
                opened.headN() + 1,
                opened.headHash(),
                opened.epoch(),
                id,
                opened.headSeq(),
                submissions,
                Set.of());
    }

    protected static Commit after(Commit commit, String id, int submissions, Set<String> texts) {
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
            Set<String> texts) {
        return new Commit(
                board,
                n,
                prev,
                epoch,
                id,
                fromSeq,
                fromSeq + submissions,
                AT,
                texts,
                submissions == 0 ? Bytes.NONE : bytes("changes of " + id),
                bytes("outcomes"));
    }

    private static Snapshot snapshot(Commit after, String bytes) {
        return new Snapshot(
                after.board(), "classe", after.n(), after.hash(), after.toSeq(), AT, bytes(bytes));
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
