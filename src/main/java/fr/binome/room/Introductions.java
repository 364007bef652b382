package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;
import fr.binome.wire.Down;
import fr.binome.wire.KindWire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who the persons of a board are, told to each member before what names them. Persons stand in the
 * order in which they came up, and every member has a place in it: one who cannot take more is told
 * later, and a crowd that comes at once is introduced to each in a few messages.
 */
final class Introductions {
    private final BoardId board;
    private final KindWire<?> wire;
    private final Names names;
    private final List<PersonId> order = new ArrayList<>();
    private final Set<PersonId> known = new HashSet<>();

    /** The newest message, for all who stand at the same place. */
    private byte[] encoded = {};

    private int encodedFrom = -1;

    Introductions(BoardId board, KindWire<?> wire, Names names) {
        this.board = board;
        this.wire = wire;
        this.names = names;
    }

    void add(Collection<PersonId> persons) {
        for (PersonId person : persons) {
            if (known.add(person)) {
                order.add(person);
                encodedFrom = -1;
            }
        }
    }

    boolean has(PersonId person) {
        return known.contains(person);
    }

    /** Tells a member of those who are new to it. */
    void tell(Member member) {
        if (member.introduced < order.size()) {
            member.outlet.send(since(member.introduced));
            member.introduced = order.size();
        }
    }

    private byte[] since(int from) {
        if (from != encodedFrom) {
            Map<PersonId, Down.Shown> shown = new TreeMap<>();
            for (PersonId person : order.subList(from, order.size())) {
                Down.Shown name = names.of(person);
                if (name != null) {
                    shown.put(person, name);
                }
            }
            encoded = wire.bytes(new Down.People(board, shown));
            encodedFrom = from;
        }
        return encoded;
    }
}
