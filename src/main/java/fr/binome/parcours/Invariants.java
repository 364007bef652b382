package fr.binome.parcours;

import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.Field;
import fr.binome.board.Kind;
import fr.binome.referentiel.Referentiels;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is always true of a class, whoever edits (DOMAIN §5); looks only at what a submission
 * changed.
 */
final class Invariants {
    private final Referentiels referentiels;

    Invariants(Referentiels referentiels) {
        this.referentiels = referentiels;
    }

    @Nullable ParcoursRefusal veto(List<Change> changes, Board after) {
        for (Change change : changes) {
            Entity entity = after.live(change.id());
            ParcoursRefusal refusal = entity == null ? null : veto(entity, after);
            if (refusal == null && concernsSpecialites(change, after)) {
                refusal = specialites(after);
            }
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable ParcoursRefusal veto(Entity entity, Board after) {
        Kind kind = entity.kind();
        if (kind == SituationFields.SITUATION) {
            if (isSeconde(after)
                    && "certificative".equals(entity.word(SituationFields.EVALUATION_NATURE))) {
                return new ParcoursRefusal.CertificativeInSeconde(entity.id().value());
            }
            String univers = entity.word(SituationFields.UNIVERS);
            return univers == null || specialitesOf(after).contains(univers)
                    ? null
                    : new ParcoursRefusal.NotOfTheClasse(entity.id().value(), univers);
        }
        if (kind == EtapeFields.COMPETENCE || kind == SituationFields.COMPETENCE_ENVISAGEE) {
            return allowed(after).contains(entity.id().target())
                    ? null
                    : new ParcoursRefusal.NotOfTheClasse(entity.in().value(), entity.id().target());
        }
        return null;
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
        return isSeconde(after) || specialitesOf(after).size() == 1
                ? null
                : new ParcoursRefusal.OneSpecialite();
    }

    private Set<String> allowed(Board board) {
        Set<String> allowed = referentiels.competencesOf(specialitesOf(board));
        if (isSeconde(board)) {
            allowed.addAll(referentiels.communes());
        }
        return allowed;
    }

    private static boolean isSeconde(Board board) {
        Entity root = board.root();
        return root != null && "seconde".equals(root.word(Classe.YEAR));
    }

    private static Set<String> specialitesOf(Board board) {
        return board.children(board.rootId(), Classe.SPECIALITE).stream()
                .map(specialite -> specialite.id().target())
                .collect(Collectors.toSet());
    }
}
