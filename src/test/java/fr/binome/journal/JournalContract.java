package fr.binome.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What every journal promises ({@code spec/journal.md}); each adapter runs it. */
abstract class JournalContract extends JournalCase {
    @Test
    @DisplayName("J-1 a board that was never written opens at 0")
    void opensEmpty() {
        Opening.Opened opened = opened(BOARD);

        assertThat(opened.headN()).isZero();
        assertThat(opened.headSeq()).isZero();
        assertThat(opened.headHash()).isEqualTo(Bytes.NONE);
        assertThat(opened.tail()).isEmpty();
        assertThat(opened.snapshot()).isNull();
    }

    @Test
    @DisplayName("J-2 what was written is there, equal and in order, after a restart")
    void keepsWhatWasWritten() throws Exception {
        Commit first = next(opened(BOARD), "a", 2, "t1", "t2");
        Commit second = after(first, "b", 1);
        assertThat(append(first)).isInstanceOf(Appended.Written.class);
        assertThat(append(second)).isInstanceOf(Appended.Written.class);

        restart();
        Opening.Opened opened = opened(BOARD);

        assertThat(written(opened.tail())).containsExactly(first, second);
        assertThat(opened.headSeq()).isEqualTo(3);
        assertThat(opened.headN()).isEqualTo(opened.tail().getLast().n());
        assertThat(opened.headHash()).isEqualTo(opened.tail().getLast().hash());
    }

    @Test
    @DisplayName("J-3 a place in the chain is taken once")
    void refusesTheSamePlaceTwice() {
        Opening.Opened opened = opened(BOARD);
        Commit first = next(opened, "a", 1);
        append(first);

        assertThat(append(next(opened, "b", 1))).isInstanceOf(Appended.Fenced.class);
        assertThat(append(first)).isInstanceOf(Appended.Fenced.class);
        assertThat(written(opened(BOARD).tail())).containsExactly(first);
    }

    @Test
    @DisplayName("J-4 a gap is never written")
    void refusesAGap() {
        Commit first = next(opened(BOARD), "a", 1);

        assertThat(append(after(first, "b", 1))).isInstanceOf(Appended.Fenced.class);
        assertThat(append(first)).isInstanceOf(Appended.Written.class);
    }

    @Test
    @DisplayName("J-5 boards appended at once are told each its own outcome")
    void keepsBoardsApart() {
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            BoardId board = new BoardId("board00000" + (10 + i));
            Commit first = next(opened(board), board, "c" + i, i + 1);
            // One too big and one beyond a gap, in the midst of seven good ones.
            commits.add(
                    i == 3
                            ? weighing(Commit.MAX_BYTES + 1, first)
                            : i == 5 ? after(first, "gap", 1) : first);
        }

        List<CompletableFuture<Appended>> outcomes = new ArrayList<>();
        for (Commit commit : commits) {
            CompletableFuture<Appended> outcome = new CompletableFuture<>();
            outcomes.add(outcome);
            journal.append(commit, outcome::complete);
        }

