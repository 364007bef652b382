package fr.binome.parcours;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;
import fr.binome.board.Role;

/** What an étape is made of: one step of a situation, led by one teacher or by both. */
public final class EtapeFields {
    public static final Kind ETAPE =
            SituationFields.SITUATION.child("etape", 60, "Partager une situation en étapes.");

    public static final Prose TITRE = ETAPE.line("titre", 200);
    public static final Prose TEXTE = ETAPE.rich("texte", 20_000);

    /** How long it lasts in class, in minutes. */
    public static final Register MINUTES = ETAPE.number("minutes", 0, 6_000);

    /** Who leads it (D-08): the class's X, its Y, or both. */
    public static final Register CONDUITE_PAR = ETAPE.choice("conduitePar", "X", "Y", "XY");

    public static final Prose MODALITE = ETAPE.line("modalite", 200);
    public static final Prose LIVRABLE = ETAPE.line("livrable", 200);

    /**
     * A competence worked in the étape: of the class's specialties, or a common one in seconde
     * (D-18). A situation's competences are those of its étapes.
     */
    public static final Kind COMPETENCE =
            ETAPE.set("competence", "competences", 60, "Savoir ce que l'étape fait travailler.");

    public static final Kind SAVOIR =
            ETAPE.set("savoirEtape", "savoirs", 40, "Nommer les savoirs de l'étape (D-31).");
    public static final Kind OUTIL =
            ETAPE.set("outilEtape", "outils", 20, "Nommer les outils de l'étape (D-82).");

    /** « Je prends », « je te laisse »: one's proposal, which another may accept (D-08). */
    public static final Kind PROPOSITION =
            ETAPE.persons(
                    "proposition", 2, Role.ECRITURE, "Proposer qui mène l'étape, à accepter.");

    /** Who would lead the étape. */
    public static final Register PROPOSITION_CONDUITE =
            PROPOSITION.choice("conduitePar", "X", "Y", "XY");

    private EtapeFields() {}
}
