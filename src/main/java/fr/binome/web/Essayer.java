package fr.binome.web;

import fr.binome.board.BoardId;
import fr.binome.demonstration.Essais;
import fr.binome.people.Essai;
import fr.binome.people.People;
import fr.binome.people.Person;
import fr.binome.people.SignedIn;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * The API's trials: what one sees before, how one begins, and what a trial is told about itself.
 */
final class Essayer {
    private static final Reply.No OFF = new Reply.No(404, "unknown");

    private final Essais essais;
    private final People people;

    Essayer(Essais essais, People people) {
        this.essais = essais;
        this.people = people;
    }

    /**
     * What somebody is told of the trial that they are in.
     *
     * @param until when it is dropped, ISO 8601
     * @param board the class to begin with
     * @param paused whether the colleague was asked to stop
     */
    record Told(String until, String board, boolean paused) {}

    /** Null for one who is not trying. */
    @Nullable Told of(SignedIn session) {
        Essais.Standing standing = essais.of(session.person());
        return standing == null ? null : told(standing.essai(), standing.paused());
    }

    private static Told told(Essai essai, boolean paused) {
        BoardId board = essai.boards().getFirst();
        return new Told(essai.made().plus(Essais.LIFE).toString(), board.value(), paused);
    }

    /** What the first page shows; nothing where nobody may try. */
    Reply preview() {
        return essais.isOn() ? new Reply.Written(essais.preview()) : OFF;
    }

    /** Begins, unless the browser is signed in: a trial must not take the place of an account. */
    Reply begin(@Nullable SignedIn session) {
        if (!essais.isOn()) {
            return OFF;
        }
        if (session != null) {
            return new Reply.No(409, "signedIn");
        }
        return switch (essais.begin()) {
            case Essais.Begun.Done(var essai, var welcome) -> {
                Person visitor = people.person(essai.visitor());
                yield new Reply.Ok(
                        new Ways.Me(
                                essai.visitor().value(),
                                visitor == null ? "" : visitor.name(),
                                false,
                                told(essai, false)),
                        welcome.cookie());
            }
            case Essais.Begun.Later(var after) ->
                    new Reply.No(
                            429, "later", Map.of("afterSeconds", Math.max(1, after.toSeconds())));
            case Essais.Begun.Full _ -> new Reply.No(503, "full");
            case Essais.Begun.Unavailable _ -> Reply.UNAVAILABLE;
        };
    }

    /** Asks the colleague to stop, or to go on. */
    Reply pause(SignedIn session, Asked.Pause asked) {
        if (essais.of(session.person()) == null) {
            return Reply.DENIED;
        }
        essais.pause(session.person(), asked.paused());
        return Reply.done();
    }

    /** What is refused to one who is trying: whatever reaches beyond the trial. */
    <B> Api.Open<B> unlessTrying(Api.Open<B> handler) {
        return (session, body) ->
                session != null && essais.of(session.person()) != null
                        ? new Reply.No(403, "trying")
                        : handler.to(session, body);
    }

    /** Leaves nothing behind of one who was trying. */
    void signedOut(SignedIn session) {
        essais.end(session.person());
    }
}
