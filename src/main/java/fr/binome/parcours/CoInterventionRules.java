package fr.binome.parcours;

import fr.binome.board.PersonId;
import fr.binome.referentiel.Discipline;
import fr.binome.referentiel.Item;
import fr.binome.referentiel.Referentiels;

import org.jspecify.annotations.Nullable;

/** What a co-intervention cannot be without: its RAP activity and a teacher on each side. */
public final class CoInterventionRules {
    private final Referentiels referentiels;

    public CoInterventionRules(Referentiels referentiels) {
        this.referentiels = referentiels;
    }

    /** Whether it starts from an activity of the class's specialties ({@code COI-RAP}). */
    public boolean startsFromRap(CoIntervention coIntervention, ClasseFacts facts) {
        return referentiels.referentiels().stream()
                .filter(referentiel -> facts.specialites().contains(referentiel.id()))
                .flatMap(referentiel -> referentiel.rapActivities().stream())
                .map(Item::id)
                .anyMatch(id -> id.equals(coIntervention.activiteRap()));
    }

    /**
     * The side on which it has nobody ({@code COI-DISCIPLINE}): {@code professionnel}, {@code
     * general}, or {@code discipline} for one that may not; null for none.
     */
    public @Nullable String missingSide(
            CoIntervention coIntervention, ClasseFacts facts, Equipe equipe) {
        String professionnel = coIntervention.professionnel();
        if (professionnel == null || !equipe.hasBeenInBinome(new PersonId(professionnel))) {
            return "professionnel";
        }
        String discipline = coIntervention.discipline();
        if (discipline == null || !mayCoIntervene(discipline, facts)) {
            return "discipline";
        }
        String general = coIntervention.general();
        Equipe.Enseignant colleague =
                general == null ? null : equipe.enseignant(new PersonId(general));
        return colleague != null && colleague.disciplines().contains(discipline) ? null : "general";
    }

    /**
     * French and mathematics; in terminale any general discipline under the reform (since 2021,
     * DOMAIN §11.8).
     */
    private boolean mayCoIntervene(String id, ClasseFacts facts) {
        Discipline discipline = referentiels.discipline(id);
        boolean opened =
                facts.year() == CycleYear.TERMINALE
                        && !Referentiels.DEFAULT_RULESET.equals(
                                referentiels.ruleset(facts.ruleset()).id());
        return discipline != null
                && discipline.isGeneral()
                && (opened || referentiels.parametres().coInterventionDisciplines().contains(id));
    }
}
