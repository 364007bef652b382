package fr.binome.parcours;

import fr.binome.board.Entity;
import fr.binome.referentiel.FamilleSeconde.Commune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of common competences that a team has made its own (D-55), as the rules see it. */
public final class TableauCommun {
    private TableauCommun() {}

    /** Its lines in their order; none where the given table holds. */
    public static List<Commune> in(Inside inside) {
        List<Commune> lines = new ArrayList<>();
        for (Entity line : inside.all(CommuneFields.COMMUNE)) {
            String repere = line.word(CommuneFields.REPERE);
            if (repere != null) {
                lines.add(
                        new Commune(
                                repere,
                                Contexte.plain(line, CommuneFields.LABEL),
                                true,
                                prepared(line)));
            }
        }
        return lines;
    }

    private static Map<String, List<String>> prepared(Entity line) {
        Map<String, List<String>> prepared = new LinkedHashMap<>();
        CommuneFields.PREPARED.forEach(
                (specialite, field) -> prepared.put(specialite, line.words(field)));
        return prepared;
    }
}
