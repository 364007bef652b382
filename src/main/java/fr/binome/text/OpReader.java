package fr.binome.text;

import java.util.List;

/** Walks through operations in slices of any length; beyond the end all is kept. */
final class OpReader {
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final List<Op> ops;
    private int index;
    private int offset;

    OpReader(List<Op> ops) {
        this.ops = ops;
    }

    boolean hasNext() {
        return index < ops.size();
    }

    boolean atInsert() {
        return hasNext() && ops.get(index) instanceof Op.Insert;
    }

    boolean atDelete() {
        return hasNext() && ops.get(index) instanceof Op.Delete;
    }

    /** How much is left of the present operation. */
    int remaining() {
        return hasNext() ? ops.get(index).length() - offset : ENDLESS;
    }

    /** The rest of the present operation, {@code most} units of it at most. */
    Op next(int most) {
        if (!hasNext()) {
            return new Op.Retain(most, Attributes.NONE);
        }
        Op op = ops.get(index);
        int length = Math.min(most, op.length() - offset);
        int from = offset;
        if (length == op.length() - offset) {
            index++;
            offset = 0;
        } else {
            offset += length;
        }
        return length == op.length()
                ? op
                : switch (op) {
                    case Op.Insert(var text, var attributes) ->
                            new Op.Insert(text.substring(from, from + length), attributes);
                    case Op.Retain(var all, var attributes) -> new Op.Retain(length, attributes);
                    case Op.Delete(var all) -> new Op.Delete(length);
                };
    }

    Op next() {
        return next(remaining());
    }
}
