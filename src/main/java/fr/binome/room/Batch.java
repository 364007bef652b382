package fr.binome.room;

import fr.binome.board.Change;
import fr.binome.wire.ClientState;
import fr.binome.wire.Down;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What has been decided and waits to become durable in one commit. */
final class Batch {
    private final List<Down.Accepted> accepted = new ArrayList<>();
    private final Map<String, ClientState> clients = new LinkedHashMap<>();
    private final Set<String> texts = new TreeSet<>();
    private final List<Owed> owed = new ArrayList<>();
    private long size;

    /** Whoever in the server waits to hear what became of an act. */
    private record Owed(long seq, Consumer<Acted> to) {}

    void accept(Down.Accepted submission, long payloadSize) {
        accepted.add(submission);
        size += payloadSize;
        for (Change change : submission.changes()) {
            if (change instanceof Change.Edit(var id, var field, var delta)) {
                texts.add(TextWindows.key(id, field));
            }
        }
    }

    void remember(ClientState state) {
        clients.put(state.client(), state);
    }

    /** Tells that one, whatever becomes of this batch. */
    void owe(long seq, Consumer<Acted> to) {
        owed.add(new Owed(seq, to));
    }

    /** Only outcomes wait for the next commit; they make none. */
    boolean isWorthACommit() {
        return !accepted.isEmpty();
    }

    int count() {
        return accepted.size();
    }

    /** Roughly how many bytes it will take. */
    long size() {
        return size;
    }

    List<Down.Accepted> accepted() {
        return accepted;
    }

    List<ClientState> clients() {
        return List.copyOf(clients.values());
    }

    Set<String> texts() {
        return texts;
    }

    void durable() {
        owed.forEach(each -> each.to.accept(new Acted.Done(each.seq)));
    }

    void lost() {
        owed.forEach(each -> each.to.accept(new Acted.Unavailable()));
    }
}
