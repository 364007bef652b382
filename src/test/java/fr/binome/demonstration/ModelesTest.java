package fr.binome.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Content;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.KernelCommand;
import fr.binome.board.Limits;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.journal.memory.MemoryStore;
import fr.binome.parcours.ClasseKind;
import fr.binome.parcours.Foundation;
import fr.binome.parcours.Inside;
import fr.binome.people.Person;
import fr.binome.people.Secrets;
import fr.binome.referentiel.Referentiels;
import fr.binome.room.Acted;
import fr.binome.room.Rooms;
import fr.binome.room.RoomsInMemory;
import fr.binome.wire.KindWire;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** What a situation may begin from. */
@Timeout(60)
class ModelesTest {
    private static final Secrets SECRETS = new Secrets(RandomGenerator.of("L64X128MixRandom"));
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final PersonId LEA = new PersonId("plea");

    private final RoomsInMemory memory =
            new RoomsInMemory(new MemoryStore(), id -> null, Instant::now);
    private final Rooms rooms = memory.rooms();

    @AfterEach
    void close() {
        memory.close();
    }

    private JsonNode modeles() throws IOException {
        return MAPPER.readTree(new Modeles(memory.kinds(), SECRETS).json().array());
    }

    @Test
    @DisplayName("V-121 the models name nobody, and hold no agreement, proposal or other situation")
    void areNobodys() throws IOException {
        JsonNode modeles = modeles();
        School school = School.load(memory.kinds(), SECRETS);
        assertThat(modeles).hasSize(10);
        String all = modeles.toString();
        for (Person teacher : school.teachers()) {
            assertThat(all).doesNotContain(teacher.id().value(), teacher.name());
            // « La » of « La proviseure » is nobody's name.
            String first = teacher.name().split(" ", 2)[0];
            assertThat(first.length() > 2 && all.contains(first)).as(first).isFalse();
        }
        for (JsonNode modele : modeles) {
            assertThat(modele.at("/snapshot/entities").findValuesAsText("kind"))
                    .contains("situation", "etape", "competence")
                    .doesNotContain("accord", "proposition", "reinvestit", "classe", "acces");
            assertThat(modele.at("/snapshot/entities").findValuesAsText("kind"))
                    .filteredOn("situation"::equals)
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("V-121 each model can be made in one act in a class of its year and its specialty")
    void canBeMade() throws Exception {
        JsonNode modeles = modeles();
        assertThat(modeles).isNotEmpty();
        for (JsonNode modele : modeles) {
            BoardId goal = new BoardId(SECRETS.id());
            List<String> specialites = new ArrayList<>();
            modele.get("specialites").forEach(specialite -> specialites.add(specialite.asText()));
            Foundation foundation =
                    new Foundation(goal, "1", modele.get("year").asText(), 2026, specialites, LEA);
            rooms.found(goal, "classe", foundation.changes(SECRETS.id()), LEA).join();
            List<KernelCommand> act = new ArrayList<>();
            Board board = board(modele);
            Entity situation = board.entity(new EntityId(modele.get("situation").asText()));
            copy(board, Objects.requireNonNull(situation), EntityId.rootOf(goal), null, act);
            assertThat(act.size()).as(modele.toString()).isBetween(2, Limits.COMMANDS);
            assertThat(rooms.act(goal, act, LEA).join())
                    .as(modele.toString())
                    .isInstanceOf(Acted.Done.class);
        }
    }

    /** As a client reads it. */
    private Board board(JsonNode modele) throws Exception {
        ObjectNode kept = MAPPER.createObjectNode().put("nextPen", 0);
        kept.set("state", modele.get("snapshot"));
        kept.putArray("clients");
        KindWire<?> wire = new KindWire<>(new ClasseKind(Referentiels.load()), NoCommand.class);
        return wire.kept(MAPPER.writeValueAsBytes(kept))
                .state()
                .board(new BoardId("modele000000"), wire.kind().schema());
    }

    private static EntityId copy(
            Board board,
            Entity entity,
            EntityId in,
            @Nullable EntityId after,
            List<KernelCommand> act) {
        boolean member = entity.id().isMember();
        EntityId id =
                member
                        ? EntityId.member(in, entity.kind(), entity.id().target())
                        : new EntityId(SECRETS.id());
        Map<String, Content> fields = new HashMap<>(entity.registers());
        entity.texts().forEach((name, text) -> fields.put(name, new Content.Prose(text)));
        fields.remove("weeks");
        act.add(
                new KernelCommand.Create(
                        entity.kind().name(), id, in, member ? null : after, fields));
        Inside.of(board, entity.id())
                .byKind()
                .values()
                .forEach(
                        children -> {
                            EntityId last = null;
                            for (Entity child : children) {
                                last = copy(board, child, id, last, act);
                            }
                        });
        return id;
    }
}
