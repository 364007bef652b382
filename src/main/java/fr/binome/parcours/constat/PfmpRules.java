package fr.binome.parcours.constat;

import fr.binome.board.Value;
import fr.binome.parcours.Absences;
import fr.binome.parcours.Classe;
import fr.binome.parcours.ClasseFacts;
import fr.binome.parcours.Pfmp;
import fr.binome.parcours.PfmpFields;
import fr.binome.parcours.SituationFields;
import fr.binome.parcours.reading.ClassePlan;
import fr.binome.parcours.reading.PfmpCycle;
import fr.binome.parcours.reading.SituationReading;
import fr.binome.referentiel.Calendrier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The periods of a class in companies, as far as they need no student. */
final class PfmpRules {
    /** Weeks before its start from which a period should be validated. */
    private static final int VALIDATED_BEFORE = 8;

    private final Grounds grounds;
    private final Findings findings;
    private final PfmpCycle cycle;
    private final List<Pfmp> periods;

    private PfmpRules(Grounds grounds, Findings findings) {
        this.grounds = grounds;
        this.findings = findings;
        this.cycle = grounds.pfmp();
        this.periods =
                grounds.plan().pfmps().stream().filter(pfmp -> pfmp.weeks() != null).toList();
    }

    static void say(Grounds grounds, Findings findings) {
        PfmpRules rules = new PfmpRules(grounds, findings);
        rules.total();
        if (!rules.periods.isEmpty()) {
            rules.year();
        }
        if (grounds.isSeconde()) {
            rules.early();
        }
        rules.periods.forEach(rules::period);
        grounds.plan().situations().forEach(rules::overlap);
        grounds.plan().fenetres().forEach(rules::overlap);
    }

    /** While a year is not said to be whole, what is left is only told. */
    private void total() {
        if (cycle.total() != cycle.askedTotal()) {
            findings.about(grounds.plan().root())
                    .at(Classe.PFMP_PLANIFIEES)
                    .say(
                            "PFMP-TOTAL",
                            cycle.planned() ? Level.ERROR : Level.INFO,
                            Todo.PLAN_PFMP,
                            new Detail.WeeksOf(cycle.ruleset(), cycle.total(), cycle.askedTotal()));
        }
    }

    private void year() {
        String prefix =
                switch (grounds.year()) {
                    case SECONDE -> "PFMP-SEC-";
                    case PREMIERE -> "PFMP-PRE-";
                    case TERMINALE -> "PFMP-TER-";
                };
        Findings.About about = findings.about(grounds.plan().root());
        if (cycle.weeks() != cycle.asked()) {
            about.say(
                    prefix + "WEEKS",
                    Todo.PLAN_PFMP,
                    new Detail.WeeksOf(cycle.ruleset(), cycle.weeks(), cycle.asked()));
        }
        List<Integer> weeks = periods.stream().map(Pfmp::count).toList();
        if (cycle.splits().stream().noneMatch(split -> mayBecome(split, weeks))) {
            about.say(prefix + "SPLIT", Todo.SPLIT_PFMP, new Detail.Split(cycle.ruleset(), weeks));
        }
    }

    /** Whether the periods are the split, or its beginning while weeks are missing. */
    private boolean mayBecome(List<Integer> split, List<Integer> weeks) {
        List<Integer> left = new ArrayList<>(split);
        for (Integer count : weeks) {
            if (!left.remove(count)) {
                return false;
            }
        }
        return left.isEmpty() || cycle.weeks() < cycle.asked();
    }

    private void early() {
        ClasseFacts facts = grounds.plan().facts();
        LocalDate choice =
                Objects.requireNonNullElseGet(
                        facts.orientation(),
                        () ->
                                grounds.referentiels()
                                        .parametres()
                                        .orientationChoice(facts.rentree()));
        for (Pfmp pfmp : periods) {
            Value.Period weeks = pfmp.weeks();
            if (weeks != null && weeks.end().isAfter(choice)) {
                findings.about(pfmp.id())
                        .at(PfmpFields.WEEKS)
                        .say(
                                "PFMP-SEC-EARLY",
                                Todo.MOVE_PFMP,
                                new Detail.Beyond(weeks.end(), choice));
            }
        }
        LocalDate before = grounds.referentiels().parametres().firstStartBefore(facts.rentree());
        periods.stream()
                .map(Pfmp::weeks)
                .filter(Objects::nonNull)
                .map(Value.Period::start)
                .min(Comparator.naturalOrder())
                .filter(start -> start.isAfter(before))
                .ifPresent(
                        start ->
                                findings.about(grounds.plan().root())
                                        .say(
                                                "PFMP-SEC-EARLY",
                                                Level.INFO,
                                                Todo.MOVE_PFMP,
                                                new Detail.Beyond(start, before)));
    }

    private void period(Pfmp pfmp) {
        Value.Period weeks = pfmp.weeks();
        if (weeks == null) {
            return;
        }
        Findings.About about = findings.about(pfmp.id());
        Calendrier.Vacances holiday =
                new Absences(grounds.referentiels()).holiday(weeks, grounds.plan().facts());
        if (holiday != null) {
            about.at(PfmpFields.WEEKS)
                    .say("PFMP-CALENDRIER", Todo.MOVE_PFMP, new Detail.InHolidays(holiday.id()));
        }
        LocalDate today = grounds.today();
        int before = grounds.referentiels().parametres().objectivesWeeksBefore();
        if (today.isAfter(weeks.end())) {
            return;
        }
        if (!today.isBefore(weeks.start().minusWeeks(before)) && !hasObjectifs(pfmp)) {
            about.say("PFMP-OBJECTIVES", Todo.WRITE_OBJECTIF, new Detail.Starts(weeks.start()));
        }
        if (!today.isBefore(weeks.start().minusWeeks(VALIDATED_BEFORE)) && !pfmp.validated()) {
            about.say("PFMP-RESPONSABLE", Todo.ASK_VALIDATION, new Detail.Starts(weeks.start()));
        }
    }

    /** At least one, and each with a competence. */
    private static boolean hasObjectifs(Pfmp pfmp) {
        return !pfmp.objectifs().isEmpty()
                && pfmp.objectifs().stream()
                        .noneMatch(objectif -> objectif.competences().isEmpty());
    }

    private void overlap(SituationReading reading) {
        Value.Period weeks = reading.situation().weeks();
        for (Pfmp pfmp : periods) {
            if (weeks != null && pfmp.weeks() != null && pfmp.weeks().overlaps(weeks)) {
                findings.about(reading.situation().id())
                        .at(SituationFields.WEEKS)
                        .say(
                                "PFMP-CHEVAUCHEMENT",
                                reading.situation().id() + "~" + pfmp.id(),
                                Todo.MOVE_SITUATION,
                                new Detail.OverPfmp(pfmp.id()));
            }
        }
    }

    private void overlap(ClassePlan.Fenetre fenetre) {
        for (Pfmp pfmp : periods) {
            if (pfmp.weeks() != null && pfmp.weeks().overlaps(fenetre.weeks())) {
                findings.about(fenetre.id())
                        .at(PfmpFields.FENETRE_WEEKS)
                        .say(
                                "PFMP-CHEVAUCHEMENT",
                                fenetre.id() + "~" + pfmp.id(),
                                Todo.MOVE_FENETRE,
                                new Detail.OverPfmp(pfmp.id()));
            }
        }
    }
}
