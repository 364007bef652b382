package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of one kind of board and the closed vocabularies they speak. Complete and immutable.
 */
public final class Schema {
    private final Kind root;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Set<String>> vocabularies;

    /**
     * @param kinds the root first, each kind after its parent
     * @param vocabularies the ids of each vocabulary that a kind names
     * @throws IllegalArgumentException when a kind names what is not there
     */
    public Schema(Map<String, Set<String>> vocabularies, Kind... kinds) {
        this.vocabularies = Map.copyOf(vocabularies);
        this.root = kinds[0];
        for (Kind kind : kinds) {
            Kind parent = kind.parent();
            if ((parent == null) != (kind == root)
                    || parent != null && this.kinds.get(parent.name()) != parent) {
                throw new IllegalArgumentException(kind + " stands before its parent");
            }
            if (this.kinds.put(kind.name(), kind) != null) {
                throw new IllegalArgumentException("two kinds named " + kind);
            }
            if (kind.members() instanceof Kind.Members.Known(var vocabulary)) {
                requireVocabulary(vocabulary);
            }
            for (Field field : kind.fields()) {
                if (field instanceof Field.Register register) {
                    requireVocabulary(register.type());
                }
            }
            kind.complete();
        }
    }

    private void requireVocabulary(ValueType type) {
        if (type instanceof ValueType.Known(var vocabulary)) {
            requireVocabulary(vocabulary);
        } else if (type instanceof ValueType.SomeKnown(var vocabulary, var atMost)) {
            requireVocabulary(vocabulary);
        }
    }

    private void requireVocabulary(String name) {
        if (!vocabularies.containsKey(name)) {
            throw new IllegalArgumentException("no vocabulary " + name);
        }
    }

    public Kind root() {
        return root;
    }

    /** In the order of declaration, each after its parent. */
    public Collection<Kind> kinds() {
        return Collections.unmodifiableCollection(kinds.values());
    }

    public @Nullable Kind kind(String name) {
        return kinds.get(name);
    }

    public Map<String, Set<String>> vocabularies() {
        return vocabularies;
    }

    Set<String> vocabulary(String name) {
        Set<String> words = vocabularies.get(name);
        if (words == null) {
            throw new IllegalArgumentException("no vocabulary " + name);
        }
        return words;
    }

    /** Whether an id may stand for a member of that set. */
    boolean knows(Kind set, String target) {
        return switch (set.members()) {
            case Kind.Members.Ranked() -> false;
            case Kind.Members.Known(var vocabulary) -> vocabulary(vocabulary).contains(target);
            case Kind.Members.Persons() -> PersonId.isValid(target);
        };
    }
}
