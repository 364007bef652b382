package fr.binome.parcours.reading;

import fr.binome.apport.Apport;
import fr.binome.apport.ClasseDigest;
import fr.binome.board.BoardId;
import fr.binome.parcours.Complexite;
import fr.binome.parcours.CycleYear;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One competence over the three years of a diploma: a line of the matrix. A year without a class is
 * null.
 *
 * @param deja what this promotion did for it in earlier years (« déjà travaillé »)
 */
public record ParcoursRow(
        @Nullable YearCell seconde,
        @Nullable YearCell premiere,
        @Nullable YearCell terminale,
        List<Deja> deja) {
    /**
     * A competence in one year, over the classes that have it.
     *
     * @param required false in seconde for one of discovery, and for one that no class's own table
     *     of common competences leads to (D-55)
     */
    public record YearCell(
            int count,
            int minutes,
            @Nullable Complexite complexite,
            int drafts,
            boolean required,
            List<SituationRef> situations) {}

    private static final YearCell NOTHING = new YearCell(0, 0, null, 0, false, List.of());

    /** A situation of some class. */
    public record SituationRef(BoardId board, String situation) {}

    /** What was done for it in an earlier year. */
    public record Deja(
            BoardId board, int rentree, int count, int minutes, @Nullable Complexite complexite) {}

    public @Nullable YearCell year(CycleYear year) {
        return switch (year) {
            case SECONDE -> seconde;
            case PREMIERE -> premiere;
            case TERMINALE -> terminale;
        };
    }

    /** What the classes bring to each competence, found without searching their lists again. */
    static final class Index {
        private final Map<BoardId, Map<String, Apport>> apports = new HashMap<>();

        private @Nullable Apport get(BoardId board, ClasseDigest digest, String competence) {
            return apports.computeIfAbsent(board, id -> byCompetence(digest)).get(competence);
        }

        private static Map<String, Apport> byCompetence(ClasseDigest digest) {
            Map<String, Apport> found = new HashMap<>();
            digest.apports().forEach(apport -> found.put(apport.competence(), apport));
            return found;
        }
    }

    /** The lines of one diploma, by competence. */
    public static Map<String, ParcoursRow> of(
            String specialite, Iterable<String> competences, Neighbours neighbours, Programme own) {
        Map<BoardId, ClasseDigest> classes =
                neighbours.parcours().getOrDefault(specialite, Map.of());
        Index index = new Index();
        Map<String, ParcoursRow> rows = new LinkedHashMap<>();
        for (String competence : competences) {
            Predicate<ClasseDigest> asks =
                    seconde ->
                            !own.isDecouverte(competence)
                                    && !seconde.horsTableau().contains(competence);
            rows.put(
                    competence,
                    new ParcoursRow(
                            year(CycleYear.SECONDE, competence, classes, index, asks),
                            year(CycleYear.PREMIERE, competence, classes, index, any -> true),
                            year(CycleYear.TERMINALE, competence, classes, index, any -> true),
                            deja(competence, neighbours.promotion(), index)));
        }
        return rows;
    }

    private static @Nullable YearCell year(
            CycleYear year,
            String competence,
            Map<BoardId, ClasseDigest> classes,
            Index index,
            Predicate<ClasseDigest> asks) {
        YearCell sum = null;
        for (var classe : classes.entrySet()) {
            ClasseDigest digest = classe.getValue();
            if (CycleYear.of(digest.year()) == year) {
                Apport apport = index.get(classe.getKey(), digest, competence);
                sum = plus(sum, classe.getKey(), apport, asks.test(digest));
            }
        }
        return sum;
    }

    private static YearCell plus(
            @Nullable YearCell before, BoardId board, @Nullable Apport apport, boolean asked) {
        YearCell sum = before == null ? NOTHING : before;
        boolean required = sum.required || asked;
        if (apport == null) {
            return new YearCell(
                    sum.count, sum.minutes, sum.complexite, sum.drafts, required, sum.situations);
        }
        List<SituationRef> situations = new ArrayList<>(sum.situations);
        apport.situations()
                .forEach(situation -> situations.add(new SituationRef(board, situation)));
        return new YearCell(
                sum.count + apport.count(),
                sum.minutes + apport.minutes(),
                Complexite.higher(sum.complexite, Complexite.of(apport.complexite())),
                sum.drafts + apport.drafts(),
                required,
                situations);
    }

    private static List<Deja> deja(
            String competence, Map<BoardId, ClasseDigest> promotion, Index index) {
        List<Deja> deja = new ArrayList<>();
        for (var classe : promotion.entrySet()) {
            Apport apport = index.get(classe.getKey(), classe.getValue(), competence);
            if (apport != null && apport.count() > 0) {
                deja.add(
                        new Deja(
                                classe.getKey(),
                                classe.getValue().rentree(),
                                apport.count(),
                                apport.minutes(),
                                Complexite.of(apport.complexite())));
            }
        }
        return deja;
    }
}
