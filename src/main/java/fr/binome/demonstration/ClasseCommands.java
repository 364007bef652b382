package fr.binome.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.board.BoardId;
import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Value;
import fr.binome.parcours.ChefDOeuvreFields;
import fr.binome.parcours.Classe;
import fr.binome.parcours.CoInterventionFields;
import fr.binome.parcours.EquipeFields;
import fr.binome.parcours.OrganisationFields;
import fr.binome.parcours.PfmpFields;
import fr.binome.people.Secrets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns what the examples say of one class besides its situations into the commands a person would
 * have sent.
 */
final class ClasseCommands extends Script {
    private final Function<String, PersonId> teachers;

    /**
     * @param teachers who a teacher of the data is here
     */
    ClasseCommands(BoardId board, Secrets secrets, Function<String, PersonId> teachers) {
        super(board, secrets);
        this.teachers = teachers;
    }

    /** The frame of the year: calendar, ruleset, and how the hours are shared. */
    void frame(JsonNode school, JsonNode classe, EntityId binome) {
        set(root, Classe.RULESET, new Value.Word(school.get("ruleset").asText()));
        set(root, Classe.ZONE, new Value.Word(school.get("zone").asText()));
        set(
                root,
                Classe.ALSACE_MOSELLE,
                new Value.Flag(school.get("alsaceMoselle").booleanValue()));
        set(root, Classe.PFMP_PLANIFIEES, new Value.Flag(true));
        JsonNode orientation = classe.get("orientationChoiceDate");
        if (orientation != null) {
            set(
                    root,
                    Classe.ORIENTATION,
                    new Value.Day(java.time.LocalDate.parse(orientation.asText())));
        }
        JsonNode hours = classe.at("/binome/hoursPerYear");
        set(binome, EquipeFields.HOURS_X, new Value.Whole(hours.get("X").intValue()));
        set(binome, EquipeFields.HOURS_Y, new Value.Whole(hours.get("Y").intValue()));
    }

    void enseignant(JsonNode teacher) {
        Map<String, Content> fields = new HashMap<>();
        JsonNode disciplines = teacher.get("disciplines");
        word(fields, EquipeFields.DISCIPLINE, disciplines.get(0));
        word(fields, EquipeFields.AUTRE_DISCIPLINE, disciplines.get(1));
        fields.put(
                EquipeFields.SERVICE.name(),
                new Value.Whole(60 * teacher.get("weeklyService").intValue()));
        member(
                EquipeFields.ENSEIGNANT,
                root,
                teachers.apply(teacher.get("id").asText()).value(),
                fields);
    }

    void direction(PersonId person) {
        member(EquipeFields.DIRECTION, root, person.value(), Map.of());
    }

    void lien(BoardId other) {
        create(
                Classe.LIEN,
                root,
                null,
                Map.of(
                        Classe.LIEN_CLASSE.name(),
                        new Value.Word(other.value()),
                        Classe.LIEN_NATURE.name(),
                        new Value.Word("parcours")));
    }

    /** Adds periods with their objectives; answers those that the direction has validated. */
    List<EntityId> pfmps(List<JsonNode> periods) {
        List<EntityId> validated = new ArrayList<>();
        EntityId last = null;
        for (JsonNode period : periods) {
            last =
                    create(
                            PfmpFields.PFMP,
                            root,
                            last,
                            Map.of(
                                    PfmpFields.WEEKS.name(),
                                    weeks(period.get("from"), period.get("to"))));
            EntityId before = null;
            for (JsonNode objectif : period.get("objectifs")) {
                Map<String, Content> fields = new HashMap<>();
                prose(fields, PfmpFields.LABEL, objectif.get("label"));
                before = create(PfmpFields.OBJECTIF, last, before, fields);
                members(PfmpFields.OBJECTIF_COMPETENCE, before, ids(objectif.get("competenceIds")));
            }
            if (period.get("status").asText().equals("validee")) {
                validated.add(last);
            }
        }
        return validated;
    }

    /** Adds the places whose trades are those of the class. */
    void organisations(JsonNode places, Set<String> specialites) {
        EntityId last = null;
        for (JsonNode place : places) {
            Set<String> univers = ids(place.get("univers"));
            if (Collections.disjoint(univers, specialites)) {
                continue;
            }
            Map<String, Content> fields = new HashMap<>();
            prose(fields, OrganisationFields.LABEL, place.get("label"));
            prose(fields, OrganisationFields.TYPE, place.get("type"));
            word(fields, OrganisationFields.STATUT, place.get("statut"));
            last = create(OrganisationFields.ORGANISATION, root, last, fields);
            members(OrganisationFields.UNIVERS, last, univers);
        }
    }

