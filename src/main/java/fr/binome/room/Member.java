package fr.binome.room;

import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.wire.Down;
import fr.binome.wire.Place;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** One session in one room: who it is, how far it has been told, what it is still owed. */
final class Member {
    final Outlet outlet;
    final PersonId person;

    /** SHA-256 of the client's id; null for one who only looks. */
    final @Nullable String client;

    final @Nullable Integer pen;
    Role role;

    /** It has every frame up to here. */
    long position;

    /** It has been told of so many of the persons. */
    int introduced;

    /** A read of older frames is under way for it. */
    boolean catchingUp;

    /** It has every insight up to this turn. */
    long insights;

    /** Answers it is owed, each after the frames up to its {@code at}. */
    final Deque<Down.Answer> answers = new ArrayDeque<>();

    /** It was full when presence was sent, and is owed all of it. */
    boolean missedPresence;

    private long presenceSeq;
    private long presenceAfter;
    private @Nullable Place place;

    Member(
            Outlet outlet,
            PersonId person,
            @Nullable String client,
            @Nullable Integer pen,
            Role role,
            long position) {
        this.outlet = outlet;
        this.person = person;
        this.client = client;
        this.pen = pen;
        this.role = role;
        this.position = position;
        this.presenceSeq = position;
    }

    void isAt(long seq, long after, @Nullable Place at) {
        presenceSeq = seq;
        presenceAfter = after;
        place = at;
    }

    Down.Present present() {
        return new Down.Present(
                outlet.session(), person, pen, presenceSeq, presenceAfter, place, null);
    }

    Down.Present gone() {
        return new Down.Present(outlet.session(), person, pen, presenceSeq, 0, null, true);
    }
}
