package fr.binome.parcours;

import fr.binome.board.Board;
import fr.binome.board.Entity;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the rules ask of a class before they look at its plan.
 *
 * @param rentree the calendar year in which its school year starts
 * @param ruleset as the class names it; null for the default
 * @param volume hours; 0 for the arrêté's
 */
public record ClasseFacts(
        CycleYear year,
        int rentree,
        Set<String> specialites,
        @Nullable String ruleset,
        @Nullable String zone,
        boolean alsaceMoselle,
        @Nullable LocalDate orientation,
        int volume,
        boolean pfmpPlanifiees) {
    /** Of a board that is founded. */
    public static ClasseFacts in(Board board) {
        Entity root = board.live(board.rootId());
        if (root == null) {
            throw new IllegalArgumentException("the class is not founded");
        }
        return in(root, Inside.of(board, root.id()));
    }

    public static ClasseFacts in(Entity root, Inside inside) {
        return new ClasseFacts(
                CycleYear.of(root.word(Classe.YEAR)),
                root.number(Classe.RENTREE, 0),
                inside.targets(Classe.SPECIALITE),
                root.word(Classe.RULESET),
                root.word(Classe.ZONE),
                root.flag(Classe.ALSACE_MOSELLE),
                root.day(Classe.ORIENTATION),
                root.number(Classe.VOLUME, 0),
                root.flag(Classe.PFMP_PLANIFIEES));
    }

    public boolean isSeconde() {
        return year == CycleYear.SECONDE;
    }
}
