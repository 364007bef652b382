package fr.binome.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.board.BoardId;
import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.Kind;
import fr.binome.board.Limits;
import fr.binome.board.Value;
import fr.binome.people.Secrets;
import fr.binome.text.DeltaBuilder;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the commands a person would have sent for one class; ids are made anew. */
class Script {
    final EntityId root;
    private final Secrets secrets;
    private final List<KernelCommand> commands = new ArrayList<>();

    Script(BoardId board, Secrets secrets) {
        this.root = EntityId.rootOf(board);
        this.secrets = secrets;
    }

    /** The commands, in submissions no larger than one may be. */
    final List<List<KernelCommand>> inSubmissions() {
        List<List<KernelCommand>> parts = new ArrayList<>();
        for (int i = 0; i < commands.size(); i += Limits.COMMANDS) {
            parts.add(commands.subList(i, Math.min(i + Limits.COMMANDS, commands.size())));
        }
        return parts;
    }

    final EntityId create(
            Kind kind, EntityId in, @Nullable EntityId after, Map<String, Content> fields) {
        EntityId id = new EntityId(secrets.id());
        commands.add(new KernelCommand.Create(kind.name(), id, in, after, fields));
        return id;
    }

    final void member(Kind kind, EntityId owner, String target, Map<String, Content> fields) {
        EntityId id = EntityId.member(owner, kind, target);
        commands.add(new KernelCommand.Create(kind.name(), id, owner, null, fields));
    }

    final void members(Kind kind, EntityId owner, Set<String> targets) {
        targets.forEach(target -> member(kind, owner, target, Map.of()));
    }

    final void set(EntityId id, Field.Register field, Value value) {
        commands.add(new KernelCommand.SetField(id, field.name(), value));
    }

    final void lines(Kind kind, Field.Prose label, EntityId in, @Nullable JsonNode texts) {
        EntityId after = null;
        for (JsonNode text : texts == null ? List.<JsonNode>of() : texts) {
            Map<String, Content> fields = new HashMap<>();
            prose(fields, label, text);
            after = create(kind, in, after, fields);
        }
    }

    static Set<String> ids(@Nullable JsonNode list) {
        Set<String> ids = new LinkedHashSet<>();
        if (list != null) {
            list.forEach(id -> ids.add(id.asText()));
        }
        return ids;
    }

    static void prose(Map<String, Content> fields, Field.Prose field, @Nullable JsonNode text) {
        if (text != null && !text.asText().isBlank()) {
            fields.put(
                    field.name(),
                    new Content.Prose(
                            new DeltaBuilder().insert(text.asText().strip() + "\n").build()));
        }
    }

    static void word(Map<String, Content> fields, Field.Register field, @Nullable JsonNode word) {
        if (word != null) {
            fields.put(field.name(), new Value.Word(word.asText()));
        }
    }

    static void day(Map<String, Content> fields, Field.Register field, @Nullable JsonNode day) {
        if (day != null) {
            fields.put(field.name(), new Value.Day(LocalDate.parse(day.asText())));
        }
    }

    /** Whole weeks around two days. */
    static Value weeks(JsonNode from, JsonNode to) {
        return new Value.Period(
                LocalDate.parse(from.asText())
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                LocalDate.parse(to.asText()).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
    }
}
