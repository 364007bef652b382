package fr.binome.parcours.constat;

import fr.binome.parcours.Complexite;
import fr.binome.parcours.CycleYear;
import fr.binome.parcours.Situation;
import fr.binome.parcours.reading.Lineage;
import fr.binome.parcours.reading.ParcoursRow;
import fr.binome.parcours.reading.SchoolWeeks;
import fr.binome.parcours.reading.SituationReading;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/** Every competence every year, in harder situations that build on earlier ones. */
final class SpiraleRules {
    private final Grounds grounds;
    private final Findings findings;

    private SpiraleRules(Grounds grounds, Findings findings) {
        this.grounds = grounds;
        this.findings = findings;
    }

    static void say(Grounds grounds, Findings findings) {
        SpiraleRules rules = new SpiraleRules(grounds, findings);
        rules.chaqueAnnee();
        rules.progression();
        for (SituationReading reading : grounds.plan().situations()) {
            if (!reading.situation().isBlank()) {
                rules.reinvestir(reading.situation());
                rules.graduation(reading.situation());
            }
        }
    }

    /** In seconde the common competences count, and the finding is that rule's. */
    private void chaqueAnnee() {
        if (grounds.planned().isEmpty()) {
            return;
        }
        SchoolWeeks.Week last = grounds.weeks().last();
        LocalDate monday = grounds.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (String competence : grounds.coverage().gaps()) {
            findings.about(grounds.plan().root())
                    .say(
                            grounds.isSeconde() ? "SEC-COMMUNES" : "SPI-CHAQUE-ANNEE",
                            competence,
                            Todo.COVER_COMPETENCE,
                            new Detail.Gap(
                                    competence,
                                    grounds.year(),
                                    grounds.coverage().cell(competence).drafts(),
                                    last == null ? null : (Integer) last.number(),
                                    last == null ? null : last.monday(),
                                    last != null && last.monday().isBefore(monday)));
        }
    }

    private void progression() {
        for (Map<String, ParcoursRow> rows : grounds.rows().values()) {
            rows.forEach(
                    (competence, row) -> {
                        Detail.Recedes recedes = recedes(competence, row);
                        if (recedes != null) {
                            findings.about(grounds.plan().root())
                                    .say(
                                            "SPI-PROGRESSION",
                                            competence,
                                            Todo.REVIEW_COMPLEXITE,
                                            recedes);
                        }
                    });
        }
    }

    private Detail.@Nullable Recedes recedes(String competence, ParcoursRow row) {
        Complexite is = complexite(row, grounds.year());
        for (CycleYear before : CycleYear.values()) {
            Complexite was = complexite(row, before);
            if (before.compareTo(grounds.year()) < 0
                    && is != null
                    && was != null
                    && was.compareTo(is) > 0) {
                return new Detail.Recedes(competence, before, was, grounds.year(), is);
            }
        }
        return null;
    }

    private static @Nullable Complexite complexite(ParcoursRow row, CycleYear year) {
        ParcoursRow.YearCell cell = row.year(year);
        return cell == null ? null : cell.complexite();
    }

    private void reinvestir(Situation situation) {
        if (!grounds.isSeconde()
                && !situation.acquis().enMots()
                && Lineage.of(situation, grounds.neighbours()).stream()
                        .noneMatch(Lineage::isEarlier)) {
            findings.about(situation.id())
                    .say("SPI-REINVESTIR", Todo.LINK_EARLIER, new Detail.Plain());
        }
    }

    private void graduation(Situation situation) {
        for (Lineage link : Lineage.of(situation, grounds.neighbours())) {
            if (link.isKnown() && link.changed().isEmpty()) {
                findings.about(situation.id())
                        .say(
                                "SPI-GRADUATION",
                                situation.id().value() + "~" + link.earlier().replace('/', '~'),
                                Todo.CHANGE_SOMETHING,
                                new Detail.Unchanged(link.earlier()));
            }
        }
    }
}
