package fr.binome.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.binome.board.BoardId;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.parcours.Classe;
import fr.binome.parcours.Foundation;
import fr.binome.parcours.PfmpFields;
import fr.binome.parcours.SituationFields;
import fr.binome.people.Person;
import fr.binome.people.Secrets;
import fr.binome.room.Acted;
import fr.binome.room.Looked;
import fr.binome.room.Rooms;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills an empty server with a school: its teachers, classes, and all that these have. */
public final class Demonstration {
    /** The binôme whose links are printed at start. */
    private static final List<String> SHOWN = List.of("prof-claire", "prof-mehdi");

    private static final String DIRECTION = "direction";

    private final Teachers teachers;
    private final Rooms rooms;
    private final Secrets secrets;
    private final JsonNode school;

    /** Adds a teacher, or answers the one who has that login. */
    @FunctionalInterface
    public interface Teachers {
        Person add(String name, String login);
    }

    public Demonstration(Teachers teachers, Rooms rooms, Secrets secrets) throws IOException {
        this.teachers = teachers;
        this.rooms = rooms;
        this.secrets = secrets;
        try (InputStream file =
                Demonstration.class.getResourceAsStream("/demonstration/exemples.json")) {
            if (file == null) {
                throw new IOException("the demonstration's data is missing");
            }
            this.school = new ObjectMapper().readTree(file);
        }
    }

    /** The two teachers one may sign in as. */
    public List<Person> shown() {
        return SHOWN.stream().map(this::teacher).toList();
    }

    private Person teacher(String id) {
        for (JsonNode teacher : school.get("teachers")) {
            if (teacher.get("id").asText().equals(id)) {
                return teachers.add(teacher.get("displayName").asText(), id);
            }
        }
        throw new IllegalStateException("the demonstration has no teacher " + id);
    }

    /**
     * A class of the data on its board.
     *
     * @param binome the entity that says who X and Y are
     */
    private record Loaded(JsonNode data, Foundation foundation, EntityId binome, PersonId y) {
        Set<String> teachers() {
            return Set.of(data.at("/binome/profX").asText(), data.at("/binome/profY").asText());
        }
    }

    /**
     * Makes the classes with all they have; to be called once, on an empty server.
     *
     * @return the classes by the id that they have in the data
     */
    public Map<String, Foundation> load() {
        Map<String, Loaded> classes = new LinkedHashMap<>();
        for (JsonNode data : school.get("classes")) {
            classes.put(data.get("id").asText(), found(data));
        }
        classes.values().forEach(this::frame);
        link(classes.values());
        Map<String, String> written = new HashMap<>();
        Map<Loaded, EntityId> last = new HashMap<>();
        for (JsonNode situation : school.get("situations")) {
            Loaded classe = classes.get(situation.get("classeId").asText());
            if (classe != null) {
                last.put(classe, write(classe, situation, last.get(classe), written));
            }
        }
        classes.values().forEach(classe -> projects(classe, written));
        Map<String, Foundation> founded = new LinkedHashMap<>();
        classes.forEach((id, classe) -> founded.put(id, classe.foundation));
        return founded;
    }

    private Loaded found(JsonNode classe) {
        List<String> specialites = new ArrayList<>();
        classe.get("specialites").forEach(specialite -> specialites.add(specialite.asText()));
        Person x = teacher(classe.at("/binome/profX").asText());
        Person y = teacher(classe.at("/binome/profY").asText());
        EntityId binome = new EntityId(secrets.id());
        Foundation foundation =
                new Foundation(
                        new BoardId(secrets.id()),
                        classe.get("label").asText(),
                        classe.get("year").asText(),
                        2026,
                        specialites,
                        x.id());
        require(
                rooms.found(
                                foundation.board(),
                                "classe",
                                foundation.changes(binome.value()),
                                x.id())
                        .join());
        if (rooms.look(foundation.board(), x.id()).join() instanceof Looked.Seen seen) {
            act(
                    foundation,
                    Foundation.welcomeY(
                            seen.board(),
                            y.id(),
                            LocalDate.of(2026, 9, 1),
                            new EntityId(secrets.id())),
                    PersonId.SYSTEME);
        }
        return new Loaded(classe, foundation, binome, y.id());
    }

