package fr.binome.parcours;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;
import fr.binome.board.Role;

/**
 * The long project of première and terminale: « chef-d'œuvre », « projet » under {@code
 * reforme-2024}.
 */
public final class ChefDOeuvreFields {
    public static final Kind CHEF_D_OEUVRE =
            Classe.CLASSE.child("chefDOeuvre", 12, "Conduire le chef-d'œuvre de la classe.");

    public static final Prose TITRE = CHEF_D_OEUVRE.line("titre", 200);
    public static final Prose DESCRIPTION = CHEF_D_OEUVRE.rich("description", 20_000);
    public static final Prose MODALITE = CHEF_D_OEUVRE.line("modalite", 200);

    /** The year in which it started ({@code CDO-DES-PREMIERE}). */
    public static final Register START_YEAR =
            CHEF_D_OEUVRE.choice("startYear", "premiere", "terminale");

    /**
     * Always empty: a link to an exam unit is refused with its reason ({@code CDO-PAS-SUBSTITUT}).
     */
    public static final Register EPREUVE = CHEF_D_OEUVRE.known("epreuve", "epreuves");

    public static final Kind COMPETENCE =
            CHEF_D_OEUVRE.set(
                    "competenceChefDOeuvre",
                    "competences",
                    40,
                    "Relier le chef-d'œuvre au référentiel (D-116).");

    /** A competence common to general and professional domains. */
    public static final Kind COMMUNE =
            CHEF_D_OEUVRE.child(
                    "competenceCommune",
                    40,
                    "Suivre les compétences sociales, créatives et générales (D-117).");

    public static final Prose COMMUNE_LABEL = COMMUNE.line("label", 200);
    public static final Register COMMUNE_KIND =
            COMMUNE.choice("nature", "sociale", "creativite", "generale");

    public static final Kind REALISATION =
            CHEF_D_OEUVRE.child("realisation", 40, "Nommer les réalisations (D-121).");
    public static final Prose REALISATION_LABEL = REALISATION.line("label", 200);
    public static final Register REALISATION_KIND =
            REALISATION.choice("nature", "collective", "individuelle");

    public static final Kind JALON =
            CHEF_D_OEUVRE.child("jalon", 60, "Tenir les échéances du projet (D-118).");
    public static final Prose JALON_LABEL = JALON.line("label", 200);
    public static final Register JALON_YEAR = JALON.choice("year", "premiere", "terminale");
    public static final Register JALON_DAY = JALON.day("date");

    /** Roughly when, while there is no day. */
    public static final Prose JALON_PERIODE = JALON.line("periode", 200);

    public static final Register JALON_OWNER = JALON.person("owner");

    /** How it is followed and presented. */
    public static final Kind EVALUATION =
            CHEF_D_OEUVRE.child("evaluation", 40, "Prévoir le suivi et l'oral (D-123, D-124).");

    public static final Prose EVALUATION_LABEL = EVALUATION.line("label", 200);
    public static final Register EVALUATION_KIND =
            EVALUATION.choice("nature", "suivi", "oral-individuel");
    public static final Register EVALUATION_YEAR =
            EVALUATION.choice("year", "premiere", "terminale");

    /** A teacher who takes part. */
    public static final Kind ENSEIGNANT =
            CHEF_D_OEUVRE.persons(
                    "enseignantChefDOeuvre",
                    30,
                    Role.ECRITURE,
                    "Savoir qui conduit le chef-d'œuvre.");

    private ChefDOeuvreFields() {}
}