        for (int i = 0; i < commits.size(); i++) {
            assertThat(outcomes.get(i).join())
                    .as(commits.get(i).id())
                    .isInstanceOf(
                            i == 3
                                    ? Appended.Failed.class
                                    : i == 5 ? Appended.Fenced.class : Appended.Written.class);
            assertThat(written(opened(commits.get(i).board()).tail()))
                    .isEqualTo(i == 3 || i == 5 ? List.of() : List.of(commits.get(i)));
        }
    }

    @Test
    @DisplayName("J-6 a commit beyond the greatest size is not written, one of that size is")
    void refusesAHugeCommit() {
        Commit first = next(opened(BOARD), "a", 1);

        assertThat(append(weighing(Commit.MAX_BYTES + 1, first)))
                .isInstanceOf(Appended.Failed.class);
        assertThat(append(weighing(Commit.MAX_BYTES, first))).isInstanceOf(Appended.Written.class);
    }

    @Test
    @DisplayName("J-7 what stands in a commit's place is found, to learn what became of it")
    void findsByPlace() {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        append(next(opened(OTHER), OTHER, "there", 1));

        assertThat(this.<List<Commit>>ask(then -> journal.find(BOARD, first.n(), then)))
                .containsExactly(first);
        assertThat(this.<List<Commit>>ask(then -> journal.find(BOARD, first.n() + 1, then)))
                .isEmpty();
    }

    @Test
    @DisplayName("J-10 who had the board before another opened it is fenced, and told")
    void fencesTheFormerOwner() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        Commit late = after(first, "late", 1);

        try (Journal other = start()) {
            Opening.Opened taken = opened(other, BOARD);
            assertThat(written(taken.tail())).containsExactly(first);
            Commit second = next(taken, "b", 1);

            assertThat(append(late)).isInstanceOf(Appended.Fenced.class);
            assertThat(append(other, second)).isInstanceOf(Appended.Written.class);
            assertThat(append(late)).isInstanceOf(Appended.Fenced.class);
            assertThat(append(other, after(second, "c", 1))).isInstanceOf(Appended.Written.class);
        }

        restart();
        assertThat(written(opened(BOARD).tail()))
                .extracting(Commit::id)
                .containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("J-10 what a former process would still append is fenced")
    void fencesAFormerProcess() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        Commit late = after(first, "late", 1);

        restart();
        opened(BOARD);

        assertThat(append(late)).isInstanceOf(Appended.Fenced.class);
        assertThat(written(opened(BOARD).tail())).containsExactly(first);
    }

    @Test
    @DisplayName("J-11 of all who have opened a board that was never written, one writes it")
    void oneWritesTheFirstCommit() throws Exception {
        List<Journal> owners = new ArrayList<>();
        List<CompletableFuture<Appended>> outcomes = new ArrayList<>();
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            owners.add(start());
            commits.add(next(opened(owners.getLast(), BOARD), "by " + i, 1));
        }

        for (int i = 0; i < 4; i++) {
            CompletableFuture<Appended> outcome = new CompletableFuture<>();
            outcomes.add(outcome);
            owners.get(i).append(commits.get(i), outcome::complete);
        }

        List<Commit> written = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (outcomes.get(i).join() instanceof Appended.Written) {
                written.add(commits.get(i));
            } else {
                assertThat(outcomes.get(i).join()).isInstanceOf(Appended.Fenced.class);
            }
        }
        owners.forEach(Journal::close);
        restart();
        assertThat(written).hasSize(1);
        assertThat(written(opened(BOARD).tail())).isEqualTo(written);
    }

    @Test
    @DisplayName("J-12 an opening sees every append accepted before it")
    void opensAfterWhatWasAccepted() {
        Commit commit = next(opened(BOARD), "a", 1);
        List<Commit> accepted = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            journal.append(commit, outcome -> {});
            accepted.add(commit);
            commit = after(commit, "c" + i, 1);
        }

        assertThat(written(opened(BOARD).tail())).isEqualTo(accepted);
    }

    @Test
    @DisplayName("J-12 closing completes what was accepted")
    void closesWithNothingLost() throws Exception {
        Commit commit = next(opened(BOARD), "a", 1);
        List<Appended> outcomes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            journal.append(commit, outcomes::add);
            commit = after(commit, "c" + i, 1);
        }
        restart();

        assertThat(outcomes).hasSize(50).allMatch(Appended.Written.class::isInstance);
        assertThat(opened(BOARD).headSeq()).isEqualTo(50);
    }

    @Test
    @DisplayName("J-12 what is asked after closing is told that it failed")
    void answersAfterClosing() {
        Commit first = next(opened(BOARD), "a", 1);
        journal.close();

        assertThat(open(BOARD)).isInstanceOf(Opening.Failed.class);
        assertThat(append(first)).isInstanceOf(Appended.Failed.class);
        assertThat(JournalCase.<Answer<List<Commit>>>await(then -> journal.find(BOARD, 1, then)))
                .isInstanceOf(Answer.Failed.class);
        assertThat(JournalCase.<Answer<List<Journal.Head>>>await(journal::heads))
                .isInstanceOf(Answer.Failed.class);
    }

    @Test
    @DisplayName("J-20 reads the commits that hold submissions of an interval")
    void readsIntervals() {
        Commit first = next(opened(BOARD), "a", 2);
        Commit none = after(first, "only refusals", 0);
        Commit second = after(none, "b", 2);
        Commit third = after(second, "c", 1);
        List.of(first, none, second, third).forEach(this::append);
        append(next(opened(OTHER), OTHER, "there", 5));

        assertThat(read(0, 5, 10)).containsExactly(first, second, third);
        assertThat(read(1, 4, 10)).containsExactly(first, second);
        assertThat(read(2, 3, 10)).containsExactly(second);
        assertThat(read(0, 5, 1)).containsExactly(first);
        assertThat(read(4, 5, 10)).containsExactly(third);
        assertThat(read(5, 9, 10)).isEmpty();
    }

    private List<Commit> read(long afterSeq, long toSeq, int limit) {
        return ask(then -> journal.read(BOARD, afterSeq, toSeq, limit, then));
    }

    @Test
    @DisplayName("J-21 reads the commits that touch one text")
    void readsTouching() {
        Commit first = next(opened(BOARD), "a", 2, "t1");
        Commit second = after(first, "b", 2, "t1", "t2");
        Commit third = after(second, "c", 1, "t2", "t10");
        List.of(first, second, third).forEach(this::append);
        append(next(opened(OTHER), OTHER, "there", 5, "t1"));

        assertThat(touching("t1", 0, 10)).containsExactly(first, second);
        assertThat(touching("t1", 2, 10)).containsExactly(second);
        assertThat(touching("t2", 0, 1)).containsExactly(second);
        assertThat(touching("t2", 4, 10)).containsExactly(third);
        assertThat(touching("t10", 0, 10)).containsExactly(third);
        assertThat(touching("t", 0, 10)).isEmpty();
    }

    private List<Commit> touching(String text, long afterSeq, int limit) {
        return ask(then -> journal.readTouching(BOARD, text, afterSeq, limit, then));
    }

    @Test
    @DisplayName("J-22 tells the newest seq of each board that was written")
    void tellsHeads() {
        Commit first = next(opened(BOARD), "a", 2);
        append(first);
        append(after(first, "only refusals", 0));
        append(next(opened(OTHER), OTHER, "there", 5));
        BoardId never = new BoardId("never0000001");
        append(after(next(opened(never), never, "gap", 1), "beyond it", 1));

        assertThat(ask(journal::heads))
                .containsExactlyInAnyOrder(new Journal.Head(BOARD, 2), new Journal.Head(OTHER, 5));
    }

    @Test
    @DisplayName("J-30 opening goes on from the newest snapshot")
    void opensFromSnapshot() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        Commit second = after(first, "b", 1);
        Commit third = after(second, "c", 1);
        append(first);
        save(snapshot(first, "one"));
        append(second);
        save(snapshot(second, "two"));
        append(third);

        restart();
        Opening.Opened opened = opened(BOARD);

        assertThat(opened.snapshot()).isEqualTo(snapshot(second, "two"));
        assertThat(written(opened.tail())).containsExactly(third);
        assertThat(opened.headSeq()).isEqualTo(3);
    }

    @Test
    @DisplayName("J-30 what came before the newest snapshot is not needed")
    void opensWithoutWhatTheSnapshotHolds() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        Commit second = after(first, "b", 1);
        append(first);
        append(second);
        save(snapshot(second, "two"));

        lose(BOARD, first.n());
        restart();

        assertThat(opened(BOARD).snapshot()).isEqualTo(snapshot(second, "two"));
    }

    @Test
    @DisplayName("J-30 a snapshot may have any size")
    void keepsHugeSnapshots() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        byte[] huge = new byte[17 << 20];
        huge[huge.length - 1] = 1;
        Snapshot snapshot = snapshot(first, Bytes.of(huge));
        save(snapshot);
        save(snapshot(first, "small again"));
        save(snapshot);

        restart();

        assertThat(opened(BOARD).snapshot()).isEqualTo(snapshot);
    }

    @Test
    @DisplayName("J-31 a spoilt snapshot is passed over for the one before")
    void passesOverASpoiltSnapshot() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        Commit second = after(first, "b", 1);
        append(first);
        save(snapshot(first, "one"));
        append(second);
        save(snapshot(second, "two"));

        spoilNewestSnapshot(BOARD);
        restart();
        Opening.Opened opened = opened(BOARD);

        assertThat(opened.snapshot()).isEqualTo(snapshot(first, "one"));
        assertThat(written(opened.tail())).containsExactly(second);
    }

    @Test
    @DisplayName("J-31 without a whole snapshot the chain is read from its beginning")
    void readsAllWithoutASnapshot() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        save(snapshot(first, "one"));

        spoilNewestSnapshot(BOARD);
        restart();
        Opening.Opened opened = opened(BOARD);

        assertThat(opened.snapshot()).isNull();
        assertThat(written(opened.tail())).containsExactly(first);
    }

    @Test
    @DisplayName("J-32 digests are kept beside snapshots and alone, the last of each board")
    void keepsDigests() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        StoredDigest older = new StoredDigest(BOARD, "classe", 1, bytes("older"));
        StoredDigest newer = new StoredDigest(BOARD, "classe", 2, bytes("newer"));
        StoredDigest there = new StoredDigest(OTHER, "classe", 7, bytes("there"));
        this.<Boolean>ask(then -> journal.save(snapshot(first, "one"), older, then));
        this.<Boolean>ask(then -> journal.save(newer, then));
        this.<Boolean>ask(then -> journal.save(there, then));

        restart();

        assertThat(ask(journal::digests)).containsExactlyInAnyOrder(newer, there);
    }

    @Test
    @DisplayName("J-40 a changed commit is damage, and what stands before it can be read")
    void noticesAChangedCommit() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        Commit second = after(first, "b", 1);
        append(first);
        append(second);
        append(next(opened(OTHER), OTHER, "there", 1));

        corrupt(BOARD, second.n());
        restart();

        assertThat(open(BOARD))
                .isInstanceOfSatisfying(
                        Opening.Damaged.class,
                        damaged -> {
                            assertThat(damaged.n()).isEqualTo(second.n());
                            assertThat(damaged.readable()).containsExactly(first);
                        });
        assertThat(opened(OTHER).headSeq()).isEqualTo(1);
    }

    @Test
    @DisplayName("J-40 a missing commit is damage, and nothing is appended to what is damaged")
    void noticesAMissingCommit() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        Commit second = after(first, "b", 1);
        append(first);
        append(second);

        lose(BOARD, first.n());
        restart();

        for (int i = 0; i < 2; i++) {
            assertThat(open(BOARD))
                    .isInstanceOfSatisfying(
                            Opening.Damaged.class,
                            damaged -> {
                                assertThat(damaged.n()).isEqualTo(first.n());
                                assertThat(damaged.readable()).isEmpty();
                            });
        }
        assertThat(this.<List<Commit>>ask(then -> journal.find(BOARD, second.n() + 1, then)))
                .isEmpty();
    }

    @Test
    @DisplayName("J-41 a chain that ends before its newest snapshot is damage, not a shorter board")
    void noticesALostEnd() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        Commit second = after(first, "b", 1);
        Commit third = after(second, "c", 1);
        append(first);
        save(snapshot(first, "one"));
        append(second);
        append(third);
        save(snapshot(third, "three"));

        lose(BOARD, third.n());
        restart();

        assertThat(open(BOARD))
                .isInstanceOfSatisfying(
                        Opening.Damaged.class,
                        damaged -> {
                            assertThat(damaged.n()).isEqualTo(third.n());
                            assertThat(damaged.snapshot()).isEqualTo(snapshot(third, "three"));
                        });
    }

    @Test
    @DisplayName("J-50 of a dropped board nothing is left, and nothing of others is touched")
    void drops() throws Exception {
        Commit here = next(opened(BOARD), "a", 1, "t1");
        Commit there = next(opened(OTHER), OTHER, "b", 5);
        append(here);
        append(there);
        StoredDigest mine = new StoredDigest(BOARD, "classe", 1, bytes("dropped"));
        StoredDigest kept = new StoredDigest(OTHER, "classe", 5, bytes("other"));
        this.<Boolean>ask(then -> journal.save(snapshot(here, "one"), mine, then));
        this.<Boolean>ask(then -> journal.save(snapshot(there, "other"), kept, then));

        drop(BOARD);
        drop(BOARD);
        restart();

        assertThat(ask(journal::digests)).containsExactly(kept);
        assertThat(ask(journal::heads)).containsExactly(new Journal.Head(OTHER, 5));
        assertThat(this.<List<Commit>>ask(then -> journal.read(BOARD, 0, 9, 9, then))).isEmpty();
        assertThat(this.<List<Commit>>ask(then -> journal.readTouching(BOARD, "t1", 0, 9, then)))
                .isEmpty();
        assertThat(opened(OTHER).snapshot()).isEqualTo(snapshot(there, "other"));
        Opening.Opened opened = opened(BOARD);
        assertThat(opened.headSeq()).isZero();
        assertThat(written(opened.tail())).isEmpty();
        assertThat(opened.snapshot()).isNull();
    }

    @Test
    @DisplayName("J-51 a drop follows what was accepted before, and fences who had the board")
    void dropsInOrder() {
        Commit first = next(opened(BOARD), "a", 1);
        List<Object> outcomes = new ArrayList<>();
        journal.append(first, outcomes::add);
        journal.save(snapshot(first, "one"), null, outcomes::add);
        drop(BOARD);

        assertThat(outcomes).hasSize(2).first().isInstanceOf(Appended.Written.class);
        assertThat(append(after(first, "b", 1))).isInstanceOf(Appended.Fenced.class);
        assertThat(opened(BOARD).snapshot()).isNull();
    }

    private void drop(BoardId board) {
        this.<Boolean>ask(then -> journal.drop(board, then));
    }
}
