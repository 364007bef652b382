package fr.binome.board;

import java.util.ArrayList;
import java.util.List;

/** Decides whole submissions: all of their commands become true together or none does. */
public final class Deciding {
    private Deciding() {}

    /**
     * The answer to one submission.
     *
     * @param commands 1 to {@link Limits#COMMANDS}, text deltas already transformed to the newest
     *     texts
     * @param stamp what the changes will carry if it is accepted
     */
    public static <T> Decision decide(
            BoardKind<T> kind, Board board, List<Command<T>> commands, Asker asker, Stamp stamp) {
        List<Change> all = new ArrayList<>();
        Board working = board;
        for (int i = 0; i < commands.size(); i++) {
            switch (decide(kind, working, commands.get(i), asker)) {
                case Ruling.Changes(var changes) -> {
                    for (Change change : changes) {
                        working = working.after(change, stamp);
                    }
                    all.addAll(changes);
                }
                case Ruling.No(var refusal) -> {
                    return new Decision.Refused(i, refusal);
                }
            }
        }
        if (working.size() > Limits.SIZE && working.size() > board.size()) {
            return new Decision.Refused(null, new Refusal.Limit("size", Limits.SIZE));
        }
        Refusal.Trade veto = kind.veto(board, all, working, asker);
        return veto == null
                ? new Decision.Accepted(all, working.after(List.of(), stamp))
                : new Decision.Refused(null, veto);
    }

    private static <T> Ruling decide(
            BoardKind<T> kind, Board board, Command<T> command, Asker asker) {
        return switch (command) {
            case Command.Kernel<T>(var kernel) -> Kernel.decide(board, kernel, asker);
            case Command.Trade<T>(var trade) -> kind.decide(board, trade, asker);
        };
    }
}
