package fr.binome.demonstration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.journal.Bytes;
import fr.binome.parcours.Classe;
import fr.binome.parcours.EquipeFields;
import fr.binome.parcours.SituationFields;
import fr.binome.people.Person;
import fr.binome.room.Looked;
import fr.binome.wire.BoardState;

import java.io.IOException;
import java.util.List;

/**
 * What the first page shows of the example school, to anybody: the class, its binôme and its first
 * situation, as {@code {board, situation, snapshot, people}}.
 */
final class Preview {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Preview() {}

    static Bytes of(Looked.Seen classe, List<Person> teachers) {
        Board board = classe.board();
        EntityId situation =
                board.children(board.rootId(), SituationFields.SITUATION).getFirst().id();
        Board shown =
                Board.of(
                        board.id(),
                        board.schema(),
                        board.seq(),
                        board.entities().stream()
                                .filter(entity -> isShown(board, entity, situation))
                                .toList());
        ObjectNode preview =
                MAPPER.createObjectNode()
                        .put("board", board.id().value())
                        .put("situation", situation.value());
        ObjectNode people = MAPPER.createObjectNode();
        for (Person teacher : teachers) {
            people.putObject(teacher.id().value())
                    .put("name", teacher.name())
                    .put("hue", teacher.hue());
        }
        try {
            preview.set(
                    "snapshot",
                    MAPPER.readTree(
                            classe.wire().bytes(BoardState.of(shown, classe.incarnation()))));
            preview.set("people", people);
            return Bytes.of(MAPPER.writeValueAsBytes(preview));
        } catch (IOException e) {
            throw new IllegalStateException("what we made ourselves can be written", e);
        }
    }

    /** Not who else has access, nor the other situations. */
    private static boolean isShown(Board board, Entity entity, EntityId situation) {
        if (entity.isRoot()
                || entity.kind().equals(Classe.SPECIALITE)
                || entity.kind().equals(EquipeFields.BINOME)) {
            return true;
        }
        return isIn(board, entity, situation);
    }

    /** Whether a live entity is a situation, or in it. */
    static boolean isIn(Board board, Entity entity, EntityId situation) {
        for (Entity at = entity; at != null && !at.isRoot(); at = board.entity(at.in())) {
            if (at.id().equals(situation)) {
                return board.isLive(entity);
            }
        }
        return false;
    }
}
