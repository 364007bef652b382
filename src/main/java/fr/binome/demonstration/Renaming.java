package fr.binome.demonstration;

import fr.binome.board.Change;
import fr.binome.board.Content;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives entities other ids, wherever they are named: in ids of members too, and in registers.
 *
 * @param ids the new id for each old one, of boards, entities and persons; what is not among them
 *     (a competence, a choice) stays
 */
record Renaming(Map<String, String> ids) {
    String of(String id) {
        return ids.getOrDefault(id, id);
    }

    private EntityId of(EntityId id) {
        return new EntityId(
                Arrays.stream(id.value().split("~", -1))
                        .map(this::of)
                        .collect(Collectors.joining("~")));
    }

    /** What puts the renamed entity in its place. */
    Change.Put put(Entity entity) {
        Map<String, Content> fields = new HashMap<>();
        entity.registers().forEach((name, value) -> fields.put(name, of(value)));
        entity.texts().forEach((name, text) -> fields.put(name, new Content.Prose(text)));
        return new Change.Put(
                entity.kind(), of(entity.id()), of(entity.in()), entity.rank(), fields);
    }

    private Value of(Value value) {
        return value instanceof Value.Word(var word) ? new Value.Word(of(word)) : value;
    }
}
