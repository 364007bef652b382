package fr.binome.parcours;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;
import fr.binome.board.Role;

/**
 * What the class team says of a situation without writing in it (D-56). It is no attribute of the
 * texts it is about: who may only comment must not touch those.
 */
public final class CommentaireFields {
    public static final Kind COMMENTAIRE =
            SituationFields.SITUATION.child(
                    "commentaire",
                    200,
                    Role.COMMENTAIRE,
                    "Laisser l'équipe de la classe relire une situation.");

    public static final Register AUTEUR = COMMENTAIRE.person("auteur");
    public static final Register LE = COMMENTAIRE.day("le");
    public static final Prose TEXTE = COMMENTAIRE.rich("texte", 5_000);

    /** A proposal asks the binôme for an answer of its own: retained or set aside. */
    public static final Register NATURE = COMMENTAIRE.choice("nature", "remarque", "proposition");

    /** The section of the sheet it is about; empty for the whole situation. */
    public static final Register SECTION =
            COMMENTAIRE.choice(
                    "section",
                    "titre",
                    "contexte",
                    "activites",
                    "consigne",
                    "deroule",
                    "envisagees",
                    "savoirs",
                    "outils",
                    "reinvestit",
                    "reperes",
                    "evaluation");

    /** The étape it is about; it may be gone since. */
    public static final Register ETAPE = COMMENTAIRE.reference("etape");

    /** The words that were selected, as they were then. */
    public static final Prose CITATION = COMMENTAIRE.line("citation", 300);

    public static final Kind REPONSE =
            COMMENTAIRE.child("reponse", 50, "Se répondre sous un commentaire.");

    public static final Register REPONSE_AUTEUR = REPONSE.person("auteur");
    public static final Register REPONSE_LE = REPONSE.day("le");
    public static final Prose REPONSE_TEXTE = REPONSE.rich("texte", 5_000);

    /**
     * What one of the binôme makes of it: as long as it stands, the comment is answered. There is
     * one at most; who comes second is told so, and not of a limit.
     */
    public static final Kind SUITE =
            COMMENTAIRE.persons(
                    "suite",
                    10,
                    Role.ECRITURE,
                    "Savoir ce que le binôme a fait d'un commentaire, qui l'a dit et quand.");

    public static final Register SUITE_ISSUE =
            SUITE.choice("issue", "retenue", "ecartee", "reglee");
    public static final Register SUITE_LE = SUITE.day("le");

    private CommentaireFields() {}
}
