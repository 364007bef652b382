package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The grants of a board: one member {@code acces} per person, with a role. Each root has the same
 * piece.
 */
public final class Acces {
    /** The refusal's word when the last responsable of a board would leave. */
    public static final String LAST_RESPONSABLE = "lastResponsable";

    private final Kind kind;
    private final Field.Register role;

    public Acces(Kind root) {
        kind =
                root.persons(
                        "acces",
                        200,
                        Role.RESPONSABLE,
                        "Savoir qui peut lire et modifier ce tableau.");
        role = kind.choice("role", words());
    }

    private static String[] words() {
        List<String> words = new ArrayList<>();
        for (Role each : Role.values()) {
            words.add(each.word());
        }
        return words.toArray(String[]::new);
    }

    public Kind kind() {
        return kind;
    }

    /**
     * The role a person holds on the board; null for a stranger. {@code systeme} may do everything.
     */
    public @Nullable Role of(Board board, PersonId person) {
        if (person.equals(PersonId.SYSTEME)) {
            return Role.RESPONSABLE;
        }
        Entity grant = board.live(EntityId.member(board.rootId(), kind, person.value()));
        String word = grant == null ? null : grant.word(role);
        return word == null ? null : Role.of(word);
    }

    /** Everyone who holds a role. */
    public List<PersonId> persons(Board board) {
        return board.children(board.rootId(), kind).stream()
                .map(grant -> new PersonId(grant.id().target()))
                .toList();
    }

    /** The fields of a grant of that role. */
    public Map<String, Content> of(Role granted) {
        return Map.of(role.name(), new Value.Word(granted.word()));
    }

    /** What gives a person a role on a board, whatever it was before. */
    public List<KernelCommand> grant(BoardId board, PersonId person, Role granted) {
        EntityId root = EntityId.rootOf(board);
        EntityId member = EntityId.member(root, kind, person.value());
        return List.of(
                new KernelCommand.Create(kind.name(), member, root, null, Map.of()),
                new KernelCommand.SetField(member, role.name(), new Value.Word(granted.word())));
    }

    /** What gives a person a role on a board; nothing where they have it or a greater one. */
    public List<KernelCommand> atLeast(Board board, PersonId person, Role granted) {
        Role held = of(board, person);
        return held != null && held.includes(granted)
                ? List.of()
                : grant(board.id(), person, granted);
    }

    /** Refuses that the last responsable leaves a board that had one. */
    public Refusal.@Nullable Trade veto(Board before, List<Change> changes, Board after) {
        boolean touched = changes.stream().anyMatch(change -> touches(before, after, change));
        return touched && hasResponsable(before) && !hasResponsable(after)
                ? new LastResponsable()
                : null;
    }

    private boolean touches(Board before, Board after, Change change) {
        Entity entity = after.entity(change.id());
        Entity found = entity == null ? before.entity(change.id()) : entity;
        return found != null && found.kind() == kind;
    }

    private boolean hasResponsable(Board board) {
        return board.children(board.rootId(), kind).stream()
                .anyMatch(grant -> Role.RESPONSABLE.word().equals(grant.word(role)));
    }

    /** The last responsable of a board cannot leave. */
    public record LastResponsable() implements Refusal.Trade {
        @Override
        public String reason() {
            return LAST_RESPONSABLE;
        }

        @Override
        public Map<String, String> details() {
            return Map.of();
        }
    }
}
