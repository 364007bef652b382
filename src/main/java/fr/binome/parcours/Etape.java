package fr.binome.parcours;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * One step of a situation, as the rules see it.
 *
 * @param proposants whose proposals of who leads it have no answer yet
 */
public record Etape(
        EntityId id,
        int minutes,
        @Nullable Conduite conduite,
        Set<String> competences,
        Set<String> outils,
        Set<PersonId> proposants) {
    static Etape in(Board board, Entity etape) {
        Inside inside = Inside.of(board, etape.id());
        return new Etape(
                etape.id(),
                etape.number(EtapeFields.MINUTES, 0),
                Conduite.of(etape.word(EtapeFields.CONDUITE_PAR)),
                inside.targets(EtapeFields.COMPETENCE),
                inside.targets(EtapeFields.OUTIL),
                inside.persons(EtapeFields.PROPOSITION));
    }
}
