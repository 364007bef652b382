package fr.binome.parcours;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;

/**
 * The places that may take students of the class in ({@code lieux d'accueil}): no contact, no
 * tutor, no student. Who goes where is each student's own (D-65).
 */
public final class OrganisationFields {
    public static final Kind ORGANISATION =
            Classe.CLASSE.child(
                    "organisation", 200, "Savoir où les élèves de la classe peuvent aller.");

    public static final Prose LABEL = ORGANISATION.line("label", 200);

    /** The sort of place, in the team's words. */
    public static final Prose TYPE = ORGANISATION.line("type", 200);

    /** Public or private; asked of every place (D-126). */
    public static final Register STATUT = ORGANISATION.choice("statut", "publique", "privee");

    /** The univers whose trades one can explore there (D-64). */
    public static final Kind UNIVERS =
            ORGANISATION.set(
                    "organisationUnivers",
                    "specialites",
                    10,
                    "Savoir quels métiers on peut y explorer.");

    private OrganisationFields() {}
}
