package fr.binome.board;

import fr.binome.text.Delta;
import fr.binome.text.RandomTexts;
import fr.binome.text.Shape;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What people may do on a notebook, at random: most of it is accepted, some is refused. Few ids, so
 * that they meet.
 */
public final class RandomActs {
    private static final LocalDate FIRST_MONDAY =
            LocalDate.of(2026, 9, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));

    private final RandomGenerator random;
    private final RandomTexts texts;

    public RandomActs(RandomGenerator random) {
        this.random = random;
        this.texts = new RandomTexts(random);
    }

    /** One submission: 1 to 4 commands, no text edited twice. */
    public List<Command<CarnetKind.Act>> submission(Board board) {
        List<Command<CarnetKind.Act>> commands = new ArrayList<>();
        Set<EntityId> touched = new HashSet<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            KernelCommand command = likely(board);
            if (touched.add(command.id())) {
                commands.add(new Command.Kernel<>(command));
            }
        }
        return commands;
    }

    /** Most often one that would be accepted alone. */
    private KernelCommand likely(Board board) {
        Asker asker = new Asker(Carnet.CLAIRE, Role.ECRITURE, Instant.EPOCH);
        while (true) {
            KernelCommand command = command(board);
            if (random.nextInt(8) == 0
                    || Kernel.decide(board, command, asker) instanceof Ruling.Changes) {
                return command;
            }
        }
    }

    private KernelCommand command(Board board) {
        return switch (random.nextInt(12)) {
            case 0 -> create("page", pageId(), Carnet.ROOT);
            case 1, 2 -> create("note", noteId(), pageId());
            case 3 -> member(pageId());
            case 4, 5 -> set(board);
            case 6, 7, 8 -> edit(board);
            case 9 -> move();
            case 10 -> new KernelCommand.Remove(anyId());
            default -> new KernelCommand.Restore(anyId());
        };
    }

    private KernelCommand create(String kind, EntityId id, EntityId in) {
        Map<String, Content> fields = new HashMap<>();
        if (random.nextBoolean()) {
            fields.put(kind.equals("page") ? "nom" : "label", new Content.Prose(texts.line()));
        }
        if (kind.equals("page") && random.nextBoolean()) {
            fields.put("texte", new Content.Prose(texts.document()));
        }
        return new KernelCommand.Create(kind, id, in, sibling(kind), fields);
    }

    private KernelCommand member(EntityId page) {
        Map<String, Content> fields =
                random.nextBoolean() ? Map.of() : Map.of("fort", new Value.Flag(true));
        return new KernelCommand.Create("mot", motId(page), page, null, fields);
    }

    private KernelCommand set(Board board) {
        EntityId id = random.nextInt(4) == 0 ? motId(pageId()) : pageId();
        Entity entity = board.entity(id);
        return entity != null && entity.kind() == CarnetKind.MOT
                ? new KernelCommand.SetField(id, "fort", new Value.Flag(random.nextBoolean()))
                : switch (random.nextInt(6)) {
                    case 0 -> new KernelCommand.SetField(id, "ton", new Value.Word("gai"));
                    case 1 -> new KernelCommand.SetField(id, "ton", null);
                    case 2 ->
                            new KernelCommand.SetField(
                                    id, "minutes", new Value.Whole(random.nextInt(700)));
                    case 3 -> new KernelCommand.SetField(id, "auteur", new Value.Word("pmehdi"));
                    case 4 -> new KernelCommand.SetField(id, "jour", new Value.Day(FIRST_MONDAY));
                    default -> new KernelCommand.SetField(id, "semaines", weeks());
                };
    }

    private Value weeks() {
        LocalDate start = FIRST_MONDAY.plusWeeks(random.nextInt(30));
        return new Value.Period(start, start.plusDays(4 + 7L * random.nextInt(3)));
    }

    private KernelCommand edit(Board board) {
        EntityId id =
                switch (random.nextInt(5)) {
                    case 0 -> Carnet.ROOT;
                    case 1 -> noteId();
                    default -> pageId();
                };
        Entity entity = board.entity(id);
        Field.Prose field =
                id.equals(Carnet.ROOT)
                        ? CarnetKind.TITRE
                        : entity != null && entity.kind() == CarnetKind.NOTE
                                ? CarnetKind.LABEL
                                : random.nextBoolean() ? CarnetKind.NOM : CarnetKind.TEXTE;
        Delta text = entity == null ? Delta.EMPTY_DOCUMENT : entity.text(field);
        Delta delta =
                random.nextInt(8) == 0
                        ? texts.spoilt(text)
                        : field.shape() == Shape.RICH ? texts.edit(text) : texts.lineEdit(text);
        return new KernelCommand.EditText(id, field.name(), delta);
    }

    private KernelCommand move() {
        return random.nextBoolean()
                ? new KernelCommand.Move(pageId(), Carnet.ROOT, sibling("page"))
                : new KernelCommand.Move(noteId(), pageId(), sibling("note"));
    }

    private @Nullable EntityId sibling(String kind) {
        return random.nextInt(3) == 0 ? null : kind.equals("page") ? pageId() : noteId();
    }

    private EntityId anyId() {
        return switch (random.nextInt(8)) {
            case 0 -> Carnet.ROOT;
            case 1, 2 -> pageId();
            case 3, 4 -> motId(pageId());
            default -> noteId();
        };
    }

    private EntityId pageId() {
        return Carnet.named("page" + random.nextInt(4));
    }

    private EntityId noteId() {
        return Carnet.named("note" + random.nextInt(6));
    }

    private EntityId motId(EntityId page) {
        return Carnet.mot(page, List.of("un", "deux", "trois", "quatre").get(random.nextInt(4)));
    }
}
