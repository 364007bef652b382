package fr.binome.parcours;

import fr.binome.board.PersonId;
import fr.binome.referentiel.Discipline;
import fr.binome.referentiel.Item;
import fr.binome.referentiel.Referentiel;
import fr.binome.referentiel.Referentiels;

import org.jspecify.annotations.Nullable;

/** What a co-intervention cannot be without: its RAP activity and a teacher on each side. */
public final class CoInterventionRules {
    private final Referentiels referentiels;

    public CoInterventionRules(Referentiels referentiels) {
        this.referentiels = referentiels;
    }

    /** What it lacks ({@code COI-RAP}, {@code COI-DISCIPLINE}); null for nothing. */
    public @Nullable ParcoursRefusal broken(
            CoIntervention coIntervention, ClasseFacts facts, Equipe equipe) {
        if (!isOfTheClasse(coIntervention.activiteRap(), facts)) {
            return new ParcoursRefusal.CoInterventionWithoutRap(coIntervention.id());
        }
        String side = missingSide(coIntervention, facts, equipe);
        return side == null
                ? null
                : new ParcoursRefusal.CoInterventionOneSided(coIntervention.id(), side);
    }

    private boolean isOfTheClasse(@Nullable String activity, ClasseFacts facts) {
        return referentiels.referentiels().stream()
                .filter(referentiel -> facts.specialites().contains(referentiel.id()))
                .map(Referentiel::rapActivities)
                .flatMap(java.util.List::stream)
                .map(Item::id)
                .anyMatch(id -> id.equals(activity));
    }

    private @Nullable String missingSide(
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
