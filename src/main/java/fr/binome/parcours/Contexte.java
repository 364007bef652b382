package fr.binome.parcours;

import fr.binome.board.Entity;
import fr.binome.board.Field;

/** The story that a situation tells; texts without the spaces around them. */
public record Contexte(
        String organisation,
        String type,
        String destinataires,
        String description,
        String perimetre,
        String nature,
        int canaux) {
    static Contexte in(Entity situation, Inside inside) {
        return new Contexte(
                plain(situation, SituationFields.ORGANISATION),
                plain(situation, SituationFields.TYPE),
                plain(situation, SituationFields.PUBLIC),
                plain(situation, SituationFields.DESCRIPTION),
                plain(situation, SituationFields.PERIMETRE),
                plain(situation, SituationFields.NATURE),
                inside.all(SituationFields.CANAL).size());
    }

    static String plain(Entity entity, Field.Prose field) {
        return entity.text(field).plain().strip();
    }
}
