package fr.binome.room;

import fr.binome.board.Change;
import fr.binome.board.EntityId;
import fr.binome.text.Delta;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest edits of each text, so that a delta made on an older state is transformed through
 * them, one by one, in the board's own order and never over a composed history.
 */
final class TextWindows {
    private static final int MOST_EDITS = 20_000;

    /** One edit of a text. */
    record Edited(long seq, Delta delta) {}

    /** The name of a text in the header of commits. */
    static String key(EntityId id, String field) {
        return id + "/" + field;
    }

    private final Map<String, ArrayDeque<Edited>> edits = new HashMap<>();
    private final ArrayDeque<String> order = new ArrayDeque<>();
    private long since;

    /**
     * Windows that know nothing yet.
     *
     * @param since the seq after which they will know every edit
     */
    TextWindows(long since) {
        this.since = since;
    }

    /** The seq after which every edit is known. */
    long since() {
        return since;
    }

    void add(long seq, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Edit(var id, var field, var delta)) {
                String key = key(id, field);
                edits.computeIfAbsent(key, text -> new ArrayDeque<>())
                        .addLast(new Edited(seq, delta));
                order.addLast(key);
            }
        }
        while (order.size() > MOST_EDITS) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        String key = order.removeFirst();
        ArrayDeque<Edited> window = edits.get(key);
        if (window == null) {
            return;
        }
        since = Math.max(since, window.removeFirst().seq);
        if (window.isEmpty()) {
            edits.remove(key);
        }
    }

    /** The known edits of a text after {@code seq}, in order. */
    List<Edited> after(String key, long seq) {
        List<Edited> found = new ArrayList<>();
        ArrayDeque<Edited> window = edits.get(key);
        if (window != null) {
            var newestFirst = window.descendingIterator();
            while (newestFirst.hasNext()) {
                Edited edited = newestFirst.next();
                if (edited.seq <= seq) {
                    break;
                }
                found.addFirst(edited);
            }
        }
        return found;
    }
}
