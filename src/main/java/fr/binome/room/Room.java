package fr.binome.room;

import fr.binome.board.Acces;
import fr.binome.board.Asker;
import fr.binome.board.Bin;
import fr.binome.board.Board;
import fr.binome.board.Change;
import fr.binome.board.Command;
import fr.binome.board.Deciding;
import fr.binome.board.Decision;
import fr.binome.board.PersonId;
import fr.binome.board.Refusal;
import fr.binome.board.Role;
import fr.binome.board.Stamp;
import fr.binome.journal.Answer;
import fr.binome.journal.Appended;
import fr.binome.journal.Bytes;
import fr.binome.journal.Commit;
import fr.binome.wire.ClientState;
import fr.binome.wire.Down;
import fr.binome.wire.Fault;
import fr.binome.wire.Kept;
import fr.binome.wire.KindWire;
import fr.binome.wire.Up;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One open board: decides what is submitted, in the one order that counts, and tells its members
 * what has become durable. Passive: {@link #handle} answers what is to be done outside and nothing
 * here waits, so that a thread or a simulation can drive it. Not safe for two threads at once.
 *
 * @param <T> the trade commands of the board's kind
 */
public final class Room<T> {
    /** Commits between two snapshots. */
    static final int SNAPSHOT_EVERY = 1_000;

    /** What may wait for a commit under way: beyond, submitters are asked to try again. */
    private static final int MOST_WAITING = 2_000;

    private static final long MOST_WAITING_BYTES = 2 << 20;

    private static final Duration BUSY = Duration.ofMillis(200);

    private final KindWire<T> wire;
    private final InstantSource clock;
    private final Supplier<String> randomIds;
    private final String incarnation;
    private final @Nullable String damage;
    private final long epoch;
    private final Clients clients;
    private final TextWindows windows;
    private final Audience audience;
    private final Parking<T> parking = new Parking<>();

    /** Owed answers of refusals that rest on what is not durable yet. */
    private final ArrayDeque<OwedAnswer> owed = new ArrayDeque<>();

    private final List<Effect> effects = new ArrayList<>();

    /** What is durable. */
    private Board confirmed;

    /** What will be, if every append succeeds. */
    private Board working;

    private long headN;
    private Bytes headHash;
    private long snapshotN;
    private boolean saving;
    private @Nullable Bytes published;
    private @Nullable Instant alarm;
    private Batch waiting = new Batch();
    private @Nullable Flight flight;
    private boolean stopping;
    private boolean over;

    /** The commit under way. */
    private record Flight(Commit commit, Board after, Batch batch) {}

    private record OwedAnswer(String client, Down.Answer answer) {}

    Room(
            KindWire<T> wire,
            History history,
            Names names,
            InstantSource clock,
            Supplier<String> randomIds) {
        this.wire = wire;
        this.clock = clock;
        this.randomIds = randomIds;
        this.incarnation = history.incarnation();
        this.damage = history.damage();
        this.epoch = history.epoch();
        this.clients = new Clients(history.clients(), history.nextPen());
        this.windows = history.windows();
        this.confirmed = history.board();
        this.working = confirmed;
        this.headN = history.headN();
        this.headHash = history.headHash();
        this.snapshotN = history.snapshotN();
        this.audience = new Audience(history.board().id(), wire, names, history.ring(), effects);
        tellDue();
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
                case Mail.Submit submit -> submit(submit);
                case Mail.Presence(var session, var presence) ->
                        audience.presence(session, presence, confirmed.seq());
                case Mail.Drained(var session) -> audience.drained(session, confirmed.seq());
                case Mail.Act act -> act(act);
                case Mail.Look(var person, var then) -> then.accept(look(person));
                case Mail.Found(var kind, var changes, var by, var then) ->
                        found(changes, by, then);
                case Mail.Stored(var commit, var outcome) -> stored(commit, outcome);
                case Mail.ReadBack(var commit, var answer) -> readBack(commit, answer);
                case Mail.OldEdits(var parked, var answer) -> oldEdits(parked, answer);
                case Mail.Tail(var session, var answer) -> tail(session, answer);
                case Mail.Saved saved -> saving = false;
                case Mail.Woken woken -> woken();
                case Mail.Stop stop -> stopping = true;
            }
            if (!over) {
                flush();
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
        return audience.isEmpty() && flight == null && !waiting.isWorthACommit();
    }

    /** The newest durable state. */
    Board confirmed() {
        return confirmed;
    }

    /** The newest durable seq. */
    long head() {
        return confirmed.seq();
    }

    private Acces acces() {
        return wire.kind().acces();
    }

    private void join(Mail.Join mail) {
        Up.Join join = mail.join();
        Role role = acces().of(confirmed, mail.person());
        if (role == null) {
            error(mail.outlet(), Fault.NO_BOARD, null);
            return;
        }
        if (!join.incarnation().equals(incarnation)) {
            audience.resync(mail.outlet(), Down.ResyncFrom.SNAPSHOT, "incarnation");
            return;
        }
        if (join.since() > confirmed.seq()) {
            audience.resync(mail.outlet(), Down.ResyncFrom.SNAPSHOT, "gap");
            return;
        }
        String client = join.client() == null ? null : hash(join.client());
        Clients.Pen pen = client == null ? null : clients.pen(client, mail.person());
        if (client != null && pen == null) {
            error(mail.outlet(), Fault.CLIENT, null);
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
        audience.join(
                member,
                new Down.State(
                        confirmed.id(),
                        incarnation,
                        member.role,
                        confirmed.seq(),
                        member.pen,
                        client == null ? null : state == null ? 0L : state.number(),
                        damage == null ? null : true),
                confirmed);
    }

    private void submit(Mail.Submit mail) {
        Up.Submit submit = mail.submit();
        Member member = audience.member(mail.outlet().session());
        String client = hash(submit.client());
        if (member == null || !client.equals(member.client) || member.pen == null) {
            error(mail.outlet(), Fault.NOT_JOINED, submit.number());
            return;
        }
        if (damage != null) {
            error(mail.outlet(), Fault.QUARANTINED, submit.number());
            return;
        }
        if (parking.holds(client)) {
            return;
        }
        ClientState state = clients.state(client);
        if (state != null && submit.number() <= state.number()) {
            repeated(mail, member, state);
            return;
        }
        if (submit.base() > confirmed.seq()) {
            error(mail.outlet(), Fault.AHEAD, submit.number());
            return;
        }
        if (stopping || waiting.count() >= MOST_WAITING || waiting.size() > MOST_WAITING_BYTES) {
            audience.send(
                    mail.outlet(),
                    new Down.Retry(
                            confirmed.id(),
                            submit.number(),
                            stopping ? "stop" : "busy",
                            BUSY.toMillis()));
            return;
        }
        switch (wire.commands(submit.commands())) {
            case KindWire.Commands.Nonsense<T>(var fault, var detail) ->
                    audience.send(
                            mail.outlet(),
                            new Down.Error(fault, confirmed.id(), submit.number(), detail));
            case KindWire.Commands.Understood<T>(var commands) -> {
                Submission<T> submission =
                        new Submission<>(
                                client,
                                member.person,
                                member.pen,
                                submit.number(),
                                submit.base(),
                                mail.payload(),
                                mail.size(),
                                commands);
                decideOrPark(submission);
            }
        }
    }

    /** The duplicate check comes before staleness and rights. */
    private void repeated(Mail.Submit mail, Member member, ClientState state) {
        Up.Submit submit = mail.submit();
        if (submit.number() < state.number()) {
            audience.answer(
                    member,
                    Answers.old(confirmed.id(), submit.number(), confirmed.seq()),
                    confirmed.seq());
        } else if (!mail.payload().equals(state.payload())) {
            error(mail.outlet(), Fault.NUMBER_REUSED, submit.number());
        } else if (state.answer() != null) {
            if (owed.stream().noneMatch(answer -> answer.client.equals(state.client()))) {
                audience.answer(member, state.answer(), confirmed.seq());
            }
        } else if (state.seq() != null && state.seq() <= confirmed.seq()) {
            audience.answer(
                    member,
                    Answers.accepted(confirmed.id(), submit.number(), state.seq()),
                    confirmed.seq());
        }
    }

    private void decideOrPark(Submission<T> submission) {
        Refusal refusal = submission.refusalUpFront();
        if (refusal != null) {
            refuse(submission, submission.badEdit(), refusal);
            return;
        }
        List<String> unknown = submission.textsOlderThan(windows.since());
        if (unknown.isEmpty()) {
            decide(submission, Map.of());
            return;
        }
        long parked = parking.park(submission, unknown);
        effects.add(
                new Effect.ReadEdits(
                        parked, unknown.getFirst(), submission.base(), Rebase.MOST_EDITS + 1));
    }

    private void oldEdits(long parked, Answer<List<Commit>> answer) {
        Parking.Parked<T> place = parking.get(parked);
        if (place == null) {
            return;
        }
        switch (answer) {
            case Answer.Failed<List<Commit>>(var cause) -> {
                parking.leave(parked);
                throwAway("unavailable");
            }
            case Answer.Found<List<Commit>>(var commits) -> {
                String text = place.next();
                place.read(text, edits(text, commits, place.submission().base()));
                if (place.isComplete()) {
                    parking.leave(parked);
                    decide(place.submission(), place.found());
                } else {
                    effects.add(
                            new Effect.ReadEdits(
                                    parked,
                                    place.next(),
                                    place.submission().base(),
                                    Rebase.MOST_EDITS + 1));
                }
            }
        }
    }

    private List<Rebase.Old> edits(String text, List<Commit> commits, long after) {
        List<Rebase.Old> found = new ArrayList<>();
        for (Commit commit : commits) {
            try {
                for (Down.Accepted accepted : wire.frame(commit.changes().array()).submissions()) {
                    if (accepted.seq() > after && accepted.seq() <= windows.since()) {
                        Rebase.collect(text, accepted, found);
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException("a commit that was verified cannot be read", e);
            }
        }
        return found;
    }

    private void decide(Submission<T> submission, Map<String, List<Rebase.Old>> older) {
        Instant now = clock.instant();
        Rebase<T> rebase = new Rebase<>(windows, older, now);
        List<Command<T>> commands = new ArrayList<>();
        for (int i = 0; i < submission.commands().size(); i++) {
            switch (rebase.rebased(submission.commands().get(i), submission.base(), working)) {
                case Rebase.Outcome.Ready<T>(var command) -> commands.add(command);
                case Rebase.Outcome.No<T>(var refusal) -> {
                    refuse(submission, i, refusal);
                    return;
                }
            }
        }
        Role role = acces().of(working, submission.person());
        if (role == null) {
            refuse(submission, null, new Refusal.Denied(Role.LECTURE));
            return;
        }
        Stamp stamp = new Stamp(working.seq() + 1, submission.person(), now);
        Asker asker = new Asker(submission.person(), role, now);
        switch (Deciding.decide(wire.kind(), working, commands, asker, stamp)) {
            case Decision.Refused(var command, var refusal) -> refuse(submission, command, refusal);
            case Decision.Accepted(var changes, var after) -> {
                remember(submission, now, stamp.seq(), null);
                accept(
                        after,
                        new Down.Accepted(
                                stamp.seq(),
                                submission.person(),
                                submission.pen(),
                                submission.number(),
                                now,
                                changes),
                        submission.size());
            }
        }
    }

    private void accept(Board after, Down.Accepted accepted, long size) {
        working = after;
        windows.add(accepted.seq(), accepted.changes());
        waiting.accept(accepted, size);
    }

    private void refuse(Submission<T> submission, @Nullable Integer command, Refusal refusal) {
        Down.Answer answer =
                Answers.refused(
                        confirmed.id(), submission.number(), command, refusal, working.seq());
        remember(submission, clock.instant(), null, answer);
        owed.add(new OwedAnswer(submission.client(), answer));
        payOwed();
    }

    private void remember(
            Submission<T> submission,
            Instant at,
            @Nullable Long seq,
            Down.@Nullable Answer answer) {
        ClientState state =
                new ClientState(
                        submission.client(),
                        submission.person(),
                        submission.pen(),
                        submission.number(),
                        submission.payload(),
                        at,
                        seq,
                        answer);
        clients.put(state);
        waiting.remember(state);
    }

    /** A refusal is told once all that it rests on is durable. */
    private void payOwed() {
        owed.removeIf(
                debt -> {
                    if (debt.answer.at() > confirmed.seq()) {
                        return false;
                    }
                    Member member = audience.memberOf(debt.client);
                    if (member != null) {
                        audience.answer(member, debt.answer, confirmed.seq());
                    }
                    return true;
                });
    }

    private void act(Mail.Act act) {
        if (confirmed.root() == null || damage != null || stopping) {
            act.then()
                    .accept(
                            confirmed.root() == null
                                    ? new Acted.Absent()
                                    : new Acted.Unavailable());
            return;
        }
        Instant now = clock.instant();
        List<Command<T>> commands = new ArrayList<>();
        for (Command.Kernel<?> command : act.commands()) {
            commands.add(new Command.Kernel<>(command.command()));
        }
        Stamp stamp = new Stamp(working.seq() + 1, act.as(), now);
        Role role = acces().of(working, act.as());
        Asker asker = new Asker(act.as(), role == null ? Role.LECTURE : role, now);
        switch (Deciding.decide(wire.kind(), working, commands, asker, stamp)) {
            case Decision.Refused(var command, var refusal) ->
                    act.then().accept(new Acted.Refused(refusal));
            case Decision.Accepted(var changes, var after) -> {
                accept(
                        after,
                        new Down.Accepted(stamp.seq(), act.as(), null, null, now, changes),
                        0);
                waiting.whenDurable(() -> act.then().accept(new Acted.Done(stamp.seq())));
            }
        }
    }

    private void found(List<Change> changes, PersonId by, java.util.function.Consumer<Acted> then) {
        if (working.root() != null || damage != null) {
            then.accept(new Acted.Absent());
            return;
        }
        Instant now = clock.instant();
        Stamp stamp = new Stamp(1, by, now);
        accept(
                working.after(changes, stamp),
                new Down.Accepted(1, by, null, null, now, changes),
                0);
        waiting.whenDurable(() -> then.accept(new Acted.Done(1)));
    }

    private Looked look(PersonId person) {
        Role role = confirmed.root() == null ? null : acces().of(confirmed, person);
        return role == null
                ? new Looked.Hidden()
                : new Looked.Seen(confirmed, incarnation, role, wire);
    }

    private void flush() {
        if (flight != null || !waiting.isWorthACommit()) {
            return;
        }
        Batch batch = waiting;
        waiting = new Batch();
        Down.Frame frame =
                new Down.Frame(confirmed.id(), confirmed.seq(), working.seq(), batch.accepted());
        Commit commit =
                new Commit(
                        confirmed.id(),
                        headN + 1,
                        headHash,
                        epoch,
                        randomIds.get(),
                        confirmed.seq(),
                        working.seq(),
                        clock.instant(),
                        batch.texts(),
                        Bytes.of(wire.bytes(frame)),
                        Bytes.of(wire.bytes(new Kept.Outcomes(batch.clients()))));
        flight = new Flight(commit, working, batch);
        effects.add(new Effect.Append(commit));
    }

    private void stored(Commit commit, Appended outcome) {
        if (flight == null || !flight.commit.id().equals(commit.id())) {
            return;
        }
        switch (outcome) {
            case Appended.Written written -> written(flight);
            case Appended.Unknown unknown -> effects.add(new Effect.ReadBack(commit));
            case Appended.Fenced fenced -> throwAway("moved");
            case Appended.Failed failed -> throwAway("unavailable");
        }
    }

    private void readBack(Commit commit, Answer<List<Commit>> answer) {
        if (flight == null || !flight.commit.id().equals(commit.id())) {
            return;
        }
        switch (answer) {
            case Answer.Found<List<Commit>>(var found) -> {
                if (found.isEmpty() || !found.getFirst().equals(commit)) {
                    // Absent, or another's: opening again fences what may still be on its way.
                    throwAway("unavailable");
                } else {
                    written(flight);
                }
            }
            case Answer.Failed<List<Commit>> failed -> throwAway("unavailable");
        }
    }

    private void written(Flight landed) {
        confirmed = landed.after;
        headN = landed.commit.n();
        headHash = landed.commit.hash();
        flight = null;
        audience.publish(
                new Ring.Encoded(
                        landed.commit.fromSeq(), landed.commit.toSeq(), landed.commit.changes()),
                landed.batch.accepted(),
                confirmed);
        if (touchesAcces(landed.batch)) {
            audience.rightsChanged(confirmed);
        }
        payOwed();
        landed.batch.durable();
        tellDue();
        if (headN - snapshotN >= SNAPSHOT_EVERY) {
            save();
        }
    }

    private boolean touchesAcces(Batch batch) {
        return batch.accepted().stream()
                .flatMap(accepted -> accepted.changes().stream())
                .anyMatch(change -> change.id().isMember());
    }

    private void tellDue() {
        byte[] bytes = confirmed.root() == null ? null : wire.kind().digest(confirmed);
        Bytes digest = bytes == null ? null : Bytes.of(bytes);
        if (digest != null && !digest.equals(published)) {
            published = digest;
            effects.add(new Effect.Publish(confirmed.seq(), digest));
        }
        Instant next = earlier(wire.kind().nextAlarm(confirmed), Bin.nextPurge(confirmed));
        if (next != null && !next.equals(alarm) && damage == null) {
            effects.add(new Effect.Alarm(next));
        }
        alarm = next;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private void save() {
        if (!saving && headN > snapshotN && damage == null) {
            saving = true;
            snapshotN = headN;
            effects.add(
                    new Effect.Save(
                            confirmed,
                            incarnation,
                            headN,
                            headHash,
                            clients.nextPen(),
                            clients.kept(clock.instant())));
        }
    }

    private void woken() {
        audience.sendPresence();
        Instant now = clock.instant();
        if (alarm == null || alarm.isAfter(now) || damage != null || stopping) {
            return;
        }
        List<Change> due = new ArrayList<>(Bin.due(working, now));
        due.addAll(wire.kind().due(working, now));
        if (!due.isEmpty()) {
            Stamp stamp = new Stamp(working.seq() + 1, PersonId.SYSTEME, now);
            accept(
                    working.after(due, stamp),
                    new Down.Accepted(stamp.seq(), PersonId.SYSTEME, null, null, now, due),
                    0);
        }
    }

    private void tail(long session, Answer<List<Commit>> answer) {
        switch (answer) {
            case Answer.Found<List<Commit>>(var commits) ->
                    audience.tail(session, commits, confirmed.seq());
            case Answer.Failed<List<Commit>> failed -> audience.dropped(session, "unavailable");
        }
    }

    /**
     * Nothing more may be appended from here: members join again, to a room made anew from what is
     * durable.
     */
    private void throwAway(String reason) {
        over = true;
        audience.sendAway(Down.ResyncFrom.TAIL, reason);
        effects.add(new Effect.Unload());
    }

    /** The idle one goes when it is told to, once all is durable and kept. */
    private void end() {
        if (!stopping || flight != null || waiting.isWorthACommit() || saving) {
            return;
        }
        save();
        if (!saving) {
            over = true;
            audience.sendAway(Down.ResyncFrom.TAIL, "unloaded");
            effects.add(new Effect.Unload());
        }
    }

    private void error(Outlet outlet, Fault fault, @Nullable Long number) {
        audience.send(outlet, new Down.Error(fault, confirmed.id(), number, null));
    }

    private static String hash(String client) {
        return Bytes.of(client.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).sha256().hex();
    }
}
