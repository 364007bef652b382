package fr.binome.parcours;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;
import fr.binome.board.Role;

/**
 * The periods that a class spends in companies. There is no sector here: it is each student's own
 * choice ({@code PFMP-SEC-FREE-SECTOR}).
 */
public final class PfmpFields {
    public static final Kind PFMP =
            Classe.CLASSE.child("pfmp", 12, "Planifier les périodes en entreprise de la classe.");

    /** Whole weeks, by the type of the register ({@code PFMP-SEMAINES-ENTIERES}). */
    public static final Register WEEKS = PFMP.weeks("weeks");

    public static final Kind OBJECTIF =
            PFMP.child("objectif", 20, "Dire ce que la période doit apporter (D-35).");
    public static final Prose LABEL = OBJECTIF.line("label", 300);
    public static final Kind OBJECTIF_COMPETENCE =
            OBJECTIF.set(
                    "objectifCompetence", "competences", 30, "Relier un objectif au référentiel.");

    /**
     * The signature of someone of the direction; it stands for the weeks it saw and lapses when
     * they change ({@code PFMP-RESPONSABLE}).
     */
    public static final Kind VALIDATION =
            PFMP.persons(
                    "validation", 5, Role.LECTURE, "Savoir qui a validé la période, et quand.");

    /** A span of weeks in which the class is assessed (D-37). */
    public static final Kind FENETRE =
            Classe.CLASSE.child("fenetre", 40, "Placer les évaluations dans l'année.");

    public static final Prose FENETRE_LABEL = FENETRE.line("label", 200);
    public static final Register FENETRE_WEEKS = FENETRE.weeks("weeks");

    /** Certificative never in seconde ({@code SEC-CERT}). */
    public static final Register FENETRE_NATURE =
            FENETRE.choice("nature", "formative", "certificative");

    /** The exam unit that a certificative one counts for (D-44). */
    public static final Register FENETRE_EPREUVE = FENETRE.known("epreuve", "epreuves");

    private PfmpFields() {}
}