    /**
     * Adds a co-intervention.
     *
     * @param binome the two of the class, as the data name them
     * @param written the situations, as {@code board/entity}, by their id in the data
     */
    void coIntervention(JsonNode data, Set<String> binome, Map<String, String> written) {
        Map<String, Content> fields = new HashMap<>();
        prose(fields, CoInterventionFields.TITRE, data.get("title"));
        prose(fields, CoInterventionFields.PRODUCTION, data.get("production"));
        word(fields, CoInterventionFields.ACTIVITE_RAP, data.get("rapActivityId"));
        word(fields, CoInterventionFields.DISCIPLINE, data.get("disciplineId"));
        for (String teacher : ids(data.get("teacherIds"))) {
            fields.put(
                    (binome.contains(teacher)
                                    ? CoInterventionFields.PROFESSIONNEL
                                    : CoInterventionFields.GENERAL)
                            .name(),
                    new Value.Word(teachers.apply(teacher).value()));
        }
        EntityId id = create(CoInterventionFields.CO_INTERVENTION, root, null, fields);
        members(CoInterventionFields.CAPACITE, id, ids(data.get("generalCapaciteIds")));
        Set<String> competences = ids(data.get("competenceIds"));
        competences.addAll(ids(data.get("commonCompetenceIds")));
        members(CoInterventionFields.COMPETENCE, id, competences);
        members(CoInterventionFields.SAVOIR, id, ids(data.get("savoirIds")));
        EntityId last = null;
        for (JsonNode seance : data.get("seances")) {
            Map<String, Content> when = new HashMap<>();
            prose(when, CoInterventionFields.SEANCE_LABEL, seance.get("label"));
            day(when, CoInterventionFields.SEANCE_DAY, seance.get("date"));
            when.put(
                    CoInterventionFields.SEANCE_MINUTES.name(),
                    new Value.Whole(seance.get("minutes").intValue()));
            last = create(CoInterventionFields.SEANCE, id, last, when);
        }
        for (String situation : ids(data.get("situationIds"))) {
            create(
                    CoInterventionFields.SITUATION,
                    id,
                    null,
                    Map.of(
                            CoInterventionFields.SITUATION_ID.name(),
                            new Value.Word(written.getOrDefault(situation, situation))));
        }
    }

    void chefDOeuvre(JsonNode data) {
        Map<String, Content> fields = new HashMap<>();
        prose(fields, ChefDOeuvreFields.TITRE, data.get("title"));
        prose(fields, ChefDOeuvreFields.MODALITE, data.get("modalite"));
        word(fields, ChefDOeuvreFields.START_YEAR, data.get("startYear"));
        EntityId id = create(ChefDOeuvreFields.CHEF_D_OEUVRE, root, null, fields);
        members(ChefDOeuvreFields.COMPETENCE, id, ids(data.get("competenceIds")));
        for (String teacher : ids(data.get("teacherIds"))) {
            member(ChefDOeuvreFields.ENSEIGNANT, id, teachers.apply(teacher).value(), Map.of());
        }
        EntityId last = null;
        for (JsonNode commune : data.get("competencesCommunes")) {
            Map<String, Content> what = new HashMap<>();
            prose(what, ChefDOeuvreFields.COMMUNE_LABEL, commune.get("label"));
            word(what, ChefDOeuvreFields.COMMUNE_KIND, commune.get("kind"));
            last = create(ChefDOeuvreFields.COMMUNE, id, last, what);
        }
        last = null;
        for (JsonNode realisation : data.get("realisations")) {
            Map<String, Content> what = new HashMap<>();
            prose(what, ChefDOeuvreFields.REALISATION_LABEL, realisation.get("label"));
            word(what, ChefDOeuvreFields.REALISATION_KIND, realisation.get("kind"));
            last = create(ChefDOeuvreFields.REALISATION, id, last, what);
        }
        last = null;
        for (JsonNode jalon : data.get("jalons")) {
            last = create(ChefDOeuvreFields.JALON, id, last, jalon(jalon));
        }
        last = null;
        for (JsonNode evaluation : data.get("evaluation")) {
            Map<String, Content> what = new HashMap<>();
            prose(what, ChefDOeuvreFields.EVALUATION_LABEL, evaluation.get("label"));
            word(what, ChefDOeuvreFields.EVALUATION_KIND, evaluation.get("kind"));
            word(what, ChefDOeuvreFields.EVALUATION_YEAR, evaluation.get("year"));
            last = create(ChefDOeuvreFields.EVALUATION, id, last, what);
        }
    }

    private Map<String, Content> jalon(JsonNode jalon) {
        Map<String, Content> fields = new HashMap<>();
        prose(fields, ChefDOeuvreFields.JALON_LABEL, jalon.get("label"));
        prose(fields, ChefDOeuvreFields.JALON_PERIODE, jalon.get("period"));
        word(fields, ChefDOeuvreFields.JALON_YEAR, jalon.get("year"));
        day(fields, ChefDOeuvreFields.JALON_DAY, jalon.get("date"));
        fields.put(
                ChefDOeuvreFields.JALON_OWNER.name(),
                new Value.Word(teachers.apply(jalon.get("ownerId").asText()).value()));
        return fields;
    }
}
