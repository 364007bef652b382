package fr.binome.room;

import java.time.Instant;
import java.util.List;

/** When a board is kept whole: after so many commits, and before its room is unloaded. */
final class Snapshots {
    /** Commits between two snapshots. */
    static final int EVERY = 1_000;

    private final String incarnation;
    private final Order order;
    private final Clients clients;
    private final List<Effect> effects;
    private long keptN;
    private boolean saving;

    Snapshots(History history, Order order, Clients clients, List<Effect> effects) {
        this.incarnation = history.incarnation();
        this.keptN = history.snapshotN();
        this.order = order;
        this.clients = clients;
        this.effects = effects;
    }

    boolean isDue() {
        return order.headN() - keptN >= EVERY;
    }

    boolean isSaving() {
        return saving;
    }

    /** Keeps the newest durable state, unless it is kept or being kept. */
    void save(Instant now) {
        if (saving || order.headN() <= keptN) {
            return;
        }
        saving = true;
        keptN = order.headN();
        effects.add(
                new Effect.Save(
                        order.confirmed(),
                        incarnation,
                        order.headN(),
                        order.headHash(),
                        clients.nextPen(),
                        clients.kept(now)));
    }

    void saved() {
        saving = false;
    }
}
