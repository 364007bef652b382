package fr.binome.demonstration;

import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.text.Delta;
import fr.binome.text.DeltaBuilder;
import fr.binome.text.Op;
import fr.binome.wire.Place;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One sentence on its way into a text, a few characters at a time. It only ever inserts: whoever
 * writes in the same text keeps every word, and a sentence that somebody has changed is given up.
 */
final class Writing {
    /** How much of what is written must still stand before the caret, to go on. */
    private static final int STANDS = 12;

    private final EntityId entity;
    private final Field.Prose field;
    private final StringBuilder written = new StringBuilder();
    private String left;
    private String underWay = "";
    private int caret;

    /** Begins at the end of a text. */
    Writing(Entity entity, Field.Prose field, String sentence) {
        this.entity = entity.id();
        this.field = field;
        String text = entity.text(field).plain();
        this.caret = text.length() - 1;
        boolean apart = caret == 0 || Character.isWhitespace(text.charAt(caret - 1));
        this.left = apart ? sentence : " " + sentence;
    }

    Place place() {
        return new Place(entity, field.name(), caret, 0);
    }

    boolean isDone() {
        return left.isEmpty();
    }

    /** What comes next. */
    char next() {
        return left.charAt(0);
    }

    /** Inserts so many more characters; to be asked again only once they are true. */
    KernelCommand more(int characters) {
        underWay = left.substring(0, Math.min(characters, left.length()));
        return inserting(underWay);
    }

    /** All that is left in one piece, behind what may be under way. */
    @Nullable KernelCommand rest() {
        String rest = left.substring(underWay.length());
        return rest.isEmpty() ? null : inserting(rest);
    }

    private KernelCommand inserting(String text) {
        return new KernelCommand.EditText(
                entity, field.name(), new DeltaBuilder().retain(caret).insert(text).build());
    }

    /** Follows what has become true. */
    void follow(List<Change> changes, boolean own) {
        for (Change change : changes) {
            if (change instanceof Change.Edit(var id, var name, var delta)
                    && id.equals(entity)
                    && name.equals(field.name())) {
                if (own) {
                    caret = afterInsertion(delta);
                    arrived();
                } else {
                    caret = delta.transformPosition(caret, true);
                }
            }
        }
    }

    private void arrived() {
        written.append(underWay);
        left = left.substring(underWay.length());
        underWay = "";
    }

    private static int afterInsertion(Delta delta) {
        int at = 0;
        for (Op op : delta.ops()) {
            switch (op) {
                case Op.Retain(var length, var attributes) -> at += length;
                case Op.Insert insert -> {
                    return at + insert.length();
                }
                case Op.Delete delete -> {}
            }
        }
        return at;
    }

    /**
     * Finds the caret again on a board that was told anew; false when the sentence cannot go on
     * there.
     */
    boolean findAgain(Board board) {
        String text = text(board);
        if (text == null) {
            return false;
        }
        int sent = end(text, written + underWay);
        if (sent >= 0) {
            arrived();
            caret = sent;
            return true;
        }
        underWay = "";
        caret = written.isEmpty() ? text.length() - 1 : end(text, written.toString());
        return caret >= 0;
    }

    private static int end(String text, String part) {
        int at = part.isEmpty() ? -1 : text.lastIndexOf(part);
        return at < 0 ? -1 : at + part.length();
    }

    /** Whether what it has written still stands before the caret. */
    boolean stands(Board board) {
        String text = text(board);
        int length = Math.min(STANDS, written.length());
        return text != null
                && caret >= length
                && caret < text.length()
                && text.startsWith(written.substring(written.length() - length), caret - length);
    }

    private @Nullable String text(Board board) {
        Entity found = board.live(entity);
        return found == null ? null : found.text(field).plain();
    }
}
