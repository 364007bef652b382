package fr.binome.room;

import fr.binome.board.Command;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One act of a person, as it reached the room.
 *
 * @param client SHA-256 of the client's id, in hex
 * @param base the durable seq that the client had when it made the act
 * @param payload SHA-256 of the message's bytes, in hex
 * @param size of the message in bytes
 */
record Submission<T>(
        String client,
        PersonId person,
        int pen,
        long number,
        long base,
        String payload,
        int size,
        List<Command<T>> commands) {

    /** The texts it edits, in order. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Command<T> command : commands) {
            if (command instanceof Command.Kernel<T>(KernelCommand.EditText edit)) {
                texts.add(TextWindows.key(edit.id(), edit.field()));
            }
        }
        return texts;
    }

    /** The texts whose edits after its base are not all known after {@code since}. */
    List<String> textsOlderThan(long since) {
        return base < since ? texts() : List.of();
    }

    /**
     * Why it cannot be transformed at all, whatever the board: an edit that no base could be told
     * for.
     */
    @Nullable Refusal refusalUpFront() {
        Integer place = badEdit();
        return place != null
                        && commands.get(place)
                                instanceof Command.Kernel<T>(KernelCommand.EditText edit)
                ? new Refusal.Invalid(edit.id(), edit.field(), "editedTwice")
                : null;
    }

    /**
     * The place of an edit of a text that is edited or created before in the same submission; null
     * without one.
     */
    @Nullable Integer badEdit() {
        Set<String> edited = new HashSet<>();
        Set<EntityId> created = new HashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i) instanceof Command.Kernel<T>(var kernel)) {
                if (kernel instanceof KernelCommand.Create create) {
                    created.add(create.id());
                } else if (kernel instanceof KernelCommand.EditText edit
                        && (created.contains(edit.id())
                                || !edited.add(TextWindows.key(edit.id(), edit.field())))) {
                    return i;
                }
            }
        }
        return null;
    }
}
