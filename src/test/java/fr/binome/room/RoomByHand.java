package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Command;
import fr.binome.board.KernelCommand;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.journal.Bytes;
import fr.binome.journal.Journal;
import fr.binome.journal.Opening;
import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.wire.KindWire;
import fr.binome.wire.Up;
import fr.binome.wire.UpReader;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** One room over a store in memory: what the store has done is told when the test says so. */
public final class RoomByHand {
    private final BoardId board;
    private final KindWire<NoCommand> wire;
    private final InstantSource clock;
    private final Journal journal;
    private final ArrayDeque<Mail> told = new ArrayDeque<>();
    private Room<NoCommand> room;
    private boolean unloaded;
    private int ids;

    public RoomByHand(BoardId board, KindWire<NoCommand> wire, InstantSource clock) {
        this(board, wire, clock, new MemoryJournal(new MemoryStore(), Runnable::run));
    }

    /** A journal that answers before its call returns. */
    RoomByHand(BoardId board, KindWire<NoCommand> wire, InstantSource clock, Journal journal) {
        this.journal = journal;
        this.board = board;
        this.wire = wire;
        this.clock = clock;
        this.room = open();
    }

    private Room<NoCommand> open() {
        List<Opening> opening = new ArrayList<>();
        journal.open(board, opening::add);
        try {
            return new Room<>(
                    wire,
                    History.of(board, wire, (Opening.Opened) opening.getFirst()),
                    person -> null,
                    clock,
                    () -> "commit" + ids++,
                    true,
                    new Digests());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the board, durably. */
    public void found(List<Change> changes, PersonId by) {
        tell(new Mail.Found(wire.kind().name(), changes, by, acted -> {}));
        land();
    }

    /** Acts as the server does, durably. */
    public void act(List<KernelCommand> commands, PersonId as) {
        tell(
                new Mail.Act(
                        List.copyOf(commands.stream().map(Command.Kernel<Object>::new).toList()),
                        as,
                        acted -> {}));
        land();
    }

    public Looked look(PersonId person) {
        List<Looked> looked = new ArrayList<>();
        tell(new Mail.Look(person, looked::add));
        return looked.getFirst();
    }

    /** What a session says, as its conversation would hand it on. */
    public void hear(Outlet outlet, PersonId person, String message) {
        if (!(UpReader.read(message) instanceof UpReader.Heard.Message(var up))) {
            throw new AssertionError("no message: " + message);
        }
        byte[] raw = message.getBytes(StandardCharsets.UTF_8);
        switch (up) {
            case Up.Join join -> tell(new Mail.Join(outlet, person, join));
            case Up.Submit submit ->
                    tell(new Mail.Submit(outlet, submit, Bytes.of(raw).sha256().hex(), raw.length));
            case Up.Presence presence -> tell(new Mail.Presence(outlet.session(), presence));
            case Up.Leave _ -> tell(new Mail.Leave(outlet.session()));
            case Up.Hello _, Up.Ping _ -> {}
        }
    }

    /** What the store has done is told, and all that follows from it. */
    public void land() {
        for (Mail mail = told.poll(); mail != null; mail = told.poll()) {
            tell(mail);
        }
    }

    /** A session has ended. */
    void leave(long session) {
        tell(new Mail.Leave(session));
    }

    /** A session that was full has room again. */
    void drained(long session) {
        tell(new Mail.Drained(session));
    }

    /** Tells who has moved. */
    public void wake() {
        tell(new Mail.Woken());
    }

    /** Unloads the room and makes it anew from what is durable. */
    public void reload() {
        Room<NoCommand> old = room;
        while (!unloaded) {
            tell(new Mail.Stop());
            land();
        }
        unloaded = false;
        if (room == old) {
            throw new AssertionError("another room was to be made");
        }
    }

    private void tell(Mail mail) {
        for (Effect effect : room.handle(mail)) {
            switch (effect) {
                case Effect.Append(var commit) ->
                        journal.append(
                                commit, outcome -> told.add(new Mail.Stored(commit, outcome)));
                case Effect.ReadBack(var commit) ->
                        journal.find(
                                board,
                                commit.n(),
                                found -> told.add(new Mail.ReadBack(commit, found)));
                case Effect.ReadEdits(var parked, var text, var after, var limit) ->
                        journal.readTouching(
                                board,
                                text,
                                after,
                                limit,
                                found -> told.add(new Mail.OldEdits(parked, found)));
                case Effect.ReadTail(var session, var after, var to, var limit) ->
                        journal.read(
                                board,
                                after,
                                to,
                                limit,
                                found -> told.add(new Mail.Tail(session, found)));
                case Effect.Save save ->
                        journal.save(
                                RoomLoop.snapshot(save, wire, clock.instant()),
                                null,
                                outcome -> told.add(new Mail.Saved(outcome)));
                case Effect.Unload _ -> {
                    unloaded = true;
                    told.clear();
                    room = open();
                }
                case Effect.Publish _,
                        Effect.Came _,
                        Effect.Went _,
                        Effect.Wake _,
                        Effect.Alarm _ -> {}
            }
        }
    }

    /** The newest durable state. */
    public Board confirmed() {
        return room.confirmed();
    }
}
