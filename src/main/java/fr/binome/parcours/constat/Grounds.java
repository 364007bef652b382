package fr.binome.parcours.constat;

import fr.binome.parcours.CycleYear;
import fr.binome.parcours.reading.Blocs;
import fr.binome.parcours.reading.ClassePlan;
import fr.binome.parcours.reading.Coverage;
import fr.binome.parcours.reading.Hours;
import fr.binome.parcours.reading.Neighbours;
import fr.binome.parcours.reading.ParcoursRow;
import fr.binome.parcours.reading.PfmpCycle;
import fr.binome.parcours.reading.SchoolWeeks;
import fr.binome.parcours.reading.Seconde;
import fr.binome.parcours.reading.SituationReading;
import fr.binome.referentiel.Referentiels;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that findings rest on.
 *
 * @param rows the lines of the matrix, by specialty and competence
 * @param today the school's day
 */
public record Grounds(
        Referentiels referentiels,
        ClassePlan plan,
        Coverage coverage,
        Blocs blocs,
        SchoolWeeks weeks,
        Hours hours,
        PfmpCycle pfmp,
        @Nullable Seconde seconde,
        Neighbours neighbours,
        Map<String, Map<String, ParcoursRow>> rows,
        LocalDate today) {
    CycleYear year() {
        return plan.facts().year();
    }

    boolean isSeconde() {
        return plan.facts().isSeconde();
    }

    /** Whether the class prepares MA, after seconde. */
    boolean isMa() {
        return !isSeconde() && plan.facts().specialites().contains("ma");
    }

    /** The situations of the plan, without ideas and empty drafts. */
    public List<SituationReading> planned() {
        return plan.situations().stream().filter(SituationReading::isPlanned).toList();
    }
}
