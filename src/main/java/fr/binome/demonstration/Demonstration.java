package fr.binome.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.binome.board.BoardId;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.parcours.Foundation;
import fr.binome.people.Person;
import fr.binome.people.Secrets;
import fr.binome.room.Acted;
import fr.binome.room.Looked;
import fr.binome.room.Rooms;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills an empty server with a school: its teachers, classes and situations. */
public final class Demonstration {
    /** The binôme whose links are printed at start. */
    private static final List<String> SHOWN = List.of("prof-claire", "prof-mehdi");

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
     * Makes the classes and their situations; to be called once, on an empty server.
     *
     * @return the classes by the id that they have in the data
     */
    public Map<String, Foundation> load() {
        Map<String, Foundation> classes = new LinkedHashMap<>();
        for (JsonNode classe : school.get("classes")) {
            classes.put(classe.get("id").asText(), found(classe));
        }
        Map<String, String> last = new HashMap<>();
        for (JsonNode situation : school.get("situations")) {
            String classe = situation.get("classeId").asText();
            Foundation foundation = classes.get(classe);
            if (foundation != null) {
                write(foundation, situation, last);
            }
        }
        return classes;
    }

    private Foundation found(JsonNode classe) {
        List<String> specialites = new ArrayList<>();
        classe.get("specialites").forEach(specialite -> specialites.add(specialite.asText()));
        Person x = teacher(classe.at("/binome/profX").asText());
        Person y = teacher(classe.at("/binome/profY").asText());
        Foundation foundation =
                new Foundation(
                        new BoardId(secrets.id()),
                        classe.get("label").asText(),
                        classe.get("year").asText(),
                        2026,
                        specialites,
                        x.id());
        require(
                rooms.found(foundation.board(), "classe", foundation.changes(secrets.id()), x.id())
                        .join());
        if (rooms.look(foundation.board(), x.id()).join() instanceof Looked.Seen seen) {
            act(foundation, Foundation.welcomeY(seen.board(), y.id()), PersonId.SYSTEME);
        }
        return foundation;
    }

    private void write(Foundation classe, JsonNode situation, Map<String, String> last) {
        SituationCommands commands = new SituationCommands(classe.board(), secrets);
        String id = commands.add(situation, last.get(classe.board().value()));
        last.put(classe.board().value(), id);
        commands.inSubmissions().forEach(part -> act(classe, part, classe.x()));
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
