package fr.binome.web;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.parcours.Foundation;
import fr.binome.parcours.SchoolDay;
import fr.binome.people.Link;
import fr.binome.people.Outcome;
import fr.binome.people.People;
import fr.binome.people.Person;
import fr.binome.people.Secrets;
import fr.binome.people.SignedIn;
import fr.binome.people.Tickets;
import fr.binome.room.Acted;
import fr.binome.room.Looked;
import fr.binome.room.Rooms;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The API's ways in: signing in and out, links, tickets. Blocks; called from threads that may wait.
 */
final class Ways {
    private final People people;
    private final Tickets tickets;
    private final Rooms rooms;
    private final Essayer essayer;
    private final Site site;
    private final Secrets secrets;
    private final InstantSource clock;

    Ways(
            People people,
            Tickets tickets,
            Rooms rooms,
            Essayer essayer,
            Site site,
            Secrets secrets,
            InstantSource clock) {
        this.essayer = essayer;
        this.people = people;
        this.tickets = tickets;
        this.rooms = rooms;
        this.site = site;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Who one is.
     *
     * @param responsable whether they answer for the establishment
     * @param essai the trial of one who is trying
     */
    record Me(String person, String name, boolean responsable, Essayer.@Nullable Told essai) {}

    Reply me(SignedIn session) {
        return Reply.ok(me(session.person(), essayer.of(session)));
    }

    private Me me(PersonId id, Essayer.@Nullable Told essai) {
        Person person = people.person(id);
        return new Me(
                id.value(), person == null ? "" : person.name(), people.isResponsable(id), essai);
    }

    Reply signIn(Asked.SignIn asked) {
        Reply reply;
        if (asked.token() != null) {
            reply = welcome(people.signInByLink(asked.token()));
        } else if (asked.login() == null || asked.password() == null) {
            reply = Reply.MALFORMED;
        } else {
            reply = welcome(people.signIn(asked.login(), asked.password()));
        }
        return Boolean.TRUE.equals(asked.shared())
                        && reply instanceof Reply.Ok(var me, var cookie, _)
                ? new Reply.Ok(me, cookie, true)
                : reply;
    }

    Reply signOut(@Nullable String cookie) {
        if (cookie != null) {
            SignedIn session = people.session(cookie);
            people.signOut(cookie);
            if (session != null) {
                essayer.signedOut(session);
            }
        }
        return new Reply.Goodbye();
    }

    Reply setUp(Asked.Setup asked) {
        return welcome(people.setUp(asked.token(), asked.name(), asked.login(), asked.password()));
    }

    Reply reset(Asked.Reset asked) {
        return welcome(people.reset(asked.token(), asked.password()));
    }

    private Reply welcome(Outcome outcome) {
        return outcome instanceof Outcome.Welcome(var person, var cookie)
                ? new Reply.Ok(me(person, null), cookie)
                : Reply.no(outcome);
    }

    Reply resetLink(SignedIn session, Asked.ResetLink asked) {
        if (!people.isResponsable(session.person())) {
            return Reply.DENIED;
        }
        String token = people.resetLink(asked.login());
        return token == null ? new Reply.No(404, "noSuchLogin") : Reply.ok(Map.of("token", token));
    }

    Reply ticket(SignedIn session) {
        return Reply.ok(Map.of("ticket", tickets.issue(session, site.origin())));
    }

    Reply invite(SignedIn session, Asked.Invite asked) {
        if (!asked.board().matches("[A-Za-z0-9_-]{12}")) {
            return Reply.MALFORMED;
        }
        BoardId board = new BoardId(asked.board());
        Looked.Seen classe = mayInvite(session.person(), board);
        if (classe == null) {
            return Reply.DENIED;
        }
        if (asked.discipline() != null && !isTaught(classe.board(), asked.discipline())) {
            return new Reply.No(422, "invalid", Map.of("what", "discipline"));
        }
        return Reply.ok(
                Map.of(
                        "token",
                        people.invitationLink(session.person(), board, asked.discipline())));
    }

    private static boolean isTaught(Board classe, String discipline) {
        return classe.schema()
                .vocabularies()
                .getOrDefault("disciplines", Set.of())
                .contains(discipline);
    }

    /** The class, when that person may invite into it. */
    private Looked.@Nullable Seen mayInvite(PersonId inviter, BoardId board) {
        return rooms.look(board, inviter).join() instanceof Looked.Seen seen
                        && seen.role() == Role.RESPONSABLE
                ? seen
                : null;
    }

    /**
     * Joins a class as Y or in its team, by an act of {@code systeme}, if the inviter still may
     * invite.
     */
    Reply redeem(@Nullable SignedIn session, Asked.Redeem asked) {
        Link offered = people.invitation(asked.token());
        if (offered == null || offered.board() == null || offered.person() == null) {
            return Reply.NO_SUCH_LINK;
        }
        Looked.Seen classe = mayInvite(offered.person(), offered.board());
        if (classe == null) {
            return Reply.NO_SUCH_LINK;
        }
        PersonId guest;
        String cookie = null;
        if (session != null) {
            guest = session.person();
            if (people.redeem(asked.token()) == null) {
                return Reply.NO_SUCH_LINK;
            }
        } else if (asked.name() == null || asked.login() == null || asked.password() == null) {
            return Reply.SIGNED_OUT;
        } else {
            Outcome outcome =
                    people.joinByInvitation(
                            asked.token(), asked.name(), asked.login(), asked.password());
            if (!(outcome instanceof Outcome.Welcome(var person, var secret))) {
                return Reply.no(outcome);
            }
            guest = person;
            cookie = secret;
        }
        Acted acted =
                guest.equals(offered.person())
                        ? new Acted.Done(0)
                        : rooms.act(
                                        offered.board(),
                                        welcome(offered, classe.board(), guest),
                                        PersonId.SYSTEME)
                                .join();
        return acted instanceof Acted.Done
                ? new Reply.Ok(Map.of("board", offered.board().value()), cookie)
                : Reply.UNAVAILABLE;
    }

    private List<KernelCommand> welcome(Link offered, Board classe, PersonId guest) {
        String discipline = offered.discipline();
        return discipline == null
                ? Foundation.welcomeY(
                        classe, guest, SchoolDay.of(clock.instant()), new EntityId(secrets.id()))
                : Foundation.welcomeEnseignant(classe, guest, discipline);
    }
}
