package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.journal.Answer;
import fr.binome.journal.Appended;
import fr.binome.journal.Commit;
import fr.binome.journal.Journal;
import fr.binome.journal.Opening;
import fr.binome.journal.Snapshot;
import fr.binome.journal.StoredDigest;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Counts what another journal is asked, and answers before its call returns. */
final class CountingJournal implements Journal {
    private final Journal journal;
    long reads;
    long commitsRead;
    long bytesRead;
    long bytesWritten;

    CountingJournal(Journal journal) {
        this.journal = journal;
    }

    void forget() {
        reads = 0;
        commitsRead = 0;
        bytesRead = 0;
        bytesWritten = 0;
    }

    private static <T> T wait(Consumer<Consumer<T>> asked) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        asked.accept(answer::complete);
        return answer.join();
    }

    private void count(List<Commit> commits) {
        commitsRead += commits.size();
        commits.forEach(
                commit -> bytesRead += commit.changes().length() + commit.outcomes().length());
    }

    private Answer<List<Commit>> counted(Consumer<Consumer<Answer<List<Commit>>>> asked) {
        reads++;
        Answer<List<Commit>> answer = wait(asked);
        if (answer instanceof Answer.Found<List<Commit>>(var found)) {
            count(found);
        }
        return answer;
    }

    @Override
    public void open(BoardId board, Consumer<Opening> then) {
        Opening opening = wait(answer -> journal.open(board, answer));
        if (opening instanceof Opening.Opened opened) {
            count(opened.tail());
            Snapshot snapshot = opened.snapshot();
            bytesRead += snapshot == null ? 0 : snapshot.bytes().length();
        }
        then.accept(opening);
    }

    @Override
    public void append(Commit commit, Consumer<Appended> then) {
        bytesWritten += commit.changes().length() + commit.outcomes().length();
        then.accept(wait(answer -> journal.append(commit, answer)));
    }

    @Override
    public void find(BoardId board, long n, Consumer<Answer<List<Commit>>> then) {
        then.accept(counted(answer -> journal.find(board, n, answer)));
    }

    @Override
    public void read(
            BoardId board,
            long afterSeq,
            long toSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        then.accept(counted(answer -> journal.read(board, afterSeq, toSeq, limit, answer)));
    }

    @Override
    public void readTouching(
            BoardId board,
            String text,
            long afterSeq,
            int limit,
            Consumer<Answer<List<Commit>>> then) {
        then.accept(counted(answer -> journal.readTouching(board, text, afterSeq, limit, answer)));
    }

    @Override
    public void save(
            Snapshot snapshot, @Nullable StoredDigest digest, Consumer<Answer<Boolean>> then) {
        then.accept(wait(answer -> journal.save(snapshot, digest, answer)));
    }

    @Override
    public void save(StoredDigest digest, Consumer<Answer<Boolean>> then) {
        then.accept(wait(answer -> journal.save(digest, answer)));
    }

    @Override
    public void digests(Consumer<Answer<List<StoredDigest>>> then) {
        then.accept(wait(journal::digests));
    }

    @Override
    public void heads(Consumer<Answer<List<Head>>> then) {
        then.accept(wait(journal::heads));
    }

    @Override
    public void drop(BoardId board, Consumer<Answer<Boolean>> then) {
        then.accept(wait(answer -> journal.drop(board, answer)));
    }

    @Override
    public void close() {
        journal.close();
    }
}
