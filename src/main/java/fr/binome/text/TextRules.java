package fr.binome.text;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a delta may hold and what it may do to a text: the rules T-… of the specification. */
public final class TextRules {
    /** What one delta may insert, in UTF-16 units. */
    public static final int MAX_INSERTED = 20_000;

    /** How many runs of one form a text may have. */
    public static final int MAX_RUNS = 5_000;

    private TextRules() {}

    /**
     * The fault of a delta whatever text it is for, to be asked before it is transformed; null when
     * there is none.
     */
    public static @Nullable TextFault formFault(Delta delta, Shape shape) {
        long length = 0;
        for (Op op : delta.ops()) {
            length += op.length();
        }
        if (length > Integer.MAX_VALUE / 2) {
            return TextFault.PAST_END;
        }
        if (delta.ops().size() > 2 * MAX_RUNS) {
            return TextFault.TOO_MANY_RUNS;
        }
        if (delta.insertedLength() > MAX_INSERTED) {
            return TextFault.TOO_LONG;
        }
        return opsFault(delta, shape);
    }

    private static @Nullable TextFault opsFault(Delta delta, Shape shape) {
        DeltaBuilder canonical = new DeltaBuilder();
        for (Op op : delta.ops()) {
            canonical.add(op);
            TextFault fault = opFault(op, shape);
            if (fault != null) {
                return fault;
            }
        }
        return canonical.build().equals(delta) ? null : TextFault.NOT_CANONICAL;
    }

    private static @Nullable TextFault opFault(Op op, Shape shape) {
        return switch (op) {
            case Op.Insert(var text, var attributes) -> {
                TextFault fault = Characters.fault(text);
                if (fault == null && shape == Shape.LINE && text.indexOf('\n') >= 0) {
                    fault = TextFault.LINE_BREAK;
                }
                if (fault == null && attributes.hasRemovals()) {
                    fault = TextFault.ATTRIBUTE_VALUE;
                }
                if (fault == null) {
                    fault = attributesFault(attributes, shape);
                }
                if (fault == null) {
                    fault = Form.misplaced(attributes, text);
                }
                yield fault == null ? Mention.inserted(attributes, text) : fault;
            }
            case Op.Retain(var length, var attributes) -> {
                TextFault fault = attributesFault(attributes, shape);
                yield fault == null ? Mention.retained(attributes) : fault;
            }
            case Op.Delete delete -> null;
        };
    }

    private static @Nullable TextFault attributesFault(Attributes attributes, Shape shape) {
        if (attributes.isEmpty()) {
            return null;
        }
        return shape == Shape.LINE ? TextFault.ATTRIBUTE_IN_LINE : Form.fault(attributes);
    }

    /**
     * The fault of a well-formed delta on a document; null when it may be applied.
     *
     * @param maxLength of the document afterwards, its final newline included
     */
    public static @Nullable TextFault editFault(
            Delta document, Delta delta, Shape shape, int maxLength) {
        TextFault fault = formFault(delta, shape);
        if (fault != null) {
            return fault;
        }
        long length = document.length();
        if (delta.consumedLength() > length) {
            return TextFault.PAST_END;
        }
        fault = walkFault(document, delta);
        if (fault != null) {
            return fault;
        }
        if (length + delta.insertedLength() - deleted(delta) > maxLength
                && delta.insertedLength() > deleted(delta)) {
            return TextFault.TOO_LONG;
        }
        Delta after = document.compose(delta);
        return after.ops().size() > MAX_RUNS && after.ops().size() > document.ops().size()
                ? TextFault.TOO_MANY_RUNS
                : null;
    }

    private static int deleted(Delta delta) {
        int deleted = 0;
        for (Op op : delta.ops()) {
            if (op instanceof Op.Delete(var length)) {
                deleted += length;
            }
        }
        return deleted;
    }

    /**
     * Follows a delta through a document: where it cuts, what it does to the end and to newlines.
     */
    private static @Nullable TextFault walkFault(Delta document, Delta delta) {
        OpReader reader = new OpReader(document.ops());
        int left = document.length();
        boolean afterHigh = false;
        for (Op op : delta.ops()) {
            if (op instanceof Op.Insert) {
                if (left == 0) {
                    return TextFault.LOST_FINAL_NEWLINE;
                }
                if (afterHigh) {
                    return TextFault.CUT_SURROGATE;
                }
                continue;
            }
            for (int of = op.length(); of > 0; ) {
                Op.Insert run = (Op.Insert) reader.next(Math.min(of, reader.remaining()));
                TextFault fault = Form.misplaced(op.attributes(), run.text());
                if (fault != null) {
                    return fault;
                }
                of -= run.length();
                left -= run.length();
                afterHigh = Character.isHighSurrogate(run.text().charAt(run.length() - 1));
            }
            if (afterHigh) {
                return TextFault.CUT_SURROGATE;
            }
            if (left == 0 && op instanceof Op.Delete) {
                return TextFault.LOST_FINAL_NEWLINE;
            }
        }
        return null;
    }

    /** The fault of a whole document given for a new text; null when it may stand. */
    public static @Nullable TextFault documentFault(Delta document, Shape shape, int maxLength) {
        List<Op> ops = document.ops();
        if (ops.isEmpty() || !ops.stream().allMatch(op -> op instanceof Op.Insert)) {
            return TextFault.NOT_A_DOCUMENT;
        }
        if (document.length() > maxLength) {
            return TextFault.TOO_LONG;
        }
        if (ops.size() > MAX_RUNS) {
            return TextFault.TOO_MANY_RUNS;
        }
        if (!document.plain().endsWith("\n")) {
            return TextFault.LOST_FINAL_NEWLINE;
        }
        if (shape == Shape.RICH) {
            return opsFault(document, shape);
        }
        Attributes last = document.ops().getLast().attributes();
        return last.isEmpty()
                ? opsFault(withoutFinalNewline(document), shape)
                : TextFault.ATTRIBUTE_IN_LINE;
    }

    private static Delta withoutFinalNewline(Delta document) {
        DeltaBuilder body = new DeltaBuilder();
        OpReader reader = new OpReader(document.ops());
        for (int left = document.length() - 1; left > 0; ) {
            Op op = reader.next(Math.min(left, reader.remaining()));
            body.add(op);
            left -= op.length();
        }
        return body.build();
    }
}
