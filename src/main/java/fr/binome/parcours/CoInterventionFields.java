package fr.binome.parcours;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;

/** Lessons that a professional teacher and one of a general discipline give together. */
public final class CoInterventionFields {
    public static final Kind CO_INTERVENTION =
            Classe.CLASSE.child("coIntervention", 60, "Préparer les séances de co-intervention.");

    public static final Prose TITRE = CO_INTERVENTION.line("titre", 200);

    /** What students make. */
    public static final Prose PRODUCTION = CO_INTERVENTION.line("production", 200);

    /** The RAP activity it starts from ({@code COI-RAP}): never empty. */
    public static final Register ACTIVITE_RAP =
            CO_INTERVENTION.known("activiteRap", "activitesRap");

    /** One of the binôme ({@code COI-DISCIPLINE}): never empty. */
    public static final Register PROFESSIONNEL = CO_INTERVENTION.person("professionnel");

    /** One who teaches the general discipline in the class: never empty. */
    public static final Register GENERAL = CO_INTERVENTION.person("general");

    public static final Register DISCIPLINE = CO_INTERVENTION.known("discipline", "disciplines");

    /** What the programme of the general discipline wants: the first of three anchors. */
    public static final Kind CAPACITE =
            CO_INTERVENTION.set(
                    "capacite", "capacites", 20, "Relier la séance au programme général (D-114).");

    public static final Kind COMPETENCE =
            CO_INTERVENTION.set(
                    "competenceCoIntervention",
                    "competences",
                    30,
                    "Relier la séance au référentiel (D-114).");
    public static final Kind SAVOIR =
            CO_INTERVENTION.set(
                    "savoirCoIntervention",
                    "savoirs",
                    30,
                    "Nommer les savoirs de la séance (D-114).");

    public static final Kind SEANCE =
            CO_INTERVENTION.child("seance", 60, "Dater les séances de co-intervention.");
    public static final Prose SEANCE_LABEL = SEANCE.line("label", 200);
    public static final Register SEANCE_DAY = SEANCE.day("date");
    public static final Register SEANCE_MINUTES = SEANCE.number("minutes", 0, 600);

    /** A situation of the class that it works on. */
    public static final Kind SITUATION =
            CO_INTERVENTION.child(
                    "situationCoIntervention", 20, "Relier la séance aux situations de la classe.");

    public static final Register SITUATION_ID = SITUATION.reference("situation");

    private CoInterventionFields() {}
}
