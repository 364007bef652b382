package fr.binome.parcours;

import fr.binome.board.Asker;
import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Command;
import fr.binome.board.Content;
import fr.binome.board.Deciding;
import fr.binome.board.Decision;
import fr.binome.board.Digest;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.Kind;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Refusal;
import fr.binome.board.Role;
import fr.binome.board.Stamp;
import fr.binome.board.Value;
import fr.binome.parcours.constat.Finding;
import fr.binome.referentiel.DataFaults;
import fr.binome.referentiel.Referentiels;
import fr.binome.text.DeltaBuilder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A class that a test fills through the same decisions as a room, without a room. */
public final class Plan {
    public static final Referentiels REFERENTIELS = load();
    public static final ClasseKind KIND = new ClasseKind(REFERENTIELS);
    public static final PersonId CLAIRE = new PersonId("pclaire");
    public static final PersonId MEHDI = new PersonId("pmehdi");

    private final EntityId root;
    private Board board;
    private int ids;
    private PersonId asker = CLAIRE;
    private Instant now = Instant.parse("2026-09-15T10:00:00Z");

    private Plan(Board board) {
        this.board = board;
        this.root = board.rootId();
    }

    private static Referentiels load() {
        try {
            return Referentiels.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DataFaults e) {
            throw new IllegalStateException(e);
        }
    }

    /** A class of 2026-2027 in zone B, with Claire as X and Mehdi as Y. */
    public static Plan of(String year, String... specialites) {
        return at("board0000001", year, specialites);
    }

    public static Plan at(String id, String year, String... specialites) {
        BoardId board = new BoardId(id);
        Foundation foundation =
                new Foundation(board, "Test", year, 2026, List.of(specialites), CLAIRE);
        Plan plan =
                new Plan(
                        Board.empty(board, KIND.schema())
                                .after(
                                        foundation.changes("binome000001"),
                                        new Stamp(1, CLAIRE, Instant.EPOCH)));
        plan.as(PersonId.SYSTEME)
                .accept(
                        Foundation.welcomeY(
                                        plan.board,
                                        MEHDI,
                                        LocalDate.of(2026, 9, 1),
                                        new EntityId("binome000002"))
                                .toArray(KernelCommand[]::new));
        return plan.as(CLAIRE).set(plan.root, Classe.ZONE, word("B"));
    }

    public Board board() {
        return board;
    }

    public EntityId root() {
        return root;
    }

    public EntityId binome() {
        return new EntityId("binome000001");
    }

    /** Whoever asks from now on. */
    public Plan as(PersonId person) {
        asker = person;
        return this;
    }

    public Plan on(String day) {
        now = Instant.parse(day + "T10:00:00Z");
        return this;
    }

    public Instant now() {
        return now;
    }

    /** A new id, told apart by board. */
    public EntityId id() {
        ids++;
        return new EntityId("%s%04d".formatted(board.id().value().substring(4), ids));
    }

    /** What is decided of some commands, without doing them. */
    public Decision decide(KernelCommand... commands) {
        Role role = KIND.acces().of(board, asker);
        List<Command<NoCommand>> all = new ArrayList<>();
        Arrays.stream(commands).forEach(command -> all.add(new Command.Kernel<>(command)));
        return Deciding.decide(
                KIND,
                board,
                all,
                new Asker(asker, role == null ? Role.LECTURE : role, now),
                new Stamp(board.seq() + 1, asker, now));
    }

    public Plan accept(KernelCommand... commands) {
        switch (decide(commands)) {
            case Decision.Accepted(var changes, var after) -> board = after;
            case Decision.Refused(var command, var refusal) ->
                    throw new AssertionError("refused: " + refusal);
        }
        return this;
    }

    /** The reason of a trade refusal, with its rule; empty when it is accepted. */
    public String refusal(KernelCommand... commands) {
        return switch (decide(commands)) {
            case Decision.Accepted accepted -> "";
            case Decision.Refused(var command, Refusal.Trade trade) ->
                    trade.reason()
                            + (trade.details().containsKey("rule")
                                    ? " " + trade.details().get("rule")
                                    : "");
            case Decision.Refused(var command, var refusal) -> refusal.toString();
        };
    }

    public static KernelCommand.Create creating(
            Kind kind, EntityId id, EntityId in, Map<Field, Content> fields) {
        Map<String, Content> named = new HashMap<>();
        fields.forEach((field, content) -> named.put(field.name(), content));
        return new KernelCommand.Create(kind.name(), id, in, null, named);
    }

    public static KernelCommand.SetField setting(
            EntityId id, Field.Register field, @Nullable Value value) {
        return new KernelCommand.SetField(id, field.name(), value);
    }

    public static KernelCommand.Create ticking(EntityId owner, Kind set, String target) {
        return creating(set, EntityId.member(owner, set, target), owner, Map.of());
    }

    public EntityId create(Kind kind, EntityId in, Map<Field, Content> fields) {
        EntityId id = id();
        accept(creating(kind, id, in, fields));
        return id;
    }

