package fr.binome.parcours;

import fr.binome.board.Field.Register;
import fr.binome.board.Kind;
import fr.binome.board.Role;

/** Who teaches a class, who shares its professional hours, who answers for it. */
public final class EquipeFields {
    /**
     * Who X and Y are from a day on, so that a change in January keeps earlier étapes attributed
     * (D-07).
     */
    public static final Kind BINOME =
            Classe.CLASSE.child("binome", 20, "Partager les heures entre les deux enseignants.");

    public static final Register X = BINOME.person("x");
    public static final Register Y = BINOME.person("y");
    public static final Register FROM = BINOME.day("from");

    /** The last day; empty while it lasts. */
    public static final Register TO = BINOME.day("to");

    /** X's share of the annual volume, in hours (D-10). */
    public static final Register HOURS_X = BINOME.number("hoursX", 0, 2_000);

    /** Y's share of the annual volume, in hours. */
    public static final Register HOURS_Y = BINOME.number("hoursY", 0, 2_000);

    /** Who takes économie-droit (D-27); {@code autre}: neither of them. */
    public static final Register ECO_DROIT =
            BINOME.choice("economieDroit", "X", "Y", "XY", "autre");

    /** A teacher of the class team. */
    public static final Kind ENSEIGNANT =
            Classe.CLASSE.persons(
                    "enseignant", 30, Role.ECRITURE, "Savoir qui enseigne quoi dans la classe.");

    public static final Register DISCIPLINE = ENSEIGNANT.known("discipline", "disciplines");

    /** A second discipline of the same teacher. */
    public static final Register AUTRE_DISCIPLINE =
            ENSEIGNANT.known("autreDiscipline", "disciplines");

    /** What the teacher owes a week over all classes, in minutes (D-10); 18 h when it is empty. */
    public static final Register SERVICE = ENSEIGNANT.number("weeklyService", 0, 3_000);

    /** Who validates the PFMP of the class (D-34). */
    public static final Kind DIRECTION =
            Classe.CLASSE.persons(
                    "direction", 5, Role.RESPONSABLE, "Savoir qui valide les PFMP de la classe.");

    private EquipeFields() {}
}
