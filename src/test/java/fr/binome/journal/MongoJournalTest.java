package fr.binome.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.mongodb.Mongo;
import fr.binome.mongodb.StandIn;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** On the stand-in: what it shows, and what it cannot, stands there. */
class MongoJournalTest extends MongoJournalContract {
    private static final StandIn STAND_IN = StandIn.standalone();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @AfterAll
    static void stop() {
        STAND_IN.close();
    }

    @Override
    protected Mongo connect() throws Mongo.Unusable {
        return STAND_IN.connect("journal" + DATABASES.incrementAndGet());
    }

    @Test
    @DisplayName("J-7 a commit whose answer was lost is unknown, is found, and is gone on from")
    void findsWhatWasWrittenUnknown() {
        Commit first = next(opened(BOARD), "a", 1);

        STAND_IN.loseNextAnswerTo("insert", StandIn.Lost.AFTER_IT_WAS_DONE);
        assertThat(append(first)).isInstanceOf(Appended.Unknown.class);

        assertThat(find(first)).containsExactly(first);
        Commit second = after(first, "b", 1);
        assertThat(append(second)).isInstanceOf(Appended.Written.class);
        assertThat(written(opened(BOARD).tail())).containsExactly(first, second);
    }

    @Test
    @DisplayName("J-7 a commit that never arrived is unknown, is not found, and harms nothing")
    void findsNothingOfWhatWasNotWritten() {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        Commit second = after(first, "b", 1);

        STAND_IN.loseNextAnswerTo("insert", StandIn.Lost.BEFORE_IT_WAS_DONE);
        assertThat(append(second)).isInstanceOf(Appended.Unknown.class);

        assertThat(find(second)).isEmpty();
        Commit again = next(opened(BOARD), "c", 1);
        assertThat(append(again)).isInstanceOf(Appended.Written.class);
        assertThat(append(second)).isInstanceOf(Appended.Fenced.class);
    }

    @Test
    @DisplayName("J-7 a commit that collides with itself is written")
    void collidesWithItself() {
        Commit first = next(opened(BOARD), "a", 1);
        STAND_IN.loseNextAnswerTo("insert", StandIn.Lost.AFTER_IT_WAS_DONE);
        append(first);

        assertThat(append(first)).isInstanceOf(Appended.Written.class);
        assertThat(append(after(first, "b", 1))).isInstanceOf(Appended.Written.class);
    }

    @Test
    @DisplayName("J-13 an opening counts what is read after its own commit, not what was answered")
    void opensWithALostAnswer() throws Exception {
        Commit first = next(opened(BOARD), "a", 1);
        append(first);
        restart();

        STAND_IN.loseNextAnswerTo("insert", StandIn.Lost.AFTER_IT_WAS_DONE);
        Opening.Opened opened = opened(BOARD);
        assertThat(opened.tail()).hasSize(2);

        STAND_IN.loseNextAnswerTo("insert", StandIn.Lost.BEFORE_IT_WAS_DONE);
        opened = opened(BOARD);
        assertThat(opened.tail()).hasSize(3);
        assertThat(append(next(opened, "b", 1))).isInstanceOf(Appended.Written.class);
    }

    @Test
    @DisplayName("J-17 without the server an append is unknown and the rest fails, each is told")
    void tellsThatTheServerIsGone() throws Exception {
        try (StandIn dying = StandIn.standalone();
                Mongo mongo = dying.connect("binome?serverSelectionTimeoutMS=400");
                Journal alone = open(mongo)) {
            Commit first = next(opened(alone, BOARD), "a", 1);
            append(alone, first);
            dying.die();

            assertThat(append(alone, after(first, "b", 1))).isInstanceOf(Appended.Unknown.class);
            assertThat(JournalCase.<Opening>await(then -> alone.open(BOARD, then)))
                    .isInstanceOf(Opening.Failed.class);
            assertThat(JournalCase.<Answer<List<Commit>>>await(then -> alone.find(BOARD, 2, then)))
                    .isInstanceOf(Answer.Failed.class);
        }
    }

    private List<Commit> find(Commit commit) {
        return ask(then -> journal.find(commit.board(), commit.n(), then));
    }
}
