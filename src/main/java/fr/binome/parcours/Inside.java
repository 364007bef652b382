package fr.binome.parcours;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Kind;
import fr.binome.board.PersonId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is directly in an entity and not in the bin, by kind, each in its order. */
public record Inside(Map<Kind, List<Entity>> byKind) {
    public static Inside of(Board board, EntityId parent) {
        Map<Kind, List<Entity>> byKind = new HashMap<>();
        for (Entity child : board.inside(parent)) {
            byKind.computeIfAbsent(child.kind(), kind -> new ArrayList<>()).add(child);
        }
        return new Inside(byKind);
    }

    public List<Entity> all(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** What the members of a set stand for. */
    public Set<String> targets(Kind set) {
        Set<String> targets = new LinkedHashSet<>();
        for (Entity member : all(set)) {
            targets.add(member.id().target());
        }
        return targets;
    }

    /** Whom the members of a set of persons stand for. */
    public Set<PersonId> persons(Kind set) {
        return targets(set).stream().map(PersonId::new).collect(Collectors.toUnmodifiableSet());
    }
}
