package fr.binome.web;

import fr.binome.apport.Attente;
import fr.binome.apport.ClasseDigest;
import fr.binome.board.BoardId;
import fr.binome.board.PersonId;
import fr.binome.journal.Bytes;
import fr.binome.parcours.Foundation;
import fr.binome.people.People;
import fr.binome.people.Person;
import fr.binome.people.Secrets;
import fr.binome.people.SignedIn;
import fr.binome.room.Acted;
import fr.binome.room.Looked;
import fr.binome.room.Rooms;
import fr.binome.room.Since;
import fr.binome.wire.BoardState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The API's classes: mine, a new one, and the snapshot that a client starts from. */
final class Classes {
    private static final String KIND = "classe";

    private final Rooms rooms;
    private final People people;
    private final Secrets secrets;

    Classes(Rooms rooms, People people, Secrets secrets) {
        this.rooms = rooms;
        this.people = people;
        this.secrets = secrets;
    }

    /** A class on the first page. */
    record Card(
            String board,
            String label,
            String year,
            int rentree,
            List<String> specialites,
            List<Member> people,
            List<Waiting> waiting) {}

    /** Someone of the class; a former member has no name. */
    record Member(String person, String name, String role) {}

    /** What a situation waits for from the one who asks, as in {@link Attente}. */
    record Waiting(
            String situation,
            String titre,
            boolean accord,
            int propositions,
            boolean mention,
            int commentaires) {}

    Reply mine(SignedIn session) {
        List<Card> cards = new ArrayList<>();
        rooms.digests()
                .all()
                .forEach(
                        (board, told) -> {
                            if (told instanceof ClasseDigest digest
                                    && digest.members().containsKey(session.person().value())) {
                                cards.add(card(board, digest, session.person()));
                            }
                        });
        cards.sort(Comparator.comparing(Card::rentree).reversed().thenComparing(Card::label));
        return Reply.ok(cards);
    }

    private Card card(BoardId board, ClasseDigest digest, PersonId asking) {
        List<Member> members = new ArrayList<>();
        for (Map.Entry<String, String> member : digest.members().entrySet()) {
            Person person = people.person(new PersonId(member.getKey()));
            members.add(
                    new Member(
                            member.getKey(),
                            person == null ? "" : person.name(),
                            member.getValue()));
        }
        members.sort(Comparator.comparing(Member::name));
        return new Card(
                board.value(),
                digest.label(),
                digest.year(),
                digest.rentree(),
                digest.specialites(),
                members,
                digest.attentes().stream()
                        .filter(attente -> attente.person().equals(asking.value()))
                        .map(Classes::waiting)
                        .toList());
    }

    private static Waiting waiting(Attente attente) {
        return new Waiting(
                attente.situation(),
                attente.titre(),
                attente.accord(),
                attente.propositions(),
                attente.mention(),
                attente.commentaires());
    }

    /** Any of the staff makes a class; asking twice with one id makes one. */
    Reply create(SignedIn session, Asked.NewClasse asked) {
        if (!asked.board().matches("[A-Za-z0-9_-]{12}")) {
            return Reply.MALFORMED;
        }
        Foundation foundation =
                new Foundation(
                        new BoardId(asked.board()),
                        asked.label(),
                        asked.year(),
                        asked.rentree(),
                        asked.specialites(),
                        session.person());
        String fault = foundation.fault();
        if (fault != null) {
            return new Reply.No(422, "invalid", Map.of("what", fault));
        }
        Acted acted =
                rooms.found(
                                foundation.board(),
                                KIND,
                                foundation.changes(secrets.id()),
                                session.person())
                        .join();
        return switch (acted) {
            case Acted.Done _ -> Reply.done();
            case Acted.Absent _ -> again(session, foundation.board());
            case Acted.Refused _ -> new Reply.No(422, "invalid");
            case Acted.Unavailable _ -> Reply.UNAVAILABLE;
        };
    }

    private Reply again(SignedIn session, BoardId board) {
        return rooms.look(board, session.person()).join() instanceof Looked.Seen
                ? Reply.done()
                : new Reply.No(409, "taken");
    }

    Reply snapshot(SignedIn session, String board) {
        if (!board.matches("[A-Za-z0-9_-]{12}")) {
            return new Reply.No(404, "noBoard");
        }
        return switch (rooms.look(new BoardId(board), session.person()).join()) {
            case Looked.Hidden _ -> new Reply.No(404, "noBoard");
            case Looked.Unavailable _ -> Reply.UNAVAILABLE;
            case Looked.Seen(var state, var incarnation, var role, var wire) ->
                    new Reply.Written(Bytes.of(wire.bytes(BoardState.of(state, incarnation))));
        };
    }

    /**
     * What others have changed in a board.
     *
     * @param head up to where it was looked: to be asked for next time
     * @param tooOld whether it was too long ago to be told; absent when it was not
     */
    record Changes(long head, @Nullable Boolean tooOld, List<Touched> things) {}

    /** One thing of the board, as in {@link Since.Thing}. */
    record Touched(String id, String kind, String at, List<String> by, List<String> what) {}

    /** Since a seq; without one, up to where one would ask next time. */
    Reply changes(SignedIn session, String board, @Nullable String since) {
        if (!board.matches("[A-Za-z0-9_-]{12}")) {
            return new Reply.No(404, "noBoard");
        }
        if (since != null && !since.matches("[0-9]{1,15}")) {
            return Reply.MALFORMED;
        }
        long seq = since == null ? Long.MAX_VALUE : Long.parseLong(since);
        return switch (rooms.since(new BoardId(board), session.person(), seq)) {
            case Since.Hidden _ -> new Reply.No(404, "noBoard");
            case Since.Unavailable _ -> Reply.UNAVAILABLE;
            case Since.TooOld(var head) ->
                    Reply.ok(new Changes(head, since == null ? null : true, List.of()));
            case Since.Told(var head, var things) ->
                    Reply.ok(
                            new Changes(
                                    head, null, things.stream().map(Classes::touched).toList()));
        };
    }

    private static Touched touched(Since.Thing thing) {
        return new Touched(
                thing.id().value(),
                thing.kind(),
                thing.at().toString(),
                thing.by().stream().map(PersonId::value).toList(),
                List.copyOf(thing.what()));
    }
}
