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
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.SituationFields;
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

/**
 * Turns one situation of the examples into the commands a person would have sent; ids are made
 * anew.
 */
final class SituationCommands {
    private final EntityId root;
    private final Secrets secrets;
    private final List<KernelCommand> commands = new ArrayList<>();

    SituationCommands(BoardId board, Secrets secrets) {
        this.root = EntityId.rootOf(board);
        this.secrets = secrets;
    }

    /** Adds a situation after another; answers its id. */
    String add(JsonNode situation, @Nullable String after) {
        EntityId id = new EntityId(secrets.id());
        JsonNode contexte = situation.get("contexte");
        Map<String, Content> fields = new HashMap<>();
        prose(fields, SituationFields.TITRE, situation.get("title"));
        prose(fields, SituationFields.ORGANISATION, contexte.get("organisation"));
        prose(fields, SituationFields.TYPE, contexte.get("typeOrganisation"));
        prose(fields, SituationFields.PUBLIC, contexte.get("public"));
        prose(fields, SituationFields.DESCRIPTION, contexte.get("description"));
        prose(fields, SituationFields.PERIMETRE, situation.get("perimetre"));
        prose(fields, SituationFields.NATURE, situation.get("nature"));
        word(fields, SituationFields.COMPLEXITE, situation.get("complexite"));
        word(fields, SituationFields.STATUS, situation.get("status"));
        if (situation.get("year").asText().equals("seconde")) {
            word(fields, SituationFields.UNIVERS, situation.get("univers"));
        }
        fields.put(
                SituationFields.WEEKS.name(),
                new Value.Period(
                        LocalDate.parse(situation.get("from").asText())
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        LocalDate.parse(situation.get("to").asText())
                                .with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))));
        create(
                SituationFields.SITUATION,
                id,
                root,
                after == null ? null : new EntityId(after),
                fields);
        lines(SituationFields.CANAL, SituationFields.CANAL_LABEL, id, contexte.get("canaux"));
        lines(SituationFields.ALEA, SituationFields.ALEA_LABEL, id, contexte.get("aleas"));
        members(SituationFields.ACTIVITE_RAP, id, ids(situation.get("rapActivityIds")));
        Set<String> tools = ids(situation.get("digitalToolIds"));
        Set<String> savoirs = new LinkedHashSet<>();
        for (JsonNode etape : situation.get("etapes")) {
            tools.addAll(ids(etape.get("digitalToolIds")));
            savoirs.addAll(ids(etape.get("savoirIds")));
        }
        members(SituationFields.OUTIL, id, tools);
        members(SituationFields.SAVOIR, id, savoirs);
        etapes(id, situation.get("etapes"));
        return id.value();
    }

    private void etapes(EntityId situation, JsonNode etapes) {
        EntityId after = null;
        for (JsonNode etape : etapes) {
            EntityId id = new EntityId(secrets.id());
            Map<String, Content> fields = new HashMap<>();
            prose(fields, EtapeFields.TITRE, etape.get("title"));
            prose(fields, EtapeFields.MODALITE, etape.get("modalite"));
            prose(fields, EtapeFields.LIVRABLE, etape.get("livrable"));
            word(fields, EtapeFields.CONDUITE_PAR, etape.get("conduitePar"));
            fields.put(
                    EtapeFields.MINUTES.name(), new Value.Whole(etape.get("minutes").intValue()));
            create(EtapeFields.ETAPE, id, situation, after, fields);
            Set<String> competences = ids(etape.get("competenceIds"));
            competences.addAll(ids(etape.get("commonCompetenceIds")));
            members(EtapeFields.COMPETENCE, id, competences);
            after = id;
        }
    }

    /** The commands, in submissions no larger than one may be. */
    List<List<KernelCommand>> inSubmissions() {
        List<List<KernelCommand>> parts = new ArrayList<>();
        for (int i = 0; i < commands.size(); i += Limits.COMMANDS) {
            parts.add(commands.subList(i, Math.min(i + Limits.COMMANDS, commands.size())));
        }
        return parts;
    }

    private void create(
            Kind kind,
            EntityId id,
            EntityId in,
            @Nullable EntityId after,
            Map<String, Content> fields) {
        commands.add(new KernelCommand.Create(kind.name(), id, in, after, fields));
    }

    private void members(Kind kind, EntityId owner, Set<String> targets) {
        for (String target : targets) {
            create(kind, EntityId.member(owner, kind, target), owner, null, Map.of());
        }
    }

    private void lines(Kind kind, Field.Prose label, EntityId in, @Nullable JsonNode texts) {
        EntityId after = null;
        for (JsonNode text : texts == null ? List.<JsonNode>of() : texts) {
            EntityId id = new EntityId(secrets.id());
            Map<String, Content> fields = new HashMap<>();
            prose(fields, label, text);
            create(kind, id, in, after, fields);
            after = id;
        }
    }

    private static Set<String> ids(@Nullable JsonNode list) {
        Set<String> ids = new LinkedHashSet<>();
        if (list != null) {
            list.forEach(id -> ids.add(id.asText()));
        }
        return ids;
    }

    private static void prose(
            Map<String, Content> fields, Field.Prose field, @Nullable JsonNode text) {
        if (text != null && !text.asText().isBlank()) {
            fields.put(
                    field.name(),
                    new Content.Prose(
                            new DeltaBuilder().insert(text.asText().strip() + "\n").build()));
        }
    }

    private static void word(
            Map<String, Content> fields, Field.Register field, @Nullable JsonNode word) {
        if (word != null) {
            fields.put(field.name(), new Value.Word(word.asText()));
        }
    }
}
