package fr.binome.parcours;

import fr.binome.board.Asker;
import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;
import fr.binome.board.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One's words under a situation are one's own, and so is one's answer to another's. */
final class CommentaireRules {
    static final Set<Kind> KINDS =
            Set.of(
                    CommentaireFields.COMMENTAIRE,
                    CommentaireFields.REPONSE,
                    CommentaireFields.SUITE);

    private CommentaireRules() {}

    static @Nullable ParcoursRefusal veto(
            Change change, Entity entity, Board before, Board after, Asker asker) {
        if (entity.kind() == CommentaireFields.SUITE) {
            return suite(change, entity, before, after, asker);
        }
        boolean reply = entity.kind() == CommentaireFields.REPONSE;
        Register author = reply ? CommentaireFields.REPONSE_AUTEUR : CommentaireFields.AUTEUR;
        Register day = reply ? CommentaireFields.REPONSE_LE : CommentaireFields.LE;
        Prose text = reply ? CommentaireFields.REPONSE_TEXTE : CommentaireFields.TEXTE;
        Entity was = before.entity(entity.id());
        if (was != null && isPushed(change, was, entity, author, before, after, asker)) {
            return null;
        }
        if (!isBy(was == null ? entity : was, author, asker) || !isBy(entity, author, asker)) {
            return new ParcoursRefusal.NotYourWords(entity.id());
        }
        // A text may be empty while it is written anew, never when it is sent.
        boolean complete =
                isDated(was, entity, day, asker.now())
                        && (was != null || !Contexte.plain(entity, text).isEmpty());
        if (!complete) {
            return new ParcoursRefusal.CommentaireIncomplete(entity.id());
        }
        return reply ? null : fits(entity.id(), after);
    }

    /**
     * Whether a comment only made room among its siblings: ranks that have grown too long are
     * spread anew. The order of those of others is theirs.
     */
    private static boolean isPushed(
            Change change,
            Entity was,
            Entity entity,
            Register author,
            Board before,
            Board after,
            Asker asker) {
        return change instanceof Change.Move
                && was.in().equals(entity.in())
                && others(before, entity, author, asker)
                        .equals(others(after, entity, author, asker));
    }

    private static List<EntityId> others(Board board, Entity like, Register author, Asker asker) {
        return board.children(like.in(), like.kind()).stream()
                .filter(each -> !isBy(each, author, asker))
                .map(Entity::id)
                .toList();
    }

    /** Whoever writes takes any answer away, and puts back what they took; they give their own. */
    private static @Nullable ParcoursRefusal suite(
            Change change, Entity entity, Board before, Board after, Asker asker) {
        if (!(change instanceof Change.Remove) && !(change instanceof Change.Restore)) {
            if (!entity.id().target().equals(asker.person().value())) {
                return new ParcoursRefusal.NotYours(entity.id());
            }
            Entity was = before.entity(entity.id());
            LocalDate day = entity.day(CommentaireFields.SUITE_LE);
            boolean dated =
                    day != null
                            && (SchoolDay.isOf(day, asker.now())
                                    || was != null
                                            && day.equals(was.day(CommentaireFields.SUITE_LE)));
            if (!dated || entity.word(CommentaireFields.SUITE_ISSUE) == null) {
                return new ParcoursRefusal.CommentaireIncomplete(entity.id());
            }
        }
        if (after.children(entity.in(), CommentaireFields.SUITE).size() > 1) {
            return new ParcoursRefusal.AlreadyAnswered(entity.in());
        }
        return fits(entity.in(), after);
    }

    /** Proposals are retained or set aside, remarks are settled. */
    private static @Nullable ParcoursRefusal fits(EntityId commentaire, Board after) {
        Entity entity = after.entity(commentaire);
        boolean proposal =
                entity != null && "proposition".equals(entity.word(CommentaireFields.NATURE));
        boolean fits =
                after.children(commentaire, CommentaireFields.SUITE).stream()
                        .map(suite -> suite.word(CommentaireFields.SUITE_ISSUE))
                        .allMatch(issue -> proposal != "reglee".equals(issue));
        return fits ? null : new ParcoursRefusal.AnswerDoesNotFit(commentaire);
    }

    private static boolean isBy(Entity entity, Register author, Asker asker) {
        return asker.person().value().equals(entity.word(author));
    }

    private static boolean isDated(@Nullable Entity was, Entity entity, Register day, Instant now) {
        LocalDate said = entity.day(day);
        return said != null
                && (was == null ? SchoolDay.isOf(said, now) : said.equals(was.day(day)));
    }
}
