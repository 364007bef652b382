package fr.binome.room;

import fr.binome.board.NoCommand;
import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.ClasseKind;
import fr.binome.people.Secrets;
import fr.binome.referentiel.Referentiels;
import fr.binome.wire.KindWire;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** Real rooms over a store in memory; what is due later is due when the test says so. */
public final class RoomsInMemory implements AutoCloseable {
    private static final KindWire<NoCommand> CLASSE = classe();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Runnable> due = new ConcurrentLinkedQueue<>();
    private final Rooms rooms;

    public RoomsInMemory(MemoryStore store, Names names, InstantSource clock) {
        this(store, names, clock, true);
    }

    /**
     * @param presence whether people see who else is there
     */
    public RoomsInMemory(MemoryStore store, Names names, InstantSource clock, boolean presence) {
        Secrets secrets = new Secrets(RandomGenerator.of("L64X128MixRandom"));
        rooms =
                new Rooms(
                        new Rooms.Parts(
                                new MemoryJournal(store, threads),
                                kinds(),
                                names,
                                clock,
                                secrets::id,
                                threads,
                                this::after,
                                Duration.ofMinutes(10),
                                presence));
    }

    private static KindWire<NoCommand> classe() {
        try {
            return new KindWire<>(new ClasseKind(Referentiels.load()), NoCommand.class);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Kinds kinds() {
        return new Kinds(List.of(CLASSE));
    }

    public Rooms rooms() {
        return rooms;
    }

    public ExecutorService threads() {
        return threads;
    }

    /** Keeps what is to be run later, however much later. */
    public void after(Duration delay, Runnable task) {
        due.add(task);
    }

    /** Runs what was to be run later. */
    public void later() {
        for (Runnable task = due.poll(); task != null; task = due.poll()) {
            task.run();
        }
    }

    @Override
    public void close() {
        rooms.stop(Duration.ofSeconds(5));
        threads.shutdownNow();
    }
}
