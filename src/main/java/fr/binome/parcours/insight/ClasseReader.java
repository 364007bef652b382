package fr.binome.parcours.insight;

import fr.binome.apport.ClasseDigest;
import fr.binome.apport.SituationApport;
import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Digest;
import fr.binome.board.Entity;
import fr.binome.board.Reader;
import fr.binome.board.Reading;
import fr.binome.parcours.CycleYear;
import fr.binome.parcours.SchoolDay;
import fr.binome.parcours.Situation;
import fr.binome.parcours.constat.Constats;
import fr.binome.parcours.constat.Grounds;
import fr.binome.parcours.reading.Blocs;
import fr.binome.parcours.reading.ClassePlan;
import fr.binome.parcours.reading.Coverage;
import fr.binome.parcours.reading.Digesting;
import fr.binome.parcours.reading.Hours;
import fr.binome.parcours.reading.Lineage;
import fr.binome.parcours.reading.Neighbours;
import fr.binome.parcours.reading.ParcoursRow;
import fr.binome.parcours.reading.PfmpCycle;
import fr.binome.parcours.reading.Programmes;
import fr.binome.parcours.reading.SchoolWeeks;
import fr.binome.parcours.reading.Seconde;
import fr.binome.parcours.reading.SituationMemory;
import fr.binome.parcours.reading.SituationReading;
import fr.binome.referentiel.Referentiels;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a class: its coverage, hours, weeks, findings, and the parcours it is part of. */
public final class ClasseReader implements Reader {
    private final Referentiels referentiels;
    private final Programmes programmes;
    private final SituationMemory memory = new SituationMemory();
    private @Nullable Neighbours neighbours;

    public ClasseReader(Referentiels referentiels, Programmes programmes) {
        this.referentiels = referentiels;
        this.programmes = programmes;
    }

    @Override
    public Reading read(Board board, Map<BoardId, Digest> others, Instant now) {
        Entity root = board.live(board.rootId());
        if (root == null) {
            throw new IllegalArgumentException("the class is not founded");
        }
        LocalDate today = SchoolDay.of(now);
        ClassePlan plan = ClassePlan.in(board, root, programmes, memory);
        Coverage coverage = Coverage.of(plan);
        SchoolWeeks weeks = SchoolWeeks.of(plan, referentiels);
        ClasseDigest own =
                Digesting.of(board, plan, coverage, weeks, Hours.services(plan, today), today);
        Neighbours around = Neighbours.of(board.id(), own, others);
        neighbours = around;
        Grounds grounds =
                new Grounds(
                        referentiels,
                        plan,
                        coverage,
                        Blocs.of(plan),
                        weeks,
                        Hours.of(plan, around, referentiels, today),
                        PfmpCycle.of(plan, around, referentiels),
                        plan.facts().isSeconde() ? Seconde.of(plan) : null,
                        around,
                        rows(plan, around),
                        today);
        return new Reading(own, values(grounds), SchoolDay.startOf(today.plusDays(1)));
    }

    private static Map<String, Map<String, ParcoursRow>> rows(ClassePlan plan, Neighbours around) {
        Map<String, Map<String, ParcoursRow>> rows = new LinkedHashMap<>();
        for (String specialite : plan.facts().specialites()) {
            rows.put(
                    specialite,
                    ParcoursRow.of(
                            specialite,
                            plan.programme().competencesOf(specialite),
                            around,
                            plan.programme()));
        }
        return rows;
    }

    @Override
    public boolean concerns(BoardId other, Digest told) {
        Neighbours around = neighbours;
        return around != null
                && told instanceof ClasseDigest classe
                && around.concerns(other, classe);
    }

    private static Map<String, Object> values(Grounds grounds) {
        Map<String, Object> values = new HashMap<>();
        Coverage coverage = grounds.coverage();
        Set<String> gaps = coverage.gaps();
        int total = coverage.cells().size();
        values.put(
                Key.COVERAGE.word(),
                new CoverageSummary(total, total - gaps.size(), List.copyOf(gaps)));
        coverage.cells().forEach((id, cell) -> values.put(Key.CELL.word() + id, cell));
        values.put(Key.BLOCS.word(), grounds.blocs());
        values.put(Key.HOURS.word(), grounds.hours());
        values.put(Key.PFMP.word(), grounds.pfmp());
        values.put(Key.WEEKS.word(), grounds.weeks().weeks());
        Seconde seconde = grounds.seconde();
        if (seconde != null) {
            values.put(Key.SECONDE.word(), seconde);
        }
        values.put(Key.OUTILS.word(), outils(grounds.planned()));
        situations(grounds, values);
        Constats.of(grounds).forEach((id, said) -> values.put(Key.FINDINGS.word() + id, said));
        parcours(grounds, values);
        return values;
    }