    public Plan set(EntityId id, Field.Register field, @Nullable Value value) {
        return accept(setting(id, field, value));
    }

    /** Writes a text anew. */
    public Plan write(EntityId id, Field.Prose field, String text) {
        Entity entity = Objects.requireNonNull(board.live(id));
        return accept(
                new KernelCommand.EditText(
                        id,
                        field.name(),
                        new DeltaBuilder()
                                .insert(text)
                                .delete(entity.text(field).length() - 1)
                                .build()));
    }

    /** As data of an older version could have it: without asking the rules. */
    public Plan forced(EntityId id, Field.Register field, Value value) {
        board =
                board.after(
                        List.of(new Change.Set(id, field.name(), value)),
                        new Stamp(board.seq() + 1, asker, now));
        return this;
    }

    public Plan tick(EntityId owner, Kind set, String... targets) {
        for (String target : targets) {
            accept(ticking(owner, set, target));
        }
        return this;
    }

    public Plan remove(EntityId id) {
        return accept(new KernelCommand.Remove(id));
    }

    /** A situation as a careful binôme writes it: whatever is not asked about is in order. */
    public EntityId situation(String status, Map<Field, Content> fields) {
        Map<Field, Content> all = new HashMap<>();
        all.put(SituationFields.TITRE, text("Un samedi à l'accueil de la médiathèque"));
        all.put(SituationFields.STATUS, word(status));
        all.put(SituationFields.ORGANISATION, text("Médiathèque"));
        all.put(SituationFields.TYPE, text("service public culturel"));
        all.put(SituationFields.PUBLIC, text("familles"));
        all.put(SituationFields.DESCRIPTION, text("Une description assez longue. ".repeat(4)));
        all.put(SituationFields.COMPLEXITE, word(expected()));
        all.put(SituationFields.ACQUIS, text("L'accueil en face à face"));
        all.putAll(fields);
        EntityId id = create(SituationFields.SITUATION, root, all);
        create(SituationFields.CANAL, id, Map.of(SituationFields.CANAL_LABEL, text("face à face")));
        PersonId before = asker;
        as(CLAIRE).tick(id, SituationFields.ACCORD, CLAIRE.value());
        as(MEHDI).tick(id, SituationFields.ACCORD, MEHDI.value());
        as(before);
        return id;
    }

    private String expected() {
        String year = ClasseFacts.in(board).year().word();
        return Objects.requireNonNull(REFERENTIELS.parametres().expected().get(year));
    }

    public EntityId etape(EntityId situation, int minutes, String conduite, String... competences) {
        EntityId id =
                create(
                        EtapeFields.ETAPE,
                        situation,
                        Map.of(
                                EtapeFields.MINUTES,
                                new Value.Whole(minutes),
                                EtapeFields.CONDUITE_PAR,
                                word(conduite)));
        tick(id, EtapeFields.COMPETENCE, competences);
        return id;
    }

    public EntityId pfmp(String start, int weeks) {
        return create(PfmpFields.PFMP, root, Map.of(PfmpFields.WEEKS, weeks(start, weeks)));
    }

    /** What is read of it, with the classes of some other plans around. */
    public Map<String, Object> read(Plan... others) {
        Map<BoardId, Digest> digests = new HashMap<>();
        for (Plan other : others) {
            digests.put(other.board.id(), other.digest());
        }
        return KIND.reader().read(board, digests, now).values();
    }

    /** One insight, which must be there. */
    public <T> T read(Class<T> type, String key, Plan... others) {
        return type.cast(Objects.requireNonNull(read(others).get(key), key));
    }

    public Digest digest() {
        return KIND.reader().read(board, Map.of(), now).digest();
    }

    /** All findings of a rule. */
    public List<Finding> findings(String rule, Plan... others) {
        List<Finding> found = new ArrayList<>();
        read(others)
                .forEach(
                        (key, value) -> {
                            if (key.startsWith("findings/") && value instanceof List<?> said) {
                                said.forEach(finding -> found.add((Finding) finding));
                            }
                        });
        found.removeIf(finding -> !finding.rule().equals(rule));
        return found;
    }

    /** Links this class to another of its parcours. */
    public Plan linkTo(Plan other, String nature) {
        create(
                Classe.LIEN,
                root,
                Map.of(
                        Classe.LIEN_CLASSE,
                        word(other.board.id().value()),
                        Classe.LIEN_NATURE,
                        word(nature)));
        return this;
    }

    public static Value.Period weeks(String start, int weeks) {
        LocalDate monday = LocalDate.parse(start);
        return new Value.Period(monday, monday.plusWeeks(weeks).minusDays(3));
    }

    public static Value word(String word) {
        return new Value.Word(word);
    }

    public static Value day(String day) {
        return new Value.Day(LocalDate.parse(day));
    }

    public static Content text(String text) {
        return new Content.Prose(new DeltaBuilder().insert(text + "\n").build());
    }
}
