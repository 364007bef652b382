package fr.binome.wire;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Content;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Kind;
import fr.binome.board.PersonId;
import fr.binome.board.Rank;
import fr.binome.board.Removal;
import fr.binome.board.Schema;
import fr.binome.board.Value;
import fr.binome.text.Delta;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole board at one seq, as a client fetches it and a snapshot keeps it.
 *
 * @param entities those in the bin included, by id; texts that are empty are left out
 */
public record BoardState(String incarnation, long seq, List<EntityState> entities) {
    /**
     * One entity.
     *
     * @param written the seq of the last write of each field, place and life
     */
    public record EntityState(
            Kind kind,
            EntityId id,
            EntityId in,
            Rank rank,
            Map<String, Content> fields,
            Map<String, Long> written,
            @Nullable BinState removed) {}

    /** Since when an entity is in the bin, and who put it there. */
    public record BinState(Instant at, PersonId by) {}

    public static BoardState of(Board board, String incarnation) {
        return new BoardState(
                incarnation,
                board.seq(),
                board.entities().stream()
                        .sorted(Comparator.comparing(Entity::id))
                        .map(BoardState::state)
                        .toList());
    }

    private static EntityState state(Entity entity) {
        Map<String, Content> fields = new TreeMap<>(entity.registers());
        entity.texts().forEach((name, text) -> fields.put(name, new Content.Prose(text)));
        Removal removal = entity.removal();
        return new EntityState(
                entity.kind(),
                entity.id(),
                entity.in(),
                entity.rank(),
                fields,
                new TreeMap<>(entity.written()),
                removal == null ? null : new BinState(removal.at(), removal.by()));
    }

    public Board board(BoardId id, Schema schema) {
        return Board.of(id, schema, seq, entities.stream().map(BoardState::entity).toList());
    }

    private static Entity entity(EntityState state) {
        PMap<String, Value> registers = HashTreePMap.empty();
        PMap<String, Delta> texts = HashTreePMap.empty();
        for (var field : state.fields().entrySet()) {
            switch (field.getValue()) {
                case Value value -> registers = registers.plus(field.getKey(), value);
                case Content.Prose(var document) -> texts = texts.plus(field.getKey(), document);
            }
        }
        BinState bin = state.removed();
        return new Entity(
                state.id(),
                state.kind(),
                state.in(),
                state.rank(),
                registers,
                texts,
                bin == null ? null : new Removal(bin.at(), bin.by()),
                HashTreePMap.from(state.written()));
    }
}
