package fr.binome.board;

import fr.binome.text.Delta;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One entity of a board, an immutable value.
 *
 * @param in its parent; the root is in itself
 * @param texts the texts that are not empty, by field
 * @param removal set while it is itself in the bin; see {@link Board#isLive} for whether it is seen
 * @param written the seq of the last write of each field, of its place ({@link #PLACE}) and of its
 *     being in the bin or not ({@link #LIFE}); an undo asks it whether somebody wrote since
 */
public record Entity(
        EntityId id,
        Kind kind,
        EntityId in,
        Rank rank,
        PMap<String, Value> registers,
        PMap<String, Delta> texts,
        @Nullable Removal removal,
        PMap<String, Long> written) {
    public static final String PLACE = "~place";
    public static final String LIFE = "~life";

    static Entity put(Change.Put put, Stamp stamp) {
        PMap<String, Value> registers = HashTreePMap.empty();
        PMap<String, Delta> texts = HashTreePMap.empty();
        PMap<String, Long> written = HashTreePMap.singleton(PLACE, stamp.seq());
        written = written.plus(LIFE, stamp.seq());
        for (var field : put.fields().entrySet()) {
            switch (field.getValue()) {
                case Value value -> registers = registers.plus(field.getKey(), value);
                case Content.Prose(var document) -> texts = texts.plus(field.getKey(), document);
            }
            written = written.plus(field.getKey(), stamp.seq());
        }
        return new Entity(
                put.id(), put.kind(), put.in(), put.rank(), registers, texts, null, written);
    }

    /** The document of a text; one empty line where nothing was written. */
    public Delta text(Field.Prose field) {
        return texts.getOrDefault(field.name(), Delta.EMPTY_DOCUMENT);
    }

    public @Nullable Value value(Field.Register field) {
        return registers.get(field.name());
    }

    /** The word in a register of words, ids or persons; null when it is empty. */
    public @Nullable String word(Field.Register field) {
        return value(field) instanceof Value.Word(var word) ? word : null;
    }

    /** The words in a register of several; none when it is empty. */
    public List<String> words(Field.Register field) {
        return value(field) instanceof Value.Words(var words) ? words : List.of();
    }

    /** Whether a register of flags is set. */
    public boolean flag(Field.Register field) {
        return value(field) instanceof Value.Flag(var set) && set;
    }

    /** The day in a register of days; null when it is empty. */
    public @Nullable LocalDate day(Field.Register field) {
        return value(field) instanceof Value.Day(var day) ? day : null;
    }

    /** The days in a register of weeks; null when it is empty. */
    public Value.@Nullable Period period(Field.Register field) {
        return value(field) instanceof Value.Period period ? period : null;
    }

    /** The number in a register of numbers; {@code otherwise} when it is empty. */
    public int number(Field.Register field, int otherwise) {
        return value(field) instanceof Value.Whole(var number) ? number : otherwise;
    }

    /**
     * The seq of the last write of a field, of {@link #PLACE} or {@link #LIFE}; 0 when never
     * written.
     */
    public long written(String what) {
        return written.getOrDefault(what, 0L);
    }

    public boolean isRoot() {
        return in.equals(id);
    }

    Entity with(String field, @Nullable Value value, long seq) {
        return new Entity(
                id,
                kind,
                in,
                rank,
                value == null ? registers.minus(field) : registers.plus(field, value),
                texts,
                removal,
                written.plus(field, seq));
    }

    Entity withText(String field, Delta document, long seq) {
        return new Entity(
                id,
                kind,
                in,
                rank,
                registers,
                document.equals(Delta.EMPTY_DOCUMENT)
                        ? texts.minus(field)
                        : texts.plus(field, document),
                removal,
                written.plus(field, seq));
    }

    Entity placed(EntityId parent, Rank newRank, long seq) {
        return new Entity(
                id, kind, parent, newRank, registers, texts, removal, written.plus(PLACE, seq));
    }

    Entity removed(Stamp stamp) {
        return inBin(new Removal(stamp.at(), stamp.by()), stamp.seq());
    }

    Entity restored(Stamp stamp) {
        return inBin(null, stamp.seq());
    }

    private Entity inBin(@Nullable Removal newRemoval, long seq) {
        return new Entity(
                id, kind, in, rank, registers, texts, newRemoval, written.plus(LIFE, seq));
    }

    boolean removedBefore(Instant instant) {
        return removal != null && removal.at().isBefore(instant);
    }
}
