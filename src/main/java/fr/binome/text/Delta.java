package fr.binome.text;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A change of a text, or a whole text as the insertions that make it: an immutable list of
 * operations. The conventions are those of Quill's Delta. Positions and lengths count UTF-16 units.
 */
public final class Delta {
    public static final Delta NOTHING = new Delta(List.of());

    /** The text in which nothing has been written: its final newline. */
    public static final Delta EMPTY_DOCUMENT =
            new Delta(List.of(new Op.Insert("\n", Attributes.NONE)));

    private final List<Op> ops;

    private Delta(List<Op> ops) {
        this.ops = ops;
    }

    /** The operations as they are; {@link TextRules} tells whether they are in canonical form. */
    public static Delta of(List<Op> ops) {
        return ops.isEmpty() ? NOTHING : new Delta(List.copyOf(ops));
    }

    public List<Op> ops() {
        return ops;
    }

    public boolean isEmpty() {
        return ops.isEmpty();
    }

    /** The sum of the lengths of all operations; of a document, its length. */
    public int length() {
        int length = 0;
        for (Op op : ops) {
            length += op.length();
        }
        return length;
    }

    /** How much it inserts. */
    int insertedLength() {
        int length = 0;
        for (Op op : ops) {
            if (op instanceof Op.Insert insert) {
                length += insert.length();
            }
        }
        return length;
    }

    /** How much of a text it walks over: what it keeps and deletes. */
    int consumedLength() {
        return length() - insertedLength();
    }

    /** The words of a document without their form. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        for (Op op : ops) {
            if (op instanceof Op.Insert(var text, var attributes)) {
                plain.append(text);
            }
        }
        return plain.toString();
    }

    /** This, then {@code later}, as one. Of a document and a change: the document changed. */
    public Delta compose(Delta later) {
        OpReader mine = new OpReader(ops);
        OpReader other = new OpReader(later.ops);
        DeltaBuilder composed = new DeltaBuilder();
        while (mine.hasNext() || other.hasNext()) {
            if (other.atInsert()) {
                composed.add(other.next());
            } else if (mine.atDelete()) {
                composed.add(mine.next());
            } else {
                int length = Math.min(mine.remaining(), other.remaining());
                Op first = mine.next(length);
                Op second = other.next(length);
                switch (second) {
                    case Op.Delete delete -> {
                        if (first instanceof Op.Retain) {
                            composed.add(delete);
                        }
                    }
                    case Op.Retain(var kept, var attributes) ->
                            composed.add(
                                    switch (first) {
                                        case Op.Insert(var text, var form) ->
                                                new Op.Insert(
                                                        text, form.compose(attributes, false));
                                        case Op.Retain(var all, var form) ->
                                                new Op.Retain(
                                                        length, form.compose(attributes, true));
                                        case Op.Delete delete -> delete;
                                    });
                    case Op.Insert insert -> throw new IllegalStateException("read before");
                }
            }
        }
        return composed.build();
    }

    /**
     * {@code other}, which was made on the same text as this, as it must be once this has been
     * applied.
     *
     * @param priority whether this came first: where both insert at one place, its insertion stands
     *     first, and where both set an attribute, the later, this one's, stays
     */
    public Delta transform(Delta other, boolean priority) {
        OpReader mine = new OpReader(ops);
        OpReader theirs = new OpReader(other.ops);
        DeltaBuilder transformed = new DeltaBuilder();
        while (mine.hasNext() || theirs.hasNext()) {
            if (mine.atInsert() && (priority || !theirs.atInsert())) {
                transformed.retain(mine.next().length());
            } else if (theirs.atInsert()) {
                transformed.add(theirs.next());
            } else {
                int length = Math.min(mine.remaining(), theirs.remaining());
                Op first = mine.next(length);
                Op second = theirs.next(length);
                if (first instanceof Op.Delete) {
                    continue;
                }
                switch (second) {
                    case Op.Delete delete -> transformed.add(delete);
                    case Op.Retain(var kept, var attributes) ->
                            transformed.retain(
                                    length, first.attributes().transform(attributes, priority));
                    case Op.Insert insert -> throw new IllegalStateException("read before");
                }
            }
        }
        return transformed.build();
    }

    /**
     * Where a position of the text is once this has been applied.
     *
     * @param priority whether what this inserts right at the position stays behind it
     */
    public int transformPosition(int position, boolean priority) {
        int transformed = position;
        int at = 0;
        for (Op op : ops) {
            if (at > transformed) {
                break;
            }
            switch (op) {
                case Op.Delete(var length) -> transformed -= Math.min(length, transformed - at);
                case Op.Insert insert -> {
                    if (at < transformed || !priority) {
                        transformed += insert.length();
                    }
                    at += insert.length();
                }
                case Op.Retain(var length, var attributes) -> at += length;
            }
        }
        return transformed;
    }

    /** What undoes this on the document that it was made on. */
    public Delta invert(Delta document) {
        OpReader before = new OpReader(document.ops);
        DeltaBuilder inverted = new DeltaBuilder();
        for (Op op : ops) {
            switch (op) {
                case Op.Insert insert -> inverted.delete(insert.length());
                case Op.Delete(var length) -> walk(before, length, inverted::add);
                case Op.Retain(var length, var attributes) ->
                        walk(
                                before,
                                length,
                                kept ->
                                        inverted.retain(
                                                kept.length(),
                                                attributes.invert(kept.attributes())));
            }
        }
        return inverted.build();
    }

    private static void walk(OpReader document, int length, java.util.function.Consumer<Op> each) {
        for (int left = length; left > 0; ) {
            Op op = document.next(Math.min(left, document.remaining()));
            each.accept(op);
            left -= op.length();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Delta delta && ops.equals(delta.ops);
    }

    @Override
    public int hashCode() {
        return ops.hashCode();
    }

    /** Says how it is made and not what was written. */
    @Override
    public String toString() {
        StringBuilder description = new StringBuilder();
        for (Op op : ops) {
            description
                    .append(
                            switch (op) {
                                case Op.Insert insert -> "+";
                                case Op.Retain retain -> "=";
                                case Op.Delete delete -> "-";
                            })
                    .append(op.length());
        }
        return description.toString();
    }
}
