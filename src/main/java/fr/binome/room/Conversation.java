package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;
import fr.binome.journal.Bytes;
import fr.binome.wire.Down;
import fr.binome.wire.DownWriter;
import fr.binome.wire.Fault;
import fr.binome.wire.Up;
import fr.binome.wire.UpReader;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One WebSocket's side of the protocol: who it is, what it may send, which rooms it is in. Passive,
 * and to be called from one thread at a time; it knows nothing of sockets but an {@link Outlet} and
 * how to hang up.
 */
public final class Conversation {
    /** Close code: the session did not say who it is, or its ticket was no good. */
    public static final int UNKNOWN = 4401;

    /** Close code: the server stops. */
    public static final int GOING_AWAY = 1001;

    /** Close code: signed out. */
    public static final int SIGNED_OUT = 4403;

    /** Close code: the session sent far too much for far too long. */
    public static final int TOO_MUCH = 4429;

    private static final int MOST_NONSENSE = 1_000;

    private final Outlet outlet;
    private final Line line;
    private final Parts parts;
    private final long openedAt;
    private final Bucket submissions;
    private final Bucket bytes;
    private final Set<BoardId> boards = new LinkedHashSet<>();
    private @Nullable PersonId person;
    private int nonsense;

    /** How to end the connection. */
    @FunctionalInterface
    public interface Line {
        void hangUp(int code);
    }

    /** Who a ticket admits. */
    @FunctionalInterface
    public interface Admission {
        /** Null when the ticket is used, expired, or another's. */
        @Nullable PersonId admit(String ticket);
    }

    /** What all conversations share. */
    public record Parts(
            Rooms rooms, Limits limits, PersonBuckets persons, InstantSource clock, String build) {}

    private final Admission admission;

    public Conversation(Outlet outlet, Line line, Admission admission, Parts parts) {
        this.outlet = outlet;
        this.line = line;
        this.admission = admission;
        this.parts = parts;
        this.openedAt = parts.clock().millis();
        Limits limits = parts.limits();
        this.submissions =
                new Bucket(limits.submissions(), limits.submissionsPerSecond(), openedAt);
        this.bytes = new Bucket(limits.bytes(), limits.bytesPerSecond(), openedAt);
    }

    /** A text message has come. */
    public void hear(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        if (raw.length > parts.limits().messageBytes()) {
            nonsense(Fault.TOO_BIG, null, null, null);
            return;
        }
        long now = parts.clock().millis();
        long wait = bytes.take(raw.length, now);
        switch (UpReader.read(text)) {
            case UpReader.Heard.Nonsense(var why) ->
                    nonsense(
                            why.fault(),
                            why.board() == null ? null : new BoardId(why.board()),
                            why.number(),
                            why.detail());
            case UpReader.Heard.Message(var up) -> hear(up, raw, Math.max(0, wait), now);
        }
    }

    /** A binary message has come. */
    public void hearBinary() {
        nonsense(Fault.NOT_TEXT, null, null, null);
    }

    /** A message longer than may be has been dropped while it came. */
    public void hearTooBig() {
        nonsense(Fault.TOO_BIG, null, null, null);
    }

    private void hear(Up up, byte[] raw, long wait, long now) {
        PersonId who = person;
        if (up instanceof Up.Hello hello) {
            hello(hello);
        } else if (who == null) {
            nonsense(Fault.HELLO_EXPECTED, null, null, null);
        } else {
            switch (up) {
                case Up.Hello _ -> throw new IllegalStateException("heard before");
                case Up.Join join -> join(who, join);
                case Up.Submit submit -> submit(who, submit, raw, wait, now);
                case Up.Presence presence -> {
                    if (wait == 0) {
                        parts.rooms()
                                .postIfOpen(
                                        presence.board(),
                                        new Mail.Presence(outlet.session(), presence));
                    }
                }
                case Up.Ping(var id) -> send(new Down.Pong(id, heads()));
                case Up.Leave(var board) -> leave(board);
            }
        }
    }

    private void hello(Up.Hello hello) {
        if (person != null) {
            nonsense(Fault.HELLO_TWICE, null, null, null);
            return;
        }
        if (hello.protocol() != Up.PROTOCOL) {
            send(new Down.Error(Fault.PROTOCOL, null, null, Integer.toString(Up.PROTOCOL)));
            line.hangUp(UNKNOWN);
            return;
        }
        PersonId admitted = admission.admit(hello.ticket());
        if (admitted == null) {
            send(new Down.Error(Fault.TICKET, null, null, null));
            line.hangUp(UNKNOWN);
            return;
        }
        person = admitted;
        send(
                new Down.Welcome(
                        outlet.session(),
                        admitted,
                        Instant.ofEpochMilli(parts.clock().millis()),
                        parts.build(),
                        parts.limits().told()));
    }

    private void join(PersonId who, Up.Join join) {
        if (!boards.contains(join.board()) && boards.size() >= parts.limits().boards()) {
            nonsense(Fault.TOO_MANY_BOARDS, join.board(), null, null);
            return;
        }
        boards.add(join.board());
        parts.rooms().post(join.board(), new Mail.Join(outlet, who, join));
    }

    private void submit(PersonId who, Up.Submit submit, byte[] raw, long wait, long now) {
        if (!boards.contains(submit.board())) {
            nonsense(Fault.NOT_JOINED, submit.board(), submit.number(), null);
            return;
        }
        long longest =
                Math.max(wait, Math.max(submissions.take(1, now), parts.persons().take(who, now)));
        if (longest > 0) {
            send(new Down.Retry(submit.board(), submit.number(), "rate", longest));
            return;
        }
        String payload = Bytes.of(raw).sha256().hex();
        parts.rooms().post(submit.board(), new Mail.Submit(outlet, submit, payload, raw.length));
    }

    private void leave(BoardId board) {
        if (boards.remove(board)) {
            parts.rooms().postIfOpen(board, new Mail.Leave(outlet.session()));
        }
    }

    private Map<BoardId, Long> heads() {
        Map<BoardId, Long> heads = new HashMap<>();
        for (BoardId board : boards) {
            heads.put(board, parts.rooms().head(board));
        }
        return heads;
    }

    /** What was full has room again. */
    public void drained() {
        boards.forEach(
                board -> parts.rooms().postIfOpen(board, new Mail.Drained(outlet.session())));
    }

    /** Time passes: a session that never says who it is does not stay. */
    public void tick() {
        if (person == null && parts.clock().millis() - openedAt > parts.limits().helloMillis()) {
            line.hangUp(UNKNOWN);
        }
    }

    /** Tells the client that the server stops and when to come back, then hangs up. */
    public void goAway(String reason, long afterMillis) {
        send(new Down.GoingAway(reason, afterMillis));
        line.hangUp(GOING_AWAY);
    }

    /** The person has signed out, here or elsewhere. */
    public void signedOut() {
        line.hangUp(SIGNED_OUT);
    }

    /** The connection has ended. */
    public void closed() {
        boards.forEach(board -> parts.rooms().postIfOpen(board, new Mail.Leave(outlet.session())));
        boards.clear();
    }

    private void nonsense(
            Fault fault, @Nullable BoardId board, @Nullable Long number, @Nullable String detail) {
        nonsense++;
        if (nonsense > MOST_NONSENSE) {
            line.hangUp(TOO_MUCH);
            return;
        }
        send(new Down.Error(fault, board, number, detail));
    }

    private void send(Down down) {
        outlet.send(DownWriter.bytes(down));
    }
}
