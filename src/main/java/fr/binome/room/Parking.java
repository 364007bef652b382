package fr.binome.room;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Submissions on so old a state that the journal must be read before they can be decided; the
 * others go on.
 */
final class Parking<T> {
    private final Map<Long, Parked<T>> parked = new HashMap<>();
    private long last;

    static final class Parked<T> {
        private final Submission<T> submission;
        private final ArrayDeque<String> unread;
        private final Map<String, List<Rebase.Old>> found = new HashMap<>();

        private Parked(Submission<T> submission, List<String> texts) {
            this.submission = submission;
            this.unread = new ArrayDeque<>(texts);
        }

        Submission<T> submission() {
            return submission;
        }

        /** The text to be read next. */
        String next() {
            return unread.getFirst();
        }

        void read(String text, List<Rebase.Old> edits) {
            unread.remove(text);
            found.put(text, edits);
        }

        boolean isComplete() {
            return unread.isEmpty();
        }

        Map<String, List<Rebase.Old>> found() {
            return found;
        }
    }

    long park(Submission<T> submission, List<String> texts) {
        last++;
        parked.put(last, new Parked<>(submission, texts));
        return last;
    }

    @Nullable Parked<T> get(long place) {
        return parked.get(place);
    }

    void leave(long place) {
        parked.remove(place);
    }

    boolean holds(String client) {
        return parked.values().stream().anyMatch(place -> place.submission.client().equals(client));
    }
}
