package fr.binome.room;

import fr.binome.board.BoardId;
import fr.binome.board.Refusal;
import fr.binome.wire.Down;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/** How the outcomes of submissions are told. */
final class Answers {
    private Answers() {}

    static Down.Answer accepted(BoardId board, long number, long seq) {
        return new Down.Answer(board, number, Down.Outcome.ACCEPTED, seq, null, null, null, seq);
    }

    static Down.Answer old(BoardId board, long number, long at) {
        return new Down.Answer(board, number, Down.Outcome.OLD, null, null, null, null, at);
    }

    static Down.Answer refused(
            BoardId board, long number, @Nullable Integer command, Refusal refusal, long at) {
        return new Down.Answer(
                board,
                number,
                Down.Outcome.REFUSED,
                null,
                command,
                reason(refusal),
                details(refusal),
                at);
    }

    private static String reason(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Denied denied -> "denied";
            case Refusal.Gone gone -> "gone";
            case Refusal.Taken taken -> "taken";
            case Refusal.Invalid invalid -> "invalid";
            case Refusal.Limit limit -> "limit";
            case Refusal.Stale stale -> "stale";
            case Refusal.Trade trade -> trade.reason();
        };
    }

    private static Map<String, Object> details(Refusal refusal) {
        Map<String, Object> details = new TreeMap<>();
        switch (refusal) {
            case Refusal.Denied(var needed) -> details.put("needed", needed.word());
            case Refusal.Gone(var id) -> details.put("id", id.value());
            case Refusal.Taken(var id) -> details.put("id", id.value());
            case Refusal.Invalid(var id, var field, var fault) -> {
                details.put("id", id.value());
                if (field != null) {
                    details.put("field", field);
                }
                details.put("fault", fault);
            }
            case Refusal.Limit(var what, var max) -> {
                details.put("what", what);
                details.put("max", max);
            }
            case Refusal.Stale(var id, var field) -> {
                details.put("id", id.value());
                details.put("field", field);
            }
            case Refusal.Trade trade -> details.putAll(trade.details());
        }
        return details;
    }
}