    /** Calendar, ruleset, team and PFMP; those that the direction validates it validates itself. */
    private void frame(Loaded classe) {
        Foundation foundation = classe.foundation;
        PersonId direction = teacher(DIRECTION).id();
        ClasseCommands commands = commands(foundation);
        commands.frame(school.get("etablissement"), classe.data, classe.binome);
        String team = team(classe);
        for (JsonNode teacher : school.get("teachers")) {
            if (teacher.path("team").asText().equals(team)) {
                commands.enseignant(teacher);
            }
        }
        commands.direction(direction);
        List<JsonNode> periods = of(classe, school.at("/pfmp/calendar"));
        List<EntityId> validated = commands.pfmps(periods);
        commands.organisations(
                school.at("/pfmp/organisations"), Set.copyOf(foundation.specialites()));
        act(foundation, commands, foundation.x());
        act(
                foundation,
                Classe.ACCES.grant(foundation.board(), direction, Role.LECTURE),
                foundation.x());
        ClasseCommands signatures = commands(foundation);
        validated.forEach(
                pfmp -> signatures.members(PfmpFields.VALIDATION, pfmp, Set.of(direction.value())));
        act(foundation, signatures, direction);
    }

    private String team(Loaded classe) {
        for (JsonNode teacher : school.get("teachers")) {
            if (teacher.get("id").asText().equals(classe.data.at("/binome/profX").asText())) {
                return teacher.get("team").asText();
            }
        }
        throw new IllegalStateException("nobody is X");
    }

    /** Each class of première names the others of its parcours. */
    private void link(Collection<Loaded> classes) {
        for (Loaded classe : classes) {
            if (classe.foundation.year().equals("premiere")) {
                String specialite = classe.foundation.specialites().getFirst();
                ClasseCommands commands = commands(classe.foundation);
                for (Loaded other : classes) {
                    if (!other.foundation.board().equals(classe.foundation.board())
                            && other.foundation.specialites().contains(specialite)) {
                        commands.lien(other.foundation.board());
                    }
                }
                act(classe.foundation, commands, classe.foundation.x());
            }
        }
    }

    private EntityId write(
            Loaded classe,
            JsonNode situation,
            @Nullable EntityId last,
            Map<String, String> written) {
        Foundation foundation = classe.foundation;
        SituationCommands commands = new SituationCommands(foundation.board(), secrets);
        EntityId id = commands.add(situation, last, written);
        act(foundation, commands, foundation.x());
        for (JsonNode place : situation.get("agreements")) {
            PersonId person = place.asText().equals("X") ? foundation.x() : classe.y;
            SituationCommands accord = new SituationCommands(foundation.board(), secrets);
            accord.members(SituationFields.ACCORD, id, Set.of(person.value()));
            act(foundation, accord, person);
        }
        written.put(situation.get("id").asText(), foundation.board() + "/" + id);
        return id;
    }

    private void projects(Loaded classe, Map<String, String> written) {
        ClasseCommands commands = commands(classe.foundation);
        of(classe, school.get("coInterventions"))
                .forEach(data -> commands.coIntervention(data, classe.teachers(), written));
        of(classe, school.get("chefsDOeuvre")).forEach(commands::chefDOeuvre);
        act(classe.foundation, commands, classe.foundation.x());
    }

    private static List<JsonNode> of(Loaded classe, JsonNode all) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode each : all) {
            if (each.get("classeId").equals(classe.data.get("id"))) {
                found.add(each);
            }
        }
        return found;
    }

    private ClasseCommands commands(Foundation classe) {
        return new ClasseCommands(classe.board(), secrets, id -> teacher(id).id());
    }

    private void act(Foundation classe, Script script, PersonId as) {
        script.inSubmissions().forEach(part -> act(classe, part, as));
    }

    private void act(Foundation classe, List<KernelCommand> commands, PersonId as) {
        require(rooms.act(classe.board(), commands, as).join());
    }

    private static void require(Acted acted) {
        if (!(acted instanceof Acted.Done)) {
            throw new IllegalStateException("the demonstration was not accepted: " + acted);
        }
    }
}
