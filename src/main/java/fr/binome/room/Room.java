package fr.binome.room;

import fr.binome.board.Acces;
import fr.binome.board.Asker;
import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Command;
import fr.binome.board.Deciding;
import fr.binome.board.Decision;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.board.Stamp;
import fr.binome.journal.Answer;
import fr.binome.journal.Commit;
import fr.binome.wire.ClientState;
import fr.binome.wire.Down;
import fr.binome.wire.Fault;
import fr.binome.wire.KindWire;
import fr.binome.wire.Up;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One open board: decides what is submitted, in the one order that counts, and tells its members
 * what has become durable. Passive: {@link #handle} answers what is to be done outside and nothing
 * here waits, so that a thread or a simulation can drive it. Not safe for two threads at once.
 *
 * @param <T> the trade commands of the board's kind
 */
public final class Room<T> {
    private final KindWire<T> wire;
    private final InstantSource clock;
    private final String incarnation;
    private final @Nullable String damage;
    private final Clients clients;
    private final Order order;
    private final Audience audience;
    private final Submissions<T> submissions;
    private final Snapshots snapshots;
    private final Alarms alarms;
    private final Insights insights;
    private final List<Effect> effects = new ArrayList<>();
    private boolean stopping;
    private boolean dropping;
    private boolean over;

    Room(
            KindWire<T> wire,
            History history,
            Names names,
            InstantSource clock,
            Supplier<String> randomIds,
            boolean presence,
            Digests digests) {
        this.wire = wire;
        this.clock = clock;
        this.incarnation = history.incarnation();
        this.damage = history.damage();
        this.clients = new Clients(history.clients(), history.nextPen());
        this.order = new Order(wire, history, clock, randomIds, effects);
        this.audience =
                new Audience(history.board().id(), wire, names, history.ring(), presence, effects);
        this.submissions =
                new Submissions<>(
                        wire, clock, clients, history.windows(), order, audience, effects);
        this.snapshots = new Snapshots(history, order, clients, effects);
        this.alarms = new Alarms(wire.kind());
        this.insights = new Insights(history.board().id(), wire, digests, clock, effects);
        setAlarm();
    }

    /**
     * Takes one message and answers what is to be done; nothing more is to be expected after {@link
     * Effect.Unload}.
     */
    List<Effect> handle(Mail mail) {
        if (!over) {
            switch (mail) {
                case Mail.Join join -> join(join);
                case Mail.Leave(var session) -> audience.leave(session);
                case Mail.Submit submit -> submissions.submit(submit, damage != null, stopping);
                case Mail.Presence(var session, var presence) ->
                        audience.presence(session, presence, head());
                case Mail.Drained(var session) -> audience.drained(session, head());
                case Mail.Heard heard -> insights.heard(heard);
                case Mail.Act act -> act(act);
                case Mail.Look(var person, var then) -> then.accept(look(person));
                case Mail.Found(var kind, var changes, var by, var then) ->
                        found(changes, by, then);
                case Mail.Stored(var commit, var outcome) -> landed(order.stored(commit, outcome));
                case Mail.ReadBack(var commit, var answer) ->
                        landed(order.readBack(commit, answer));
                case Mail.OldEdits(var parked, var answer) -> {
                    if (!submissions.oldEdits(parked, answer)) {
                        throwAway("unavailable");
                    }
                }
                case Mail.Tail(var session, var answer) -> tail(session, answer);
                case Mail.Saved _ -> snapshots.saved();
                case Mail.Woken _ -> woken();
                case Mail.Stop _ -> stopping = true;
                case Mail.Drop _ -> {
                    stopping = true;
                    dropping = true;
                }
            }
            if (!over) {
                order.flush();
                insights.pump(confirmed(), audience);
                end();
            }
        }
        List<Effect> todo = List.copyOf(effects);
        effects.clear();
        return todo;
    }

    KindWire<T> wire() {
        return wire;
    }

    /** Whether nobody is here and nothing is under way. */
    boolean isIdle() {
        return audience.isEmpty() && order.isAtRest();
    }

    /** The newest durable state. */
    Board confirmed() {
        return order.confirmed();
    }

    /** The newest durable seq. */
    long head() {
        return confirmed().seq();
    }

    private Acces acces() {
        return wire.kind().acces();
    }

    private void join(Mail.Join mail) {
        Up.Join join = mail.join();
        Role role = acces().of(confirmed(), mail.person());
        if (role == null) {
            audience.error(mail.outlet(), Fault.NO_BOARD, null, null);
            return;
        }
        if (!join.incarnation().equals(incarnation)) {
            audience.resync(mail.outlet(), Down.ResyncFrom.SNAPSHOT, "incarnation");
            return;
        }
        if (join.since() > head()) {
            audience.resync(mail.outlet(), Down.ResyncFrom.SNAPSHOT, "gap");
            return;
        }
        String client = join.client() == null ? null : Clients.key(join.client());
        Clients.Pen pen = client == null ? null : clients.pen(client, mail.person());
        if (client != null && pen == null) {
            audience.error(mail.outlet(), Fault.CLIENT, null, null);
            return;
        }
        ClientState state = client == null ? null : clients.state(client);
        Member member =
                new Member(
                        mail.outlet(),
                        mail.person(),
                        client,
                        pen == null ? null : pen.number(),
                        damage == null ? role : Role.LECTURE,
                        join.since());
        if (audience.isEmpty()) {
            insights.awaited();
        }
        audience.join(
                member,
                new Down.State(
                        confirmed().id(),
                        incarnation,
                        member.role,
                        head(),
                        member.pen,
                        client == null ? null : state == null ? 0L : state.number(),
                        state == null ? null : state.seq(),
                        damage == null ? null : true,
                        audience.seesPresence() ? null : true),
                confirmed());
    }

    private void act(Mail.Act act) {
        if (confirmed().root() == null || damage != null || stopping) {
            act.then()
                    .accept(
                            confirmed().root() == null
                                    ? new Acted.Absent()
                                    : new Acted.Unavailable());
            return;
        }
        Instant now = clock.instant();
        List<Command<T>> commands = new ArrayList<>();
        for (Command.Kernel<?> command : act.commands()) {
            commands.add(new Command.Kernel<>(command.command()));
        }
        Stamp stamp = order.next(act.as(), now);
        Role role = acces().of(order.working(), act.as());
        Asker asker = new Asker(act.as(), role == null ? Role.LECTURE : role, now);
        switch (Deciding.decide(wire.kind(), order.working(), commands, asker, stamp)) {
            case Decision.Refused(var command, var refusal) ->
                    act.then().accept(new Acted.Refused(refusal));
            case Decision.Accepted(var changes, var after) ->
                    order.accept(changes, after, stamp, act.then());
        }
    }

    private void found(List<Change> changes, PersonId by, Consumer<Acted> then) {
        if (order.working().root() != null || damage != null) {
            then.accept(new Acted.Absent());
            return;
        }
        Stamp stamp = order.next(by, clock.instant());
        order.accept(changes, order.working().after(changes, stamp), stamp, then);
    }

    private Looked look(PersonId person) {
        Role role = confirmed().root() == null ? null : acces().of(confirmed(), person);
        return role == null
                ? new Looked.Hidden()
                : new Looked.Seen(confirmed(), incarnation, role, wire);
    }

    private void landed(Order.Landing landing) {
        switch (landing) {
            case Order.Landing.Waits _ -> {}
            case Order.Landing.Lost(var reason) -> throwAway(reason);
            case Order.Landing.Written(var commit, var batch) -> {
                audience.publish(
                        new Ring.Encoded(commit.fromSeq(), commit.toSeq(), commit.changes()),
                        batch.accepted(),
                        confirmed());
                insights.changed(batch.accepted());
                if (touchesAcces(batch)) {
                    audience.rightsChanged(confirmed());
                    insights.hurry();
                }
                submissions.payOwed();
                batch.durable();
                setAlarm();
                if (snapshots.isDue()) {
                    save();
                }
            }
        }
    }

    private boolean touchesAcces(Batch batch) {
        return batch.accepted().stream()
                .flatMap(accepted -> accepted.changes().stream())
                .map(change -> confirmed().entity(change.id()))
                .anyMatch(entity -> entity == null || entity.kind() == acces().kind());
    }

    private void setAlarm() {
        wakeAt(alarms.set(confirmed()));
    }

    private void wakeAt(@Nullable Instant alarm) {
        if (alarm != null && damage == null) {
            effects.add(new Effect.Alarm(alarm));
        }
    }

    private void save() {
        if (damage == null) {
            snapshots.save(clock.instant());
        }
    }

    private void woken() {
        audience.sendPresence();
        insights.woken();
        Instant now = clock.instant();
        wakeAt(alarms.after(now));
        // One that is being unloaded still does it: its alarm has rung, and rings no more.
        List<Change> due =
                damage != null || dropping ? List.of() : alarms.due(order.working(), now);
        if (!due.isEmpty()) {
            Stamp stamp = order.next(PersonId.SYSTEME, now);
            order.accept(due, order.working().after(due, stamp), stamp, outcome -> {});
        }
    }

    private void tail(long session, Answer<List<Commit>> answer) {
        switch (answer) {
            case Answer.Found<List<Commit>>(var commits) -> audience.tail(session, commits, head());
            case Answer.Failed<List<Commit>> _ -> audience.dropped(session, "unavailable");
        }
    }

    /**
     * Nothing more may be appended from here: members join again, to a room made anew from what is
     * durable.
     */
    private void throwAway(String reason) {
        over = true;
        order.abandon();
        audience.sendAway(Down.ResyncFrom.TAIL, reason);
        effects.add(new Effect.Unload());
    }

    /** The program failed in here: whoever waits for an act hears that it is not known to be. */
    void abandon() {
        order.abandon();
    }

    /**
     * The idle one goes when it is told to, once all is durable and kept; of one that is to be
     * dropped nothing is kept.
     */
    private void end() {
        if (!stopping || !order.isAtRest() || snapshots.isSaving()) {
            return;
        }
        if (!dropping) {
            save();
        }
        if (!snapshots.isSaving()) {
            over = true;
            if (!dropping) {
                insights.finish(confirmed());
            }
            audience.sendAway(Down.ResyncFrom.TAIL, "unloaded");
            effects.add(new Effect.Unload());
        }
    }
}
