package fr.binome.parcours;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;
import fr.binome.board.Role;

/**
 * What a situation is made of. Its blocs, its list of competences and its minutes are derived from
 * its étapes and have no field (DOMAIN §5, invariant 2).
 */
public final class SituationFields {
    public static final Kind SITUATION =
            Classe.CLASSE.child("situation", 300, "Écrire à deux les situations de l'année.");

    public static final Prose TITRE = SITUATION.line("titre", 200);

    public static final Prose ORGANISATION = SITUATION.line("organisation", 200);
    public static final Prose TYPE = SITUATION.line("type", 200);
    public static final Prose PUBLIC = SITUATION.line("public", 200);
    public static final Prose DESCRIPTION = SITUATION.rich("description", 20_000);
    public static final Prose CONSIGNE = SITUATION.rich("consigne", 20_000);

    public static final Register COMPLEXITE =
            SITUATION.choice("complexite", "courante", "complexe", "critique");
    public static final Prose PERIMETRE = SITUATION.line("perimetre", 200);
    public static final Prose NATURE = SITUATION.line("nature", 200);

    public static final Register WEEKS = SITUATION.weeks("weeks");

    /** Whose world a situation of seconde explores: one of the class's specialties. */
    public static final Register UNIVERS = SITUATION.known("univers", "specialites");

    public static final Register STATUS =
            SITUATION.choice("status", "idee", "brouillon", "pret", "en-classe", "bilan");

    public static final Prose EVALUATION = SITUATION.rich("evaluation", 20_000);

    /** Certificative counts for the diploma, and never in seconde ({@code SEC-CERT}). */
    public static final Register EVALUATION_NATURE =
            SITUATION.choice("evaluationNature", "formative", "certificative");

    /** What it builds on, in words, where no earlier situation can be named. */
    public static final Prose ACQUIS = SITUATION.rich("acquisAnterieurs", 5_000);

    /** Shared with the team of the discipline (D-32). */
    public static final Register PARTAGEE = SITUATION.yesNo("partagee");

    /** The situation it was copied from, as {@code board/entity}: its credit (D-32). */
    public static final Register ORIGINE = SITUATION.reference("origine");

    public static final Kind CANAL =
            SITUATION.child("canal", 20, "Décrire par où passe la relation client.");
    public static final Prose CANAL_LABEL = CANAL.line("label", 200);

    public static final Kind ALEA =
            SITUATION.child("alea", 20, "Prévoir ce qui vient compliquer la situation.");
    public static final Prose ALEA_LABEL = ALEA.line("label", 200);

    public static final Kind ACTIVITE_RAP =
            SITUATION.set(
                    "activiteRap", "activitesRap", 30, "Relier la situation au métier (D-11).");
    public static final Kind SAVOIR =
            SITUATION.set("savoir", "savoirs", 100, "Nommer les savoirs travaillés.");
    public static final Kind OUTIL =
            SITUATION.set("outil", "outils", 60, "Nommer les outils numériques utilisés.");

    /** A competence that the binôme wants in the situation before an étape works it. */
    public static final Kind COMPETENCE_ENVISAGEE =
            SITUATION.set(
                    "competenceEnvisagee",
                    "competences",
                    60,
                    "Prévoir une compétence avant de lui donner une étape (D-18).");

    /** A real-life demand of reception work that it brings (D-75 to D-77). */
    public static final Kind VISEE =
            SITUATION.set("visee", "visees", 3, "Dire à quelle exigence du métier elle répond.");

    /** A dimension of the relation that it works (D-74). */
    public static final Kind DIMENSION =
            SITUATION.set("dimension", "dimensions", 4, "Dire de quelle relation il s'agit.");

    /** A mutation of the trades that it shows (D-03). */
    public static final Kind MUTATION =
            SITUATION.set("mutation", "mutations", 4, "Retrouver les situations par mutation.");

    /** An earlier situation on which this one builds (D-24, D-25). */
    public static final Kind REINVESTIT =
            SITUATION.child("reinvestit", 20, "Dire ce que la situation réinvestit.");

    /** That situation, as {@code board/entity}. */
    public static final Register REINVESTIT_SITUATION = REINVESTIT.reference("situation");

    /** The explicit agreement of one of the binôme, before it is taught (D-30). */
    public static final Kind ACCORD =
            SITUATION.persons(
                    "accord", 10, Role.ECRITURE, "Savoir qui est d'accord avec la situation.");

    private SituationFields() {}
}
