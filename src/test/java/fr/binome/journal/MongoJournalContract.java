package fr.binome.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;

import fr.binome.board.BoardId;
import fr.binome.journal.mongo.MongoJournal;
import fr.binome.mongodb.Mongo;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the journal in a MongoDB promises besides. */
abstract class MongoJournalContract extends JournalContract {
    private static final AtomicInteger IDS = new AtomicInteger();

    private @Nullable Mongo mongo;

    /** A connection to a database made for this test. */
    protected abstract Mongo connect() throws Exception;

    @Override
    protected Journal start() throws Exception {
        return open(mongo());
    }

    protected static Journal open(Mongo connected) throws Mongo.Unusable {
        return MongoJournal.open(connected, () -> AT, () -> "own" + IDS.incrementAndGet());
    }

    private Mongo mongo() throws Exception {
        Mongo connected = mongo;
        if (connected == null) {
            connected = connect();
            mongo = connected;
        }
        return connected;
    }

    @AfterEach
    void disconnect() throws Exception {
        mongo().close();
    }

    protected final MongoCollection<Document> collection(String name) throws Exception {
        return mongo().collection(name);
    }

    @Override
    protected void corrupt(BoardId board, long n) throws Exception {
        Document changes = new Document("$set", new Document("changes", new Binary(new byte[1])));
        assertThat(
                        collection("commits")
                                .updateOne(and(eq("board", board.value()), eq("n", n)), changes)
                                .getModifiedCount())
                .isEqualTo(1);
    }

    @Override
    protected void lose(BoardId board, long n) throws Exception {
        assertThat(
                        collection("commits")
                                .deleteOne(and(eq("board", board.value()), eq("n", n)))
                                .getDeletedCount())
                .isEqualTo(1);
    }

    @Override
    protected void spoilNewestSnapshot(BoardId board) throws Exception {
        Document spoilt = new Document("$set", new Document("bytes", new Binary(new byte[1])));
        assertThat(
                        collection("snapshots")
                                .findOneAndUpdate(
                                        eq("board", board.value()),
                                        spoilt,
                                        new FindOneAndUpdateOptions().sort(descending("n"))))
                .isNotNull();
    }

    @Test
    @DisplayName(
            "J-13 a board is taken by a commit that holds nothing, in the chain like any other")
    void takesWithACommit() throws Exception {
        Commit first = next(opened(BOARD), "a", 2);
        append(first);

        restart();
        Opening.Opened opened = opened(BOARD);

        assertThat(opened.tail()).hasSize(2);
        Commit own = opened.tail().getLast();
        assertThat(own.follows(first.n(), first.hash(), first.toSeq())).isTrue();
        assertThat(own.toSeq()).isEqualTo(own.fromSeq());
        assertThat(own.epoch()).isEqualTo(own.n()).isEqualTo(opened.epoch());
        assertThat(own.changes().length() + own.outcomes().length()).isZero();
        assertThat(collection("commits").countDocuments()).isEqualTo(2);
    }

    @Test
    @DisplayName("J-11 asking for a board that was never written leaves nothing behind")
    void leavesNothingOfWhatWasNeverWritten() throws Exception {
        opened(BOARD);

        assertThat(collection("commits").countDocuments()).isZero();
    }

    @Test
    @DisplayName("J-10 of many who open a board at once each is told, and the last one has it")
    void manyOpenAtOnce() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        List<Journal> owners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            owners.add(start());
        }

        List<Opening.Opened> openings =
                owners.parallelStream().map(owner -> opened(owner, BOARD)).toList();
        int written = 0;
        for (int i = 0; i < owners.size(); i++) {
            written +=
                    append(owners.get(i), next(openings.get(i), "by " + i, 1))
                                    instanceof Appended.Written
                            ? 1
                            : 0;
        }
        owners.forEach(Journal::close);

        assertThat(openings).extracting(Opening.Opened::epoch).doesNotHaveDuplicates();
        assertThat(written).isEqualTo(1);
        assertThat(opened(BOARD).headSeq()).isEqualTo(2);
    }
}
