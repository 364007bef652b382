package fr.binome.parcours;

import fr.binome.board.Asker;
import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.Field;
import fr.binome.board.Kind;
import fr.binome.referentiel.Referentiels;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is always true of a class, whoever edits (DOMAIN §5); looks only at what a submission
 * changed, so that what was broken otherwise never keeps anybody from working.
 */
final class Invariants {
    private final Referentiels referentiels;
    private final Absences absences;
    private final CoInterventionRules coInterventions;
    private final Map<Kind, Check> checks;

    private interface Check {
        @Nullable ParcoursRefusal veto(Touched touched);
    }

    Invariants(Referentiels referentiels) {
        this.referentiels = referentiels;
        this.absences = new Absences(referentiels);
        this.coInterventions = new CoInterventionRules(referentiels);
        this.checks =
                Map.ofEntries(
                        Map.entry(SituationFields.SITUATION, this::situation),
                        Map.entry(EtapeFields.COMPETENCE, this::competence),
                        Map.entry(SituationFields.COMPETENCE_ENVISAGEE, this::competence),
                        Map.entry(PfmpFields.OBJECTIF_COMPETENCE, this::competence),
                        Map.entry(CoInterventionFields.COMPETENCE, this::competence),
                        Map.entry(ChefDOeuvreFields.COMPETENCE, this::competence),
                        Map.entry(CommuneFields.COMMUNE, Invariants::commune),
                        Map.entry(PfmpFields.PFMP, absences::pfmp),
                        Map.entry(PfmpFields.FENETRE, Invariants::fenetre),
                        Map.entry(CoInterventionFields.CO_INTERVENTION, this::coIntervention),
                        Map.entry(ChefDOeuvreFields.CHEF_D_OEUVRE, Invariants::chefDOeuvre));
    }

    @Nullable ParcoursRefusal veto(Board before, List<Change> changes, Board after, Asker asker) {
        for (Change change : changes) {
            ParcoursRefusal refusal = Signatures.veto(change, before, after, asker);
            Entity entity = after.live(change.id());
            Check check = entity == null ? null : checks.get(entity.kind());
            if (refusal == null && check != null && entity != null) {
                refusal = check.veto(new Touched(entity, before, after, asker));
            }
            if (refusal == null && concernsSpecialites(change, after)) {
                refusal = specialites(after);
            }
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable ParcoursRefusal situation(Touched touched) {
        Entity entity = touched.entity();
        ClasseFacts facts = ClasseFacts.in(touched.after());
        if (facts.isSeconde()
                && "certificative".equals(entity.word(SituationFields.EVALUATION_NATURE))) {
            return new ParcoursRefusal.CertificativeInSeconde(entity.id());
        }
        String univers = entity.word(SituationFields.UNIVERS);
        if (univers != null && !facts.specialites().contains(univers)) {
            return new ParcoursRefusal.NotOfTheClasse(entity.id(), univers);
        }
        return absences.situation(touched);
    }

    private static @Nullable ParcoursRefusal fenetre(Touched touched) {
        return ClasseFacts.in(touched.after()).isSeconde()
                        && "certificative".equals(touched.entity().word(PfmpFields.FENETRE_NATURE))
                ? new ParcoursRefusal.CertificativeInSeconde(touched.entity().id())
                : null;
    }

    private @Nullable ParcoursRefusal competence(Touched touched) {
        String target = touched.entity().id().target();
        return allowed(touched.after()).contains(target)
                ? null
                : new ParcoursRefusal.NotOfTheClasse(touched.entity().in(), target);
    }

    private static @Nullable ParcoursRefusal commune(Touched touched) {
        Entity line = touched.entity();
        Board board = touched.after();
        if (!ClasseFacts.in(board).isSeconde()) {
            return new ParcoursRefusal.TableauHorsSeconde(line.id());
        }
        String repere = line.word(CommuneFields.REPERE);
        if (repere == null || !touched.changed(CommuneFields.REPERE)) {
            return null;
        }
        for (Entity other : board.children(board.rootId(), CommuneFields.COMMUNE)) {
            if (!other.id().equals(line.id()) && repere.equals(other.word(CommuneFields.REPERE))) {
                return new ParcoursRefusal.CommuneTwice(line.id(), other.id());
            }
        }
        return null;
    }

    private @Nullable ParcoursRefusal coIntervention(Touched touched) {
        if (!touched.changed(CoInterventionFields.ACTIVITE_RAP)
                && !touched.changed(CoInterventionFields.PROFESSIONNEL)
                && !touched.changed(CoInterventionFields.GENERAL)
                && !touched.changed(CoInterventionFields.DISCIPLINE)) {
            return null;
        }
        Board board = touched.after();
        CoIntervention coIntervention = CoIntervention.in(board, touched.entity());
        ClasseFacts facts = ClasseFacts.in(board);
        if (!coInterventions.startsFromRap(coIntervention, facts)) {
            return new ParcoursRefusal.CoInterventionWithoutRap(coIntervention.id());
        }
        Equipe equipe = Equipe.in(Inside.of(board, board.rootId()));
        String side = coInterventions.missingSide(coIntervention, facts, equipe);
        return side == null
                ? null
                : new ParcoursRefusal.CoInterventionOneSided(coIntervention.id(), side);
    }

    private static @Nullable ParcoursRefusal chefDOeuvre(Touched touched) {
        Entity entity = touched.entity();
        if (touched.isNew() && ClasseFacts.in(touched.after()).isSeconde()) {
            return new ParcoursRefusal.ChefDOeuvreInSeconde(entity.id());
        }
        return entity.word(ChefDOeuvreFields.EPREUVE) == null
                ? null
                : new ParcoursRefusal.ChefDOeuvreNoEpreuve(entity.id());
    }

    private static boolean concernsSpecialites(Change change, Board after) {
        Entity entity = after.entity(change.id());
        return entity != null
                && (entity.kind() == Classe.SPECIALITE
                        || (entity.isRoot()
                                && change instanceof Change.Set set
                                && set.field().equals(((Field) Classe.YEAR).name())));
    }

    private static @Nullable ParcoursRefusal specialites(Board after) {
        ClasseFacts facts = ClasseFacts.in(after);
        return facts.isSeconde() || facts.specialites().size() == 1
                ? null
                : new ParcoursRefusal.OneSpecialite(after.rootId());
    }

    private Set<String> allowed(Board board) {
        ClasseFacts facts = ClasseFacts.in(board);
        Set<String> allowed = referentiels.competencesOf(facts.specialites());
        if (facts.isSeconde()) {
            // Of whichever table: one that is replaced keeps nobody from taking an act back.
            allowed.addAll(referentiels.communes());
            allowed.addAll(CommuneFields.OWN);
        }
        return allowed;
    }
}
