package fr.binome.parcours.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.BoardId;
import fr.binome.board.Digest;
import fr.binome.board.EntityId;
import fr.binome.board.Reader;
import fr.binome.board.Reading;
import fr.binome.board.Value;
import fr.binome.parcours.CommuneFields;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.Plan;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long it takes to read a class again after an edit. The figures are printed, for {@code
 * evidence.md}; what can fail here is that what was remembered of the reading before shows in the
 * next.
 */
@Tag("long")
class ReadingFiguresTest {
    private static final int SITUATIONS = 60;
    private static final int ETAPES = 10;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 300;

    private final List<EntityId> etapes = new ArrayList<>();

    @Test
    @DisplayName("C-6 a class of 60 situations and 600 étapes is read again after an edit")
    void oneClasse() {
        Plan plan = classe("board0000002", "premiere");
        System.out.println("a class read again: " + figures(plan, Map.of()));
        System.out.println("a class read for the first time: " + first(plan, Map.of()));
    }

    @Test
    @DisplayName("C-6 a parcours of three such classes is read again after an edit")
    void parcours() {
        Plan seconde = classe("board0000001", "seconde");
        Plan terminale = classe("board0000003", "terminale");
        etapes.clear();
        Plan premiere = classe("board0000002", "premiere");
        premiere.linkTo(seconde, "parcours").linkTo(terminale, "parcours");
        Map<BoardId, Digest> others = new HashMap<>();
        for (Plan other : List.of(seconde, terminale)) {
            others.put(other.board().id(), other.digest());
        }
        System.out.println(
                "a class of a parcours of three read again: " + figures(premiere, others));
        System.out.println("all three read for the first time: " + first(premiere, others));
    }

    @Test
    @DisplayName("C-6 C-7 such a class of seconde is read again after an edit of its own table")
    void tableau() {
        Plan seconde = classe("board0000001", "seconde");
        List<EntityId> lines = TableauCommunTest.given(seconde);
        Reader reader = Plan.KIND.reader();
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            seconde.set(
                    lines.get(i % lines.size()),
                    CommuneFields.MA,
                    new Value.Words(List.of(i % 2 == 0 ? "ma-b1-flux" : "ma-b2-information")));
            long start = System.nanoTime();
            Reading reading = reader.read(seconde.board(), Map.of(), seconde.now());
            if (i >= WARM_UP) {
                nanos[i - WARM_UP] = System.nanoTime() - start;
            }
            if (i % 100 == 0) {
                assertThat(reading.values())
                        .isEqualTo(
                                Plan.KIND
                                        .reader()
                                        .read(seconde.board(), Map.of(), seconde.now())
                                        .values());
            }
        }
        System.out.println(
                "a class of seconde read again, its table edited: " + percentiles(nanos));
    }

    private Plan classe(String board, String year) {
        Plan plan = Plan.at(board, year, "ma");
        List<String> competences =
                List.of("ma-b1-flux", "ma-b1-conflits", "ma-b2-information", "ma-b3-reclamations");
        for (int i = 0; i < SITUATIONS; i++) {
            EntityId situation = plan.situation("pret", Map.of());
            for (int j = 0; j < ETAPES; j++) {
                int at = i + j;
                etapes.add(
                        plan.etape(
                                situation,
                                55,
                                List.of("X", "Y", "XY").get(at % 3),
                                competences.get(at % 4),
                                competences.get((at + 1) % 4)));
            }
        }
        return plan;
    }

    private String figures(Plan plan, Map<BoardId, Digest> others) {
        Reader reader = Plan.KIND.reader();
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            plan.set(
                    etapes.get(7 * i % etapes.size()),
                    EtapeFields.MINUTES,
                    new Value.Whole(30 + i % 50));
            long start = System.nanoTime();
            Reading reading = reader.read(plan.board(), others, plan.now());
            if (i >= WARM_UP) {
                nanos[i - WARM_UP] = System.nanoTime() - start;
            }
            if (i % 100 == 0) {
                assertThat(reading.values())
                        .isEqualTo(
                                Plan.KIND.reader().read(plan.board(), others, plan.now()).values());
            }
        }
        return percentiles(nanos);
    }

    private static String first(Plan plan, Map<BoardId, Digest> others) {
        long[] nanos = new long[50];
        for (int i = 0; i < nanos.length; i++) {
            Reader reader = Plan.KIND.reader();
            long start = System.nanoTime();
            reader.read(plan.board(), others, plan.now());
            nanos[i] = System.nanoTime() - start;
        }
        return percentiles(nanos);
    }

    private static String percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms",
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }
}