    private static Outils outils(List<SituationReading> planned) {
        Map<String, Integer> used = new TreeMap<>();
        for (SituationReading reading : planned) {
            Situation situation = reading.situation();
            Set<String> tools = new java.util.HashSet<>(situation.marks().outils());
            situation.etapes().forEach(etape -> tools.addAll(etape.outils()));
            tools.forEach(tool -> used.merge(tool, 1, Integer::sum));
        }
        return new Outils(used);
    }

    private static void situations(Grounds grounds, Map<String, Object> values) {
        Map<String, List<String>> reusedBy = reusedBy(grounds.neighbours());
        for (SituationReading reading : grounds.plan().situations()) {
            Situation situation = reading.situation();
            List<String> numbers = new ArrayList<>(reading.numbers());
            Collections.sort(numbers);
            values.put(
                    Key.SITUATION.word() + situation.id(),
                    new SituationInsight(
                            reading.total(),
                            reading.minutes(),
                            reading.blocs(),
                            numbers,
                            List.copyOf(situation.sansEtape()),
                            Lineage.of(situation, grounds.neighbours()),
                            reusedBy.getOrDefault(
                                    grounds.plan().board() + "/" + situation.id(), List.of())));
        }
    }

    private static Map<String, List<String>> reusedBy(Neighbours neighbours) {
        Map<String, List<String>> reusedBy = new HashMap<>();
        neighbours
                .all()
                .forEach(
                        (board, classe) -> {
                            for (SituationApport situation : classe.situations()) {
                                for (String earlier : situation.reinvestit()) {
                                    reusedBy.computeIfAbsent(earlier, id -> new ArrayList<>())
                                            .add(board + "/" + situation.id());
                                }
                            }
                        });
        return reusedBy;
    }

    private static void parcours(Grounds grounds, Map<String, Object> values) {
        grounds.neighbours()
                .parcours()
                .forEach(
                        (specialite, classes) ->
                                values.put(
                                        Key.PARCOURS.word() + specialite,
                                        new Parcours(
                                                members(classes),
                                                members(grounds.neighbours().promotion()),
                                                titles(grounds.neighbours(), classes))));
        for (Map<BoardId, ClasseDigest> classes : grounds.neighbours().parcours().values()) {
            classes.forEach(
                    (board, classe) -> {
                        if (!board.equals(grounds.plan().board())) {
                            values.put(Key.ANNEES.word() + board, AutreAnnee.of(classe));
                        }
                    });
        }
        grounds.rows()
                .forEach(
                        (specialite, rows) ->
                                rows.forEach(
                                        (competence, row) ->
                                                values.put(
                                                        Key.ROW.word()
                                                                + specialite
                                                                + "/"
                                                                + competence,
                                                        row)));
    }

    private static List<Parcours.ParcoursClasse> members(Map<BoardId, ClasseDigest> classes) {
        List<Parcours.ParcoursClasse> members = new ArrayList<>();
        classes.forEach(
                (board, classe) ->
                        members.add(
                                new Parcours.ParcoursClasse(
                                        board,
                                        classe.label(),
                                        CycleYear.of(classe.year()),
                                        classe.rentree(),
                                        classe.lastWeek())));
        members.sort(
                java.util.Comparator.comparing(Parcours.ParcoursClasse::year)
                        .thenComparing(Parcours.ParcoursClasse::label)
                        .thenComparing(Parcours.ParcoursClasse::board));
        return members;
    }

    /** This class's own client has its titles already. */
    private static Map<String, String> titles(
            Neighbours neighbours, Map<BoardId, ClasseDigest> classes) {
        Map<BoardId, ClasseDigest> others = new HashMap<>(classes);
        others.putAll(neighbours.promotion());
        others.remove(neighbours.self());
        Map<String, String> titles = new TreeMap<>();
        others.forEach(
                (board, classe) ->
                        classe.situations()
                                .forEach(
                                        situation ->
                                                titles.put(
                                                        board + "/" + situation.id(),
                                                        situation.titre())));
        return titles;
    }
}
