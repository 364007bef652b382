package fr.binome.parcours;

import fr.binome.board.Asker;
import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Kind;
import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/** What only the person named may do: to agree, to propose, to validate, to set aside, to say. */
final class Signatures {
    private static final Set<Kind> SIGNED =
            Set.of(SituationFields.ACCORD, EtapeFields.PROPOSITION, PfmpFields.VALIDATION);

    private Signatures() {}

    static @Nullable ParcoursRefusal veto(Change change, Board before, Board after, Asker asker) {
        Entity entity = after.entity(change.id());
        if (entity == null || asker.person().equals(PersonId.SYSTEME)) {
            return null;
        }
        if (SIGNED.contains(entity.kind())) {
            return signature(change, entity, after, asker);
        }
        if (CommentaireRules.KINDS.contains(entity.kind())) {
            return CommentaireRules.veto(change, entity, before, after, asker);
        }
        return entity.kind() == Classe.ECARTE && !(change instanceof Change.Remove)
                ? setAside(entity, before, asker)
                : null;
    }

    private static @Nullable ParcoursRefusal signature(
            Change change, Entity entity, Board after, Asker asker) {
        boolean mine = entity.id().target().equals(asker.person().value());
        // Whoever answers may also take the answer back: the proposal is there again, as it was.
        boolean answered =
                (change instanceof Change.Remove || change instanceof Change.Restore)
                        && entity.kind() == EtapeFields.PROPOSITION;
        if (!mine && !answered) {
            return new ParcoursRefusal.NotYours(entity.id());
        }
        return entity.kind() == PfmpFields.VALIDATION && !isDirection(after, asker.person())
                ? new ParcoursRefusal.NotDirection(entity.in())
                : null;
    }

    private static boolean isDirection(Board board, PersonId person) {
        EntityId member = EntityId.member(board.rootId(), EquipeFields.DIRECTION, person.value());
        return board.live(member) != null;
    }

    private static @Nullable ParcoursRefusal setAside(Entity entity, Board before, Asker asker) {
        Entity was = before.entity(entity.id());
        String by = (was == null ? entity : was).word(Classe.ECARTE_PAR);
        if (by != null && !by.equals(asker.person().value())) {
            return new ParcoursRefusal.NotYours(entity.id());
        }
        LocalDate day = entity.day(Classe.ECARTE_LE);
        boolean complete =
                entity.word(Classe.ECARTE_CONSTAT) != null
                        && asker.person().value().equals(entity.word(Classe.ECARTE_PAR))
                        && !Contexte.plain(entity, Classe.ECARTE_RAISON).isEmpty()
                        && day != null
                        && (was != null || SchoolDay.isOf(day, asker.now()));
        return complete ? null : new ParcoursRefusal.SetAsideIncomplete(entity.id());
    }
}
