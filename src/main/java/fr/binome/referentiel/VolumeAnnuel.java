package fr.binome.referentiel;

/**
 * The hours that an arrêté gives a class in one year.
 *
 * @param weeks of lessons over which they are spread
 * @param professionnel hours of professional lessons, which X and Y share
 * @param economieDroit hours
 * @param coInterventionFrancais hours; 0 where only the total is given
 * @param coInterventionMathematiques hours; 0 where only the total is given
 * @param coIntervention hours of all disciplines together
 * @param chefDOeuvre hours
 */
public record VolumeAnnuel(
        int weeks,
        int professionnel,
        int economieDroit,
        int coInterventionFrancais,
        int coInterventionMathematiques,
        int coIntervention,
        int chefDOeuvre) {
    static VolumeAnnuel of(Element year) {
        int francais = hours(year, "coInterventionFrancais");
        int mathematiques = hours(year, "coInterventionMathsSciences");
        return new VolumeAnnuel(
                year.number("weeks", 1, 52),
                year.inside("enseignementProfessionnel").number("hoursPerYear", 1, 2_000),
                hours(year, "economieDroit"),
                francais,
                mathematiques,
                francais + mathematiques + hours(year, "coIntervention"),
                hours(year, "chefDOeuvre"));
    }

    private static int hours(Element year, String name) {
        return year.has(name) ? year.inside(name).number("hoursPerYear", 0, 2_000) : 0;
    }
}
