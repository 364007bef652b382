package fr.binome.room;

import fr.binome.board.Acces;
import fr.binome.board.Asker;
import fr.binome.board.Command;
import fr.binome.board.Deciding;
import fr.binome.board.Decision;
import fr.binome.board.Refusal;
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

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What becomes of each submission: told again when it has an outcome, brought to the newest state
 * of the texts it edits, accepted or refused.
 *
 * @param <T> the trade commands of the board's kind
 */
final class Submissions<T> {
    private static final Duration BUSY = Duration.ofMillis(200);

    private final KindWire<T> wire;
    private final InstantSource clock;
    private final Clients clients;
    private final TextWindows windows;
    private final Order order;
    private final Audience audience;
    private final List<Effect> effects;
    private final Parking<T> parking = new Parking<>();

    /** Owed answers of refusals that rest on what is not durable yet. */
    private final ArrayDeque<OwedAnswer> owed = new ArrayDeque<>();

    private record OwedAnswer(String client, Down.Answer answer) {}

    Submissions(
            KindWire<T> wire,
            InstantSource clock,
            Clients clients,
            TextWindows windows,
            Order order,
            Audience audience,
            List<Effect> effects) {
        this.wire = wire;
        this.clock = clock;
        this.clients = clients;
        this.windows = windows;
        this.order = order;
        this.audience = audience;
        this.effects = effects;
    }

    /**
     * Takes one submission.
     *
     * @param stopping nothing new is decided any more
     */
    void submit(Mail.Submit mail, boolean quarantined, boolean stopping) {
        Up.Submit submit = mail.submit();
        Member member = audience.member(mail.outlet().session());
        String client = Clients.key(submit.client());
        if (member == null || !client.equals(member.client) || member.pen == null) {
            audience.error(mail.outlet(), Fault.NOT_JOINED, submit.number(), null);
            return;
        }
        if (quarantined) {
            audience.error(mail.outlet(), Fault.QUARANTINED, submit.number(), null);
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
        if (submit.base() > order.confirmed().seq()) {
            audience.error(mail.outlet(), Fault.AHEAD, submit.number(), null);
            return;
        }
        if (stopping || order.isFull()) {
            audience.send(
                    mail.outlet(),
                    new Down.Retry(
                            submit.board(),
                            submit.number(),
                            stopping ? "stop" : "busy",
                            BUSY.toMillis()));
            return;
        }
        switch (wire.commands(submit.commands())) {
            case KindWire.Commands.Nonsense<T>(var fault, var detail) ->
                    audience.error(mail.outlet(), fault, submit.number(), detail);
            case KindWire.Commands.Understood<T>(var commands) ->
                    decideOrPark(
                            new Submission<>(
                                    client,
                                    member.person,
                                    member.pen,
                                    submit.number(),
                                    submit.base(),
                                    mail.payload(),
                                    mail.size(),
                                    commands));
        }
    }

    /** The duplicate check comes before staleness and rights. */
    private void repeated(Mail.Submit mail, Member member, ClientState state) {
        Up.Submit submit = mail.submit();
        long head = order.confirmed().seq();
        if (submit.number() < state.number()) {
            audience.answer(member, Answers.old(submit.board(), submit.number(), head), head);
        } else if (!mail.payload().equals(state.payload())) {
            audience.error(mail.outlet(), Fault.NUMBER_REUSED, submit.number(), null);
        } else if (state.answer() != null) {
            if (owed.stream().noneMatch(answer -> answer.client.equals(state.client()))) {
                audience.answer(member, state.answer(), head);
            }
        } else if (state.seq() != null && state.seq() <= head) {
            audience.answer(
                    member, Answers.accepted(submit.board(), submit.number(), state.seq()), head);
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

    /** Old edits have been read; false when they could not be. */
    boolean oldEdits(long parked, Answer<List<Commit>> answer) {
        Parking.Parked<T> place = parking.get(parked);
        if (place == null) {
            return true;
        }
        return switch (answer) {
            case Answer.Failed<List<Commit>> _ -> {
                parking.leave(parked);
                yield false;
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
                yield true;
            }
        };
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
            switch (rebase.rebased(
                    submission.commands().get(i), submission.base(), order.working())) {
                case Rebase.Outcome.Ready<T>(var command) -> commands.add(command);
                case Rebase.Outcome.No<T>(var refusal) -> {
                    refuse(submission, i, refusal);
                    return;
                }
            }
        }
        Acces acces = wire.kind().acces();
        Role role = acces.of(order.working(), submission.person());
        if (role == null) {
            refuse(submission, null, new Refusal.Denied(Role.LECTURE));
            return;
        }
        Stamp stamp = order.next(submission.person(), now);
        Asker asker = new Asker(submission.person(), role, now);
        switch (Deciding.decide(wire.kind(), order.working(), commands, asker, stamp)) {
            case Decision.Refused(var command, var refusal) -> refuse(submission, command, refusal);
            case Decision.Accepted(var changes, var after) -> {
                remember(submission, now, stamp.seq(), null);
                order.accept(
                        changes,
                        after,
                        stamp,
                        submission.pen(),
                        submission.number(),
                        submission.size());
            }
        }
    }

    private void refuse(Submission<T> submission, @Nullable Integer command, Refusal refusal) {
        Down.Answer answer =
                Answers.refused(
                        order.confirmed().id(),
                        submission.number(),
                        command,
                        refusal,
                        order.working().seq());
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
        order.remember(state);
    }

    /** A refusal is told once all that it rests on is durable. */
    void payOwed() {
        long head = order.confirmed().seq();
        owed.removeIf(
                debt -> {
                    if (debt.answer.at() > head) {
                        return false;
                    }
                    Member member = audience.memberOf(debt.client);
                    if (member != null) {
                        audience.answer(member, debt.answer, head);
                    }
                    return true;
                });
    }
}
