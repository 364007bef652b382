package fr.binome.parcours;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.Field;
import fr.binome.board.Kind;
import fr.binome.board.Value;
import fr.binome.referentiel.Calendrier;
import fr.binome.referentiel.Referentiels;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** The class is in one place at a time: at school, in companies, on holidays. */
public final class Absences {
    private final Referentiels referentiels;

    public Absences(Referentiels referentiels) {
        this.referentiels = referentiels;
    }

    @Nullable ParcoursRefusal pfmp(Touched touched) {
        Entity pfmp = touched.entity();
        Value.Period weeks = pfmp.period(PfmpFields.WEEKS);
        if (weeks == null || !touched.changed(PfmpFields.WEEKS)) {
            return null;
        }
        Board board = touched.after();
        Calendrier.Vacances holiday = holiday(weeks, ClasseFacts.in(board));
        if (holiday != null) {
            return new ParcoursRefusal.PfmpInHolidays(pfmp.id(), holiday.id());
        }
        Entity other = overlapping(board, PfmpFields.PFMP, PfmpFields.WEEKS, weeks, pfmp);
        if (other != null) {
            return new ParcoursRefusal.PfmpOverlap(pfmp.id(), other.id());
        }
        Entity situation =
                overlapping(board, SituationFields.SITUATION, SituationFields.WEEKS, weeks, pfmp);
        return situation == null
                ? null
                : new ParcoursRefusal.SituationOverPfmp(situation.id(), pfmp.id());
    }

    @Nullable ParcoursRefusal situation(Touched touched) {
        Entity situation = touched.entity();
        Value.Period weeks = situation.period(SituationFields.WEEKS);
        if (weeks == null || !touched.changed(SituationFields.WEEKS)) {
            return null;
        }
        Entity pfmp =
                overlapping(touched.after(), PfmpFields.PFMP, PfmpFields.WEEKS, weeks, situation);
        return pfmp == null
                ? null
                : new ParcoursRefusal.SituationOverPfmp(situation.id(), pfmp.id());
    }

    /**
     * The first holidays of the class's zone in which a week without lessons lies; null for none,
     * or while zone or calendar are not known. A single day off does not count: companies work.
     */
    public Calendrier.@Nullable Vacances holiday(Value.Period weeks, ClasseFacts facts) {
        Calendrier calendrier = referentiels.calendrier(facts.rentree());
        String zone = facts.zone();
        if (calendrier == null || zone == null) {
            return null;
        }
        for (LocalDate monday = weeks.start();
                monday.isBefore(weeks.end());
                monday = monday.plusWeeks(1)) {
            Calendrier.Semaine week = calendrier.week(monday);
            if (week != null && !week.teaches(zone)) {
                return calendrier.holiday(monday, zone);
            }
        }
        return null;
    }

    private static @Nullable Entity overlapping(
            Board board, Kind kind, Field.Register field, Value.Period weeks, Entity but) {
        for (Entity entity : board.children(board.rootId(), kind)) {
            Value.Period other = entity.period(field);
            if (other != null && other.overlaps(weeks) && !entity.id().equals(but.id())) {
                return entity;
            }
        }
        return null;
    }
}
