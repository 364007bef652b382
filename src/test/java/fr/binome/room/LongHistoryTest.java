package fr.binome.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.journal.sqlite.SqliteJournal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a long history costs: counted in what the journal reads and writes, not in time. */
class LongHistoryTest {
    private static final int COMMITS = Boolean.getBoolean("binome.long") ? 100_000 : 1_250;

    @Test
    @DisplayName("J-30 after many commits an edit costs the same, and so does opening")
    void staysFlat(@TempDir Path folder) throws Exception {
        try (CountingJournal journal =
                new CountingJournal(SqliteJournal.open(folder.resolve("boards.db")))) {
            Desk desk = new Desk(() -> Instant.parse("2026-11-25T08:00:00Z"), journal);
            Typist typist = desk.typist(0);
            typist.connect();
            List<Long> written = new ArrayList<>();
            for (int i = 1; i <= COMMITS; i++) {
                long before = journal.bytesWritten;
                desk.replace("autre texte");
                if (i % 250 == 0) {
                    written.add(journal.bytesWritten - before);
                }
                typist.network.clear();
            }
            assertThat(journal.reads).as("an edit reads nothing").isZero();
            // A seq has more digits later.
            assertThat(written)
                    .allSatisfy(bytes -> assertThat(bytes).isBetween(1L, written.getFirst() + 40));

            journal.forget();
            long from = System.nanoTime();
            RoomByHand opened = new RoomByHand(Desk.BOARD, Desk.CLASSE, Instant::now, journal);
            long millis = (System.nanoTime() - from) / 1_000_000;
            System.out.printf(
                    "long history: %d commits, opened in %d ms from %d commits and %d bytes%n",
                    COMMITS, millis, journal.commitsRead, journal.bytesRead);
            assertThat(opened.confirmed()).isEqualTo(desk.room.confirmed());
            assertThat(journal.commitsRead).isLessThanOrEqualTo(Snapshots.EVERY);
            assertThat(journal.bytesRead).isLessThan(2_000_000);
        }
    }
}
