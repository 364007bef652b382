package fr.binome.referentiel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The values that the rules of the trade compare with, each from the {@code params} of its rule.
 *
 * @param minBlocs {@code HOR-MULTIBLOC}
 * @param minChars {@code HOR-SITUATION-DABORD}: of a description
 * @param expected {@code SPI-COMPLEXITE}: the complexity of each year, by year
 * @param weeklyService {@code BIN-SERVICE}: hours a week where nobody said otherwise
 * @param minContextes {@code SEC-CONTEXTES-VARIES}
 * @param minUnivers {@code SEC-PAS-DE-SPECIALISATION}
 * @param minJalons {@code CDO-PROJET}
 * @param coInterventionDisciplines {@code COI-DISCIPLINE}
 * @param objectivesWeeksBefore {@code PFMP-OBJECTIVES}
 * @param orientationChoice {@code PFMP-SEC-EARLY}: month and day, {@code 05-31}
 * @param firstStartBefore {@code PFMP-SEC-EARLY}: month and day
 */
public record Parametres(
        int minBlocs,
        int minChars,
        Map<String, String> expected,
        int weeklyService,
        int minContextes,
        int minUnivers,
        int minJalons,
        Set<String> coInterventionDisciplines,
        int objectivesWeeksBefore,
        String orientationChoice,
        String firstStartBefore) {
    private static final Set<String> COMPLEXITES = Set.of("courante", "complexe", "critique");

    /**
     * @param rules the rules by id
     * @param file what is told of a rule that is missing
     */
    static Parametres of(Map<String, Element> rules, Element file) {
        Lookup params = new Lookup(rules, file);
        Map<String, String> expected = new HashMap<>();
        Element complexities = params.of("SPI-COMPLEXITE").inside("expected");
        for (String year : Referentiels.YEARS) {
            expected.put(year, complexities.oneOf(year, COMPLEXITES));
        }
        return new Parametres(
                params.number("HOR-MULTIBLOC", "minBlocs", 4),
                params.number("HOR-SITUATION-DABORD", "minChars", 2_000),
                Map.copyOf(expected),
                params.number("BIN-SERVICE", "weeklyServiceDefault", 48),
                params.number("SEC-CONTEXTES-VARIES", "min", 20),
                params.number("SEC-PAS-DE-SPECIALISATION", "min", 3),
                params.number("CDO-PROJET", "min", 20),
                Set.copyOf(params.of("COI-DISCIPLINE").referenceList("disciplines")),
                params.number("PFMP-OBJECTIVES", "weeksBefore", 52),
                params.of("PFMP-SEC-EARLY").monthDay("orientationChoiceDate"),
                params.of("PFMP-SEC-EARLY").monthDay("firstStartBefore"));
    }

    private record Lookup(Map<String, Element> rules, Element file) {
        Element of(String rule) {
            Element found = rules.get(rule);
            if (found == null) {
                file.note("rules", "the rule " + rule + " is missing");
                return file.nothing();
            }
            return found.inside("params");
        }

        int number(String rule, String name, int max) {
            return of(rule).number(name, 1, max);
        }
    }

    /** The default day of the choice of orientation in the school year that starts in that year. */
    public LocalDate orientationChoice(int rentree) {
        return LocalDate.parse(rentree + 1 + "-" + orientationChoice);
    }

    /** The day before which the first PFMP of seconde should start. */
    public LocalDate firstStartBefore(int rentree) {
        return LocalDate.parse(rentree + 1 + "-" + firstStartBefore);
    }
}
