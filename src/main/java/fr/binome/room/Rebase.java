package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Command;
import fr.binome.board.Entity;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.Refusal;
import fr.binome.text.Delta;
import fr.binome.text.TextFault;
import fr.binome.text.TextRules;
import fr.binome.wire.Down;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings a submission's text edits from the state they were made on to the newest one, edit by
 * edit.
 */
final class Rebase<T> {
    /**
     * Through more edits of one text, or older ones, nothing is transformed: the submission is
     * stale.
     */
    static final int MOST_EDITS = 5_000;

    static final Duration OLDEST = Duration.ofHours(24);

    private final TextWindows windows;
    private final Map<String, List<Old>> older;
    private final Instant now;

    /** An edit read back from the journal. */
    record Old(long seq, Instant at, Delta delta) {}

    /** A command ready to be decided, or why it cannot be. */
    sealed interface Outcome<T> {
        record Ready<T>(Command<T> command) implements Outcome<T> {}

        record No<T>(Refusal refusal) implements Outcome<T> {}
    }

    Rebase(TextWindows windows, Map<String, List<Old>> older, Instant now) {
        this.windows = windows;
        this.older = older;
        this.now = now;
    }

    /** Adds the edits of a text that a submission made. */
    static void collect(String text, Down.Accepted accepted, List<Old> into) {
        for (Change change : accepted.changes()) {
            if (change instanceof Change.Edit(var id, var field, var delta)
                    && TextWindows.key(id, field).equals(text)) {
                into.add(new Old(accepted.seq(), accepted.at(), delta));
            }
        }
    }

    Outcome<T> rebased(Command<T> command, long base, Board board) {
        if (!(command instanceof Command.Kernel<T>(KernelCommand.EditText edit))) {
            return new Outcome.Ready<>(command);
        }
        Entity entity = board.entity(edit.id());
        if (entity == null || !(entity.kind().field(edit.field()) instanceof Field.Prose prose)) {
            return new Outcome.Ready<>(command);
        }
        TextFault fault = TextRules.formFault(edit.delta(), prose.shape());
        if (fault != null) {
            return new Outcome.No<>(new Refusal.Invalid(edit.id(), edit.field(), fault.word()));
        }
        String text = TextWindows.key(edit.id(), edit.field());
        List<Old> read = older.getOrDefault(text, List.of());
        List<Delta> since = new ArrayList<>();
        read.forEach(old -> since.add(old.delta()));
        windows.after(text, base).forEach(edited -> since.add(edited.delta()));
        if (since.size() > MOST_EDITS
                || (!read.isEmpty() && read.getFirst().at().isBefore(now.minus(OLDEST)))) {
            return new Outcome.No<>(new Refusal.Stale(edit.id(), edit.field()));
        }
        Delta delta = edit.delta();
        for (Delta earlier : since) {
            delta = earlier.transform(delta, true);
        }
        return new Outcome.Ready<>(
                new Command.Kernel<>(new KernelCommand.EditText(edit.id(), edit.field(), delta)));
    }
}
