package fr.binome.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects operations in canonical form: neighbours merged, insertions before deletions, no plain
 * retain last.
 */
public final class DeltaBuilder {
    private final List<Op> ops = new ArrayList<>();

    public DeltaBuilder insert(String text) {
        return insert(text, Attributes.NONE);
    }

    public DeltaBuilder insert(String text, Attributes attributes) {
        return text.isEmpty() ? this : add(new Op.Insert(text, attributes));
    }

    public DeltaBuilder retain(int length) {
        return retain(length, Attributes.NONE);
    }

    public DeltaBuilder retain(int length, Attributes attributes) {
        return length == 0 ? this : add(new Op.Retain(length, attributes));
    }

    public DeltaBuilder delete(int length) {
        return length == 0 ? this : add(new Op.Delete(length));
    }

    DeltaBuilder add(Op op) {
        int at = ops.size();
        if (op instanceof Op.Insert && at > 0 && ops.get(at - 1) instanceof Op.Delete) {
            at--;
        }
        if (at > 0) {
            Op merged = merged(ops.get(at - 1), op);
            if (merged != null) {
                ops.set(at - 1, merged);
                return this;
            }
        }
        ops.add(at, op);
        return this;
    }

    private static @org.jspecify.annotations.Nullable Op merged(Op before, Op op) {
        if (before instanceof Op.Delete(var first) && op instanceof Op.Delete(var second)) {
            return new Op.Delete(first + second);
        }
        if (!before.attributes().equals(op.attributes())) {
            return null;
        }
        if (before instanceof Op.Insert(var first, var attributes)
                && op instanceof Op.Insert(var second, var same)) {
            return new Op.Insert(first + second, attributes);
        }
        if (before instanceof Op.Retain(var first, var attributes)
                && op instanceof Op.Retain(var second, var same)) {
            return new Op.Retain(first + second, attributes);
        }
        return null;
    }

    public Delta build() {
        int end = ops.size();
        while (end > 0
                && ops.get(end - 1) instanceof Op.Retain(var length, var attributes)
                && attributes.isEmpty()) {
            end--;
        }
        return Delta.of(ops.subList(0, end));
    }
}
