package fr.binome.demonstration;

import fr.binome.board.Change;
import fr.binome.board.Content;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Value;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives entities other ids, wherever they are named: in ids of members and in references too.
 *
 * @param ids the new id for each old one, of boards, entities and persons; what is not among them
 *     (a competence, a choice) stays
 */
record Renaming(Map<String, String> ids) {
    private static final Pattern PART = Pattern.compile("[^~/]+");

    /** An id, or several in one word, renamed. */
    String of(String word) {
        return PART.matcher(word)
                .replaceAll(
                        part ->
                                Matcher.quoteReplacement(
                                        ids.getOrDefault(part.group(), part.group())));
    }

    private EntityId of(EntityId id) {
        return new EntityId(of(id.value()));
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
