package fr.binome.board;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.text.DeltaBuilder;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A notebook on which a test acts, one submission after the other. Whatever is accepted is folded
 * as well, and both must come to the same.
 */
public final class Carnet {
    public static final BoardId BOARD = new BoardId("carnet000001");
    public static final EntityId ROOT = EntityId.rootOf(BOARD);
    public static final PersonId CLAIRE = new PersonId("pclaire");
    public static final PersonId MEHDI = new PersonId("pmehdi");
    public static final CarnetKind KIND = new CarnetKind();

    private Board board;
    private Instant now = Instant.parse("2026-09-01T08:00:00Z");

    private Carnet(Board board) {
        this.board = board;
    }

    /** A notebook without pages, of Claire's. */
    public static Carnet empty() {
        Rank only = Rank.between(null, null);
        EntityId acces = EntityId.member(ROOT, CarnetKind.ACCES.kind(), CLAIRE.value());
        List<Change> changes =
                List.of(
                        new Change.Put(CarnetKind.CARNET, ROOT, ROOT, only, Map.of()),
                        new Change.Put(
                                CarnetKind.ACCES.kind(),
                                acces,
                                ROOT,
                                only,
                                Map.of("role", new Value.Word("responsable"))));
        Instant founded = Instant.parse("2026-08-31T08:00:00Z");
        return new Carnet(
                Board.empty(BOARD, CarnetKind.SCHEMA)
                        .after(changes, new Stamp(1, CLAIRE, founded)));
    }

    /** A notebook as it is. */
    public static Carnet of(Board board) {
        return new Carnet(board);
    }

    public Board board() {
        return board;
    }

    /** The server's time from now on. */
    public Carnet at(Instant time) {
        now = time;
        return this;
    }

    /** The server's time. */
    public Instant now() {
        return now;
    }

    /** The answer to one submission of someone who may write. */
    Decision ask(KernelCommand... commands) {
        return ask(Role.ECRITURE, kernel(commands));
    }

    static List<Command<CarnetKind.Act>> kernel(KernelCommand... commands) {
        return Arrays.stream(commands)
                .map(
                        command ->
                                (Command<CarnetKind.Act>)
                                        new Command.Kernel<CarnetKind.Act>(command))
                .toList();
    }

    /** The answer to one submission; what is accepted becomes the board. */
    public Decision ask(Role role, List<Command<CarnetKind.Act>> commands) {
        Stamp stamp = new Stamp(board.seq() + 1, CLAIRE, now);
        Decision decision =
                Deciding.decide(KIND, board, commands, new Asker(CLAIRE, role, now), stamp);
        if (decision instanceof Decision.Accepted(var changes, var after)) {
            assertThat(board.after(changes, stamp)).as("the fold of the changes").isEqualTo(after);
            assertThat(after.seq()).isEqualTo(stamp.seq());
            board = after;
        }
        return decision;
    }

    /** What an accepted submission changed. */
    List<Change> accept(KernelCommand... commands) {
        return accept(Role.ECRITURE, commands);
    }

    List<Change> accept(Role role, KernelCommand... commands) {
        Decision decision = ask(role, kernel(commands));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return decision instanceof Decision.Accepted(var changes, var after) ? changes : List.of();
    }

    /** Why a submission was refused; nothing of it is true. */
    Refusal refuse(KernelCommand... commands) {
        return refuse(Role.ECRITURE, commands);
    }

    Refusal refuse(Role role, KernelCommand... commands) {
        Board before = board;
        Decision decision = ask(role, kernel(commands));
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(board).isSameAs(before);
        return ((Decision.Refused) decision).refusal();
    }

    /** What {@code systeme} does when time has come. */
    public List<Change> purge() {
        List<Change> due = Bin.due(board, now);
        board = board.after(due, new Stamp(board.seq() + 1, PersonId.SYSTEME, now));
        return due;
    }

    /** The pages that can be seen, in their order. */
    List<String> pages() {
        return order(ROOT, CarnetKind.PAGE);
    }

    List<String> order(EntityId parent, Kind kind) {
        return board.children(parent, kind).stream().map(each -> each.id().value()).toList();
    }

    Entity entity(EntityId id) {
        Entity entity = board.entity(id);
        if (entity == null) {
            throw new AssertionError(id + " is not there");
        }
        return entity;
    }

    static EntityId id(String value) {
        return new EntityId(value);
    }

    /** The id of a page, a note: a word made twelve characters long. */
    static EntityId named(String name) {
        return new EntityId((name + "____________").substring(0, 12));
    }

    static EntityId mot(EntityId page, String mot) {
        return EntityId.member(page, CarnetKind.MOT, mot);
    }

    static KernelCommand.Create page(EntityId id, @Nullable EntityId after) {
        return child("page", id, ROOT, after);
    }

    static KernelCommand.Create child(
            String kind, EntityId id, EntityId in, @Nullable EntityId after) {
        return new KernelCommand.Create(kind, id, in, after, Map.of());
    }

    static KernelCommand.Create withFields(
            String kind, EntityId id, EntityId in, Map<String, Content> fields) {
        return new KernelCommand.Create(kind, id, in, null, fields);
    }

    static KernelCommand.SetField set(EntityId id, String field, @Nullable Value value) {
        return new KernelCommand.SetField(id, field, value);
    }

    static KernelCommand.EditText edit(EntityId id, String field, DeltaBuilder delta) {
        return new KernelCommand.EditText(id, field, delta.build());
    }

    static KernelCommand.Move move(EntityId id, EntityId in, @Nullable EntityId after) {
        return new KernelCommand.Move(id, in, after);
    }

    static KernelCommand.Remove remove(EntityId id) {
        return new KernelCommand.Remove(id);
    }

    static KernelCommand.Restore restore(EntityId id) {
        return new KernelCommand.Restore(id);
    }

    static Content prose(String text) {
        return new Content.Prose(new DeltaBuilder().insert(text).build());
    }
}
