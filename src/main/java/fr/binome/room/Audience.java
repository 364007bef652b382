package fr.binome.room;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.journal.Commit;
import fr.binome.wire.Down;
import fr.binome.wire.Fault;
import fr.binome.wire.KindWire;
import fr.binome.wire.Up;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of a room and what each is told: frames in order from its own position, answers after
 * the frames they rest on, people before the frames that name them, presence newest only. A member
 * that cannot take more is left where it is until it has drained.
 */
final class Audience {
    /** Commits read at once for a member behind the ring. */
    private static final int TAIL_CHUNK = 200;

    /** Submissions a member may lag behind before a new snapshot is cheaper than the tail. */
    private static final long LONGEST_TAIL = 5_000;

    private static final Duration PRESENCE_EVERY = Duration.ofMillis(100);

    private final BoardId board;
    private final KindWire<?> wire;
    private final Introductions introductions;
    private final Ring ring;
    private final boolean presence;
    private final List<Effect> effects;
    private final Map<Long, Member> members = new LinkedHashMap<>();
    private final Map<Long, Down.Present> moved = new LinkedHashMap<>();
    private boolean waking;

    Audience(
            BoardId board,
            KindWire<?> wire,
            Names names,
            Ring ring,
            boolean presence,
            List<Effect> effects) {
        this.board = board;
        this.wire = wire;
        this.introductions = new Introductions(board, wire, names);
        this.ring = ring;
        this.presence = presence;
        this.effects = effects;
    }

