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

    public static final Acces ACCES = new Acces(CLASSE);

    /** One specialty of the class: all of the family in seconde, exactly one afterwards (D-01). */
    public static final Kind SPECIALITE =
            CLASSE.set("specialite", "specialites", 3, "Savoir quel diplôme la classe prépare.");

    /**
     * Who X and Y are from a day on, so that a change in January keeps earlier étapes attributed
     * (D-07).
     */
    public static final Kind BINOME =
            CLASSE.child("binome", 20, "Partager les heures entre les deux enseignants.");

    public static final Register X = BINOME.person("x");
    public static final Register Y = BINOME.person("y");
    public static final Register FROM = BINOME.day("from");

    private Classe() {}
}
