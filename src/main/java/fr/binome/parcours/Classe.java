package fr.binome.parcours;

import fr.binome.board.Acces;
import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;
import fr.binome.board.Role;

/**
 * What a {@code classe} board is made of, declared once. Validation, rights and the client's types
 * come from here.
 */
public final class Classe {
    public static final Kind CLASSE =
            Kind.root("classe", Role.ECRITURE, "Organiser l'année d'une classe.");
    public static final Prose LABEL = CLASSE.line("label", 60);

    /** The year of the cycle; référentiel and rules depend on it. */
    public static final Register YEAR = CLASSE.choice("year", "seconde", "premiere", "terminale");

    /** The calendar year in which the school year starts. */
    public static final Register RENTREE = CLASSE.number("rentree", 2019, 2099);

    /** Which weeks of PFMP the class owes; its own for its whole cycle (D-127). */
    public static final Register RULESET = CLASSE.known("ruleset", "rulesets");

    /** Of the school's holidays; without it nothing is compared with them. */
    public static final Register ZONE = CLASSE.choice("zone", "A", "B", "C");

    /** Whether the school has the two public holidays more of Alsace and Moselle. */
    public static final Register ALSACE_MOSELLE = CLASSE.yesNo("alsaceMoselle");

    /** The day on which students of seconde choose (D-60); 31 May when it is empty. */
    public static final Register ORIENTATION = CLASSE.day("orientationChoiceDate");

    /** The hours of professional lessons in the year (D-09); the arrêté's when it is empty. */
    public static final Register VOLUME = CLASSE.number("annualVolume", 0, 2_000);

    /** Where another volume than the arrêté's comes from. */
    public static final Prose VOLUME_SOURCE = CLASSE.line("annualVolumeSource", 200);

    /** Whether all PFMP of the year are entered: from then on their total must be right. */
    public static final Register PFMP_PLANIFIEES = CLASSE.yesNo("pfmpPlanifiees");

    public static final Acces ACCES = new Acces(CLASSE);

    /** One specialty of the class: all of the family in seconde, exactly one afterwards (D-01). */
    public static final Kind SPECIALITE =
            CLASSE.set("specialite", "specialites", 3, "Savoir quel diplôme la classe prépare.");

    /**
     * Another class that belongs with this one, for the years of a diploma; what it tells all is
     * then read here.
     */
    public static final Kind LIEN =
            CLASSE.child("lien", 12, "Relier les classes d'un même parcours.");

    /** The board of that class. */
    public static final Register LIEN_CLASSE = LIEN.reference("classe");

    /**
     * {@code parcours}: a year of the same diploma, as it is planned now. {@code promotion}: where
     * the students of this class were before.
     */
    public static final Register LIEN_NATURE = LIEN.choice("nature", "parcours", "promotion");

    /** A finding that a person has set aside, with the reason (DOMAIN §6). */
    public static final Kind ECARTE =
            CLASSE.child("ecarte", 500, "Garder la raison pour laquelle un constat est écarté.");

    /** The finding's id. */
    public static final Register ECARTE_CONSTAT = ECARTE.reference("constat");

    public static final Prose ECARTE_RAISON = ECARTE.line("raison", 500);
    public static final Register ECARTE_PAR = ECARTE.person("par");
    public static final Register ECARTE_LE = ECARTE.day("le");

    private Classe() {}
}
