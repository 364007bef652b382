package fr.binome.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.board.BoardId;
import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.Value;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.SituationFields;
import fr.binome.people.Secrets;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Turns one situation of the examples into the commands a person would have sent. */
final class SituationCommands extends Script {
    SituationCommands(BoardId board, Secrets secrets) {
        super(board, secrets);
    }

    /**
     * Adds a situation after another; answers its id.
     *
     * @param written the situations written before, as {@code board/entity}, by their id in the
     *     data
     */
    EntityId add(JsonNode situation, @Nullable EntityId after, Map<String, String> written) {
        JsonNode contexte = situation.get("contexte");
        EntityId id = create(SituationFields.SITUATION, root, after, fields(situation, contexte));
        lines(SituationFields.CANAL, SituationFields.CANAL_LABEL, id, contexte.get("canaux"));
        lines(SituationFields.ALEA, SituationFields.ALEA_LABEL, id, contexte.get("aleas"));
        members(SituationFields.ACTIVITE_RAP, id, ids(situation.get("rapActivityIds")));
        members(SituationFields.VISEE, id, ids(situation.get("viseeIds")));
        members(SituationFields.DIMENSION, id, ids(situation.get("dimensionIds")));
        members(SituationFields.MUTATION, id, ids(situation.get("mutationTags")));
        Set<String> tools = ids(situation.get("digitalToolIds"));
        Set<String> savoirs = new LinkedHashSet<>();
        for (JsonNode etape : situation.get("etapes")) {
            tools.addAll(ids(etape.get("digitalToolIds")));
            savoirs.addAll(ids(etape.get("savoirIds")));
        }
        members(SituationFields.OUTIL, id, tools);
        members(SituationFields.SAVOIR, id, savoirs);
        for (String earlier : ids(situation.get("reinvestit"))) {
            String reference = written.get(earlier);
            if (reference != null) {
                create(
                        SituationFields.REINVESTIT,
                        id,
                        null,
                        Map.of(
                                SituationFields.REINVESTIT_SITUATION.name(),
                                new Value.Word(reference)));
            }
        }
        etapes(id, situation.get("etapes"));
        return id;
    }

    private static Map<String, Content> fields(JsonNode situation, JsonNode contexte) {
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
                SituationFields.PARTAGEE.name(),
                new Value.Flag(situation.get("shared").booleanValue()));
        fields.put(SituationFields.WEEKS.name(), weeks(situation.get("from"), situation.get("to")));
        return fields;
    }

    private void etapes(EntityId situation, JsonNode etapes) {
        EntityId after = null;
        for (JsonNode etape : etapes) {
            Map<String, Content> fields = new HashMap<>();
            prose(fields, EtapeFields.TITRE, etape.get("title"));
            prose(fields, EtapeFields.MODALITE, etape.get("modalite"));
            prose(fields, EtapeFields.LIVRABLE, etape.get("livrable"));
            word(fields, EtapeFields.CONDUITE_PAR, etape.get("conduitePar"));
            fields.put(
                    EtapeFields.MINUTES.name(), new Value.Whole(etape.get("minutes").intValue()));
            after = create(EtapeFields.ETAPE, situation, after, fields);
            Set<String> competences = ids(etape.get("competenceIds"));
            competences.addAll(ids(etape.get("commonCompetenceIds")));
            members(EtapeFields.COMPETENCE, after, competences);
            members(EtapeFields.SAVOIR, after, ids(etape.get("savoirIds")));
            members(EtapeFields.OUTIL, after, ids(etape.get("digitalToolIds")));
        }
    }
}
