package fr.binome.parcours;

import fr.binome.apport.ClasseDigest;
import fr.binome.board.Acces;
import fr.binome.board.Asker;
import fr.binome.board.Board;
import fr.binome.board.BoardKind;
import fr.binome.board.Change;
import fr.binome.board.Kind;
import fr.binome.board.NoCommand;
import fr.binome.board.Reader;
import fr.binome.board.Refusal;
import fr.binome.board.Ruling;
import fr.binome.board.Schema;
import fr.binome.parcours.insight.ClasseReader;
import fr.binome.parcours.reading.Programmes;
import fr.binome.referentiel.Referentiels;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The kind of board of one class in one school year. It has no trade command yet: its rules are
 * invariants.
 */
public final class ClasseKind implements BoardKind<NoCommand> {
    private static final Kind[] KINDS = {
        Classe.CLASSE,
        Classe.ACCES.kind(),
        Classe.SPECIALITE,
        Classe.LIEN,
        Classe.ECARTE,
        CommuneFields.COMMUNE,
        EquipeFields.BINOME,
        EquipeFields.ENSEIGNANT,
        EquipeFields.DIRECTION,
        SituationFields.SITUATION,
        SituationFields.CANAL,
        SituationFields.ALEA,
        SituationFields.ACTIVITE_RAP,
        SituationFields.SAVOIR,
        SituationFields.OUTIL,
        SituationFields.COMPETENCE_ENVISAGEE,
        SituationFields.VISEE,
        SituationFields.DIMENSION,
        SituationFields.MUTATION,
        SituationFields.REINVESTIT,
        SituationFields.ACCORD,
        CommentaireFields.COMMENTAIRE,
        CommentaireFields.REPONSE,
        CommentaireFields.SUITE,
        EtapeFields.ETAPE,
        EtapeFields.COMPETENCE,
        EtapeFields.SAVOIR,
        EtapeFields.OUTIL,
        EtapeFields.PROPOSITION,
        PfmpFields.PFMP,
        PfmpFields.OBJECTIF,
        PfmpFields.OBJECTIF_COMPETENCE,
        PfmpFields.VALIDATION,
        PfmpFields.FENETRE,
        OrganisationFields.ORGANISATION,
        OrganisationFields.UNIVERS,
        CoInterventionFields.CO_INTERVENTION,
        CoInterventionFields.CAPACITE,
        CoInterventionFields.COMPETENCE,
        CoInterventionFields.SAVOIR,
        CoInterventionFields.SEANCE,
        CoInterventionFields.SITUATION,
        ChefDOeuvreFields.CHEF_D_OEUVRE,
        ChefDOeuvreFields.COMPETENCE,
        ChefDOeuvreFields.COMMUNE,
        ChefDOeuvreFields.REALISATION,
        ChefDOeuvreFields.JALON,
        ChefDOeuvreFields.EVALUATION,
        ChefDOeuvreFields.ENSEIGNANT,
    };

    private final Schema schema;
    private final Invariants invariants;
    private final Referentiels referentiels;
    private final Programmes programmes;

    public ClasseKind(Referentiels referentiels) {
        schema = new Schema(vocabularies(referentiels), KINDS);
        invariants = new Invariants(referentiels);
        programmes = new Programmes(referentiels);
        this.referentiels = referentiels;
    }

    /** All kinds of a class, each after its parent. */
    public static List<Kind> kinds() {
        return List.of(KINDS);
    }

    private static Map<String, Set<String>> vocabularies(Referentiels referentiels) {
        return Map.ofEntries(
                Map.entry("specialites", referentiels.specialites()),
                Map.entry("activitesRap", referentiels.rapActivities()),
                Map.entry("competences", withOwn(referentiels.competences())),
                Map.entry("communes", withOwn(referentiels.communes())),
                Map.entry("competencesMa", referentiels.competencesOf(Set.of("ma"))),
                Map.entry("competencesMcvA", referentiels.competencesOf(Set.of("mcv-a"))),
                Map.entry("competencesMcvB", referentiels.competencesOf(Set.of("mcv-b"))),
                Map.entry("savoirs", referentiels.savoirs()),
                Map.entry("outils", referentiels.digitalTools()),
                Map.entry("visees", referentiels.visees()),
                Map.entry("dimensions", referentiels.dimensions()),
                Map.entry("mutations", referentiels.mutations()),
                Map.entry("rulesets", referentiels.rulesetIds()),
                Map.entry("disciplines", referentiels.disciplineIds()),
                Map.entry("capacites", referentiels.capacites()),
                Map.entry("epreuves", referentiels.epreuves()));
    }

    private static Set<String> withOwn(Set<String> given) {
        Set<String> all = new LinkedHashSet<>(given);
        all.addAll(CommuneFields.OWN);
        return all;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Acces acces() {
        return Classe.ACCES;
    }

    @Override
    public Ruling decide(Board board, NoCommand command, Asker asker) {
        throw new IllegalStateException("a classe has no trade command");
    }

    @Override
    public Refusal.@Nullable Trade veto(
            Board before, List<Change> changes, Board after, Asker asker) {
        Refusal.Trade veto = Classe.ACCES.veto(before, changes, after);
        return veto != null ? veto : invariants.veto(before, changes, after, asker);
    }

    @Override
    public Reader reader() {
        return new ClasseReader(referentiels, programmes);
    }

    @Override
    public ClasseDigest digest(byte[] bytes) throws IOException {
        return ClasseDigest.of(bytes);
    }

    @Override
    public @Nullable Instant nextAlarm(Board board) {
        return null;
    }

    @Override
    public List<Change> due(Board board, Instant now) {
        return List.of();
    }
}