    /** Whether those who are here see each other. */
    boolean seesPresence() {
        return presence;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Collection<Member> members() {
        return members.values();
    }

    /** Whether everyone here has been told who that is. */
    boolean isAnnounced(PersonId person) {
        return introductions.has(person);
    }

    @Nullable Member member(long session) {
        return members.get(session);
    }

    @Nullable Member memberOf(String client) {
        for (Member member : members.values()) {
            if (client.equals(member.client)) {
                return member;
            }
        }
        return null;
    }

    void send(Outlet outlet, Down down) {
        outlet.send(wire.bytes(down));
    }

    /** Tells that a message came to nothing, and of which submission that is true. */
    void error(Outlet outlet, Fault fault, @Nullable Long number, @Nullable String detail) {
        send(outlet, new Down.Error(fault, board, number, detail));
    }

    /**
     * Joining again replaces what the session was; of two sessions of one client, the older leaves.
     */
    void join(Member member, Down.State state, Board now) {
        Member other = member.client == null ? null : memberOf(member.client);
        if (other != null && other.outlet.session() != member.outlet.session()) {
            resync(other.outlet, Down.ResyncFrom.TAIL, "replaced");
            leave(other.outlet.session());
        }
        members.put(member.outlet.session(), member);
        effects.add(new Effect.Came(member.person, member.outlet.session()));
        send(member.outlet, state);
        introductions.add(People.of(now));
        introductions.add(List.of(member.person));
        introductions.tell(member);
        tellPresence(member);
        moves(member.present());
        pump(member, now.seq());
    }

    void leave(long session) {
        Member member = members.remove(session);
        if (member != null) {
            moves(member.gone());
            went(member);
        }
    }

    private void went(Member member) {
        effects.add(new Effect.Went(member.person, member.outlet.session(), member.position));
    }

    void presence(long session, Up.Presence presence, long head) {
        Member member = members.get(session);
        if (member == null) {
            return;
        }
        if (presence.seq() > head) {
            return;
        }
        member.isAt(presence.seq(), presence.after(), presence.at());
        moves(member.present());
    }

    private void moves(Down.Present present) {
        if (!presence) {
            return;
        }
        moved.put(present.session(), present);
        if (!waking) {
            waking = true;
            effects.add(new Effect.Wake(PRESENCE_EVERY));
        }
    }

    /** Tells all who has moved since the last time. */
    void sendPresence() {
        waking = false;
        if (moved.isEmpty()) {
            return;
        }
        if (!members.isEmpty()) {
            byte[] bytes = wire.bytes(new Down.Presence(board, List.copyOf(moved.values())));
            for (Member member : members.values()) {
                if (member.outlet.isFull()) {
                    member.missedPresence = true;
                } else {
                    introductions.tell(member);
                    member.outlet.send(bytes);
                }
            }
        }
        moved.clear();
    }

    private void tellPresence(Member member) {
        if (!presence) {
            return;
        }
        List<Down.Present> present = new ArrayList<>();
        for (Member each : members.values()) {
            present.add(each.present());
        }
        send(member.outlet, new Down.Presence(board, present));
        member.missedPresence = false;
    }

    /** What has become durable reaches everyone who can take it. */
    void publish(Ring.Encoded frame, List<Down.Accepted> accepted, Board now) {
        ring.add(frame);
        introductions.add(People.in(accepted, now));
        // One that lags too far leaves on the way.
        for (Member member : List.copyOf(members.values())) {
            pump(member, now.seq());
        }
    }

    void answer(Member member, Down.Answer answer, long head) {
        member.answers.add(answer);
        pump(member, head);
    }

    void drained(long session, long head) {
        Member member = members.get(session);
        if (member != null) {
            if (member.missedPresence && !member.outlet.isFull()) {
                introductions.tell(member);
                tellPresence(member);
            }
            pump(member, head);
        }
    }

    /** Sends a member what it may have, as long as it takes it. */
    private void pump(Member member, long head) {
        while (!member.outlet.isFull() && !member.catchingUp) {
            introductions.tell(member);
            Down.Answer answer = member.answers.peekFirst();
            if (answer != null && answer.at() <= member.position) {
                send(member.outlet, member.answers.removeFirst());
            } else if (member.position < head) {
                Ring.Encoded frame = ring.after(member.position);
                if (frame == null) {
                    catchUp(member, head);
                    return;
                }
                member.outlet.send(frame.bytes().array());
                member.position = frame.to();
            } else {
                return;
            }
        }
    }

    private void catchUp(Member member, long head) {
        long until = ring.since(head);
        if (member.position >= until || head - member.position > LONGEST_TAIL) {
            // Inside a frame, or too far behind.
            resync(member.outlet, Down.ResyncFrom.SNAPSHOT, "lag");
            leave(member.outlet.session());
            return;
        }
        member.catchingUp = true;
        effects.add(
                new Effect.ReadTail(member.outlet.session(), member.position, until, TAIL_CHUNK));
    }

    void tail(long session, List<Commit> commits, long head) {
        Member member = members.get(session);
        if (member == null || !member.catchingUp) {
            return;
        }
        member.catchingUp = false;
        if (commits.isEmpty() || commits.getFirst().fromSeq() != member.position) {
            resync(member.outlet, Down.ResyncFrom.SNAPSHOT, "gap");
            leave(session);
            return;
        }
        for (Commit commit : commits) {
            if (member.outlet.isFull()) {
                break;
            }
            member.outlet.send(commit.changes().array());
            member.position = commit.toSeq();
        }
        pump(member, head);
    }

    void dropped(long session, String reason) {
        Member member = members.get(session);
        if (member != null) {
            resync(member.outlet, Down.ResyncFrom.TAIL, reason);
            leave(session);
        }
    }

    void resync(Outlet outlet, Down.ResyncFrom from, String reason) {
        send(outlet, new Down.Resync(board, from, reason));
    }

    /** A member whose role has changed begins anew; one who has none any more is out. */
    void rightsChanged(Board after) {
        for (Member member : List.copyOf(members.values())) {
            Role role = wire.kind().acces().of(after, member.person);
            if (role == member.role) {
                continue;
            }
            pump(member, after.seq());
            if (role == null) {
                error(member.outlet, Fault.NO_BOARD, null, null);
            } else {
                resync(member.outlet, Down.ResyncFrom.SNAPSHOT, "role");
            }
            leave(member.outlet.session());
        }
    }

    /** Everyone joins again, elsewhere. */
    void sendAway(Down.ResyncFrom from, String reason) {
        for (Member member : members.values()) {
            resync(member.outlet, from, reason);
            went(member);
        }
        members.clear();
    }
}
