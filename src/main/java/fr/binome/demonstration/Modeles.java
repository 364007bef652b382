package fr.binome.demonstration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.Kind;
import fr.binome.journal.Bytes;
import fr.binome.parcours.Classe;
import fr.binome.parcours.ClasseFacts;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.SituationFields;
import fr.binome.people.Secrets;
import fr.binome.room.Kinds;
import fr.binome.room.Looked;
import fr.binome.wire.BoardState;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Set;

/**
 * The situations of the example school, for whoever begins one of theirs from one: {@code [{year,
 * specialites, situation, snapshot}]}. Nobody who teaches there is named in them.
 */
public final class Modeles {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What says who has agreed or proposed, or leads to another situation, is no model's. */
    private static final Set<Kind> OF_THEIR_CLASSE =
            Set.of(SituationFields.ACCORD, SituationFields.REINVESTIT, EtapeFields.PROPOSITION);

    private final Kinds kinds;
    private final Secrets secrets;
    private @Nullable Bytes made;

    public Modeles(Kinds kinds, Secrets secrets) {
        this.kinds = kinds;
        this.secrets = secrets;
    }

    /** All of them, JSON. Made when first asked for, which takes as long as making a school. */
    public synchronized Bytes json() throws IOException {
        Bytes known = made;
        if (known == null) {
            known = of(School.load(kinds, secrets));
            made = known;
        }
        return known;
    }

    private static Bytes of(School school) throws IOException {
        ArrayNode modeles = MAPPER.createArrayNode();
        for (Looked.Seen classe : school.classes()) {
            Board board = classe.board();
            for (Entity situation : board.children(board.rootId(), SituationFields.SITUATION)) {
                modeles.add(modele(classe, situation));
            }
        }
        return Bytes.of(MAPPER.writeValueAsBytes(modeles));
    }

    private static ObjectNode modele(Looked.Seen classe, Entity situation) throws IOException {
        Board board = classe.board();
        Board shown =
                Board.of(
                        board.id(),
                        board.schema(),
                        board.seq(),
                        board.entities().stream()
                                .filter(entity -> !OF_THEIR_CLASSE.contains(entity.kind()))
                                .filter(entity -> Preview.isIn(board, entity, situation.id()))
                                .toList());
        ObjectNode modele =
                MAPPER.createObjectNode()
                        .put("year", yearOf(board))
                        .put("situation", situation.id().value());
        ArrayNode specialites = modele.putArray("specialites");
        ClasseFacts.in(board).specialites().stream().sorted().forEach(specialites::add);
        byte[] snapshot = classe.wire().bytes(BoardState.of(shown, classe.incarnation()));
        modele.set("snapshot", MAPPER.readTree(snapshot));
        return modele;
    }

    private static @Nullable String yearOf(Board board) {
        Entity root = board.live(board.rootId());
        return root == null ? null : root.word(Classe.YEAR);
    }
}
