package fr.binome.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.Samples;
import fr.binome.board.Board;
import fr.binome.board.Carnet;
import fr.binome.board.CarnetKind;
import fr.binome.board.Change;
import fr.binome.board.Command;
import fr.binome.board.Decision;
import fr.binome.board.KernelCommand;
import fr.binome.board.RandomActs;
import fr.binome.board.Refusal;
import fr.binome.board.Role;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The notebooks that Java and TypeScript share, one line for each step: the state it begins with,
 * what is submitted and what the kernel decides, the state it ends with.
 */
class BoardSamplesTest {
    private static final String FILE = "boards.jsonl";
    private static final int HISTORIES = 40;
    private static final int SUBMISSIONS = 12;
    private static final long SEED = 20_261_125;
    private static final ObjectMapper MAPPER = Json.mapper(CarnetKind.SCHEMA);

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private Carnet carnet = Carnet.empty();

    @Test
    @DisplayName("S-42 K-1 K-2 Java keeps the notebooks that it shares with TypeScript")
    void keepsTheNotebooks() throws IOException {
        known();
        random();

        assertThat(seen)
                .containsKeys(
                        "put", "set", "edit", "move", "remove", "restore", "purge", "no change")
                .containsKeys("denied", "gone", "taken", "invalid", "limit", "lastResponsable");
        Samples.assertCommitted(FILE, String.join("\n", lines) + "\n");
    }

    private void known() throws IOException {
        begin("an order is made, and remade");
        page("page00000001", "");
        page("page00000002", "");
        page("page00000003", ",'after':'page00000002'");
        page("page00000004", ",'after':'nowhere00000'");
        submit("{'type':'move','id':'page00000001','in':'carnet000001'}");
        submit("{'type':'move','id':'page00000002','in':'carnet000001','after':'page00000002'}");
        submit("{'type':'remove','id':'page00000003'}");
        page("page00000005", ",'after':'page00000003'");
        submit("{'type':'restore','id':'page00000003'}");
        submit(
                "{'type':'move','id':'page00000004','in':'carnet000001','after':'page00000003'}",
                "{'type':'move','id':'page00000004','in':'carnet000001'}");

        begin("ranks that have grown long are spread anew");
        for (String page : List.of("page00000001", "page00000002", "page00000003")) {
            page(page, "");
        }
        for (int i = 0; i < 120; i++) {
            submit(
                    "{'type':'move','id':'page0000000%d','in':'carnet000001','after':'page00000003'}"
                            .formatted(1 + i % 2));
        }

        begin("fields, texts and what clears them");
        page(
                "page00000001",
                ",'fields':{'nom':[{'insert':'Accueil\\n'}],'texte':[{'insert':'\\n'}],'minutes':55}");
        submit("{'type':'setField','id':'page00000001','field':'ton','value':'gai'}");
        submit("{'type':'setField','id':'page00000001','field':'ton'}");
        submit(
                "{'type':'setField','id':'page00000001','field':'semaines','value':{'start':'2026-09-07','end':'2026-09-18'}}",
                "{'type':'setField','id':'page00000001','field':'jour','value':{'day':'2026-09-07'}}",
                "{'type':'setField','id':'page00000001','field':'faite','value':false}");
        submit(
                "{'type':'setField','id':'page00000001','field':'marques','value':{'words':['deux','un']}}");
        submit(
                "{'type':'setField','id':'page00000001','field':'marques','value':{'words':['cinq']}}");
        submit("{'type':'setField','id':'page00000001','field':'marques','value':{'words':[]}}");
        submit(
                "{'type':'editText','id':'page00000001','field':'texte','delta':[{'insert':'Bonjour','attributes':{'bold':true}}]}");
        submit(
                "{'type':'editText','id':'page00000001','field':'texte','delta':[{'retain':7,'attributes':{'bold':null}},{'insert':' à tous'}]}");
        submit("{'type':'editText','id':'page00000001','field':'texte','delta':[{'delete':14}]}");
        submit("{'type':'editText','id':'page00000001','field':'texte','delta':[]}");

        begin("a set: ticked, ticked twice, taken away, ticked again with a field");
        page("page00000001", "");
        String un = "'id':'page00000001~mot~un'";
        String member = "{'type':'create','kind':'mot'," + un + ",'in':'page00000001','fields':{";
        submit(member + "}}");
        submit(member + "}}");
        submit("{'type':'remove'," + un + "}");
        submit(member + "'fort':true}}");
        submit("{'type':'move'," + un + ",'in':'page00000001'}");

        begin("children go to another parent, to the bin and back with theirs, and for good");
        page("page00000001", "");
        page("page00000002", ",'after':'page00000001'");
        note("note00000001", "page00000001");
        note("note00000002", "page00000001");
        submit("{'type':'move','id':'note00000001','in':'page00000002'}");
        submit("{'type':'remove','id':'note00000002'}");
        submit("{'type':'remove','id':'page00000001'}");
        note("note00000003", "page00000001");
        submit("{'type':'remove','id':'page00000001'}");
        submit("{'type':'restore','id':'page00000001'}");
        submit("{'type':'restore','id':'page00000001'}");
        submit("{'type':'remove','id':'page00000002'}");
        purge();

        begin("what is refused, with what went before it in the same act");
        page("page00000001", "");
        page("page00000001", "");
        submit("{'type':'remove','id':'page00000001'}");
        page("page00000001", "");
        submit("{'type':'setField','id':'page00000001','field':'minutes','value':5}");
        submit("{'type':'remove','id':'nowhere00000'}");
        submit("{'type':'remove','id':'carnet000001'}");
        submit("{'type':'move','id':'carnet000001','in':'page00000001'}");
        page("page00000002", "");
        submit("{'type':'move','id':'page00000002','in':'page00000002'}");
        submit(
                "{'type':'setField','id':'page00000002','field':'minutes','value':5}",
                "{'type':'setField','id':'page00000002','field':'minutes','value':5000}");
        submit(
                "{'type':'editText','id':'page00000002','field':'nom','delta':[{'insert':'a\\nb'}]}");
        for (int i = 3; i < 9; i++) {
            page("page0000000" + i, "");
        }
        submit(Role.RESPONSABLE, "{'type':'remove','id':'carnet000001~acces~pclaire'}");
        submit(Role.LECTURE, "{'type':'remove','id':'page00000002'}");
        end();
    }

    private void random() {
        Random random = new Random(SEED);
        RandomActs acts = new RandomActs(random);
        for (int i = 0; i < HISTORIES; i++) {
            begin("random " + i);
            for (int j = 0; j < SUBMISSIONS; j++) {
                submit(Role.ECRITURE, acts.submission(carnet.board()));
            }
            if (random.nextInt(4) == 0) {
                purge();
            }
        }
        end();
    }

    private void begin(String name) {
        if (!lines.isEmpty()) {
            end();
        }
        carnet = Carnet.empty();
        write(json().put("board", name).set("entities", entities(carnet.board())));
    }

    private void end() {
        write(json().set("after", entities(carnet.board())));
    }

    private void page(String id, String more) throws IOException {
        String fields = more.contains("'fields'") ? "" : ",'fields':{}";
        submit(
                "{'type':'create','kind':'page','id':'%s','in':'carnet000001'%s%s}"
                        .formatted(id, more, fields));
    }

    private void note(String id, String page) throws IOException {
        submit(
                "{'type':'create','kind':'note','id':'%s','in':'%s','fields':{}}"
                        .formatted(id, page));
    }

    private void submit(String... commands) throws IOException {
        submit(Role.ECRITURE, commands);
    }

    private void submit(Role role, String... commands) throws IOException {
        List<Command<CarnetKind.Act>> read = new ArrayList<>();
        for (String command : commands) {
            read.add(
                    new Command.Kernel<>(
                            MAPPER.readValue(command.replace('\'', '"'), KernelCommand.class)));
        }
        submit(role, read);
    }

    private void submit(Role role, List<Command<CarnetKind.Act>> commands) {
        ObjectNode line = json().put("by", "pclaire").put("role", role.word());
        for (Command<CarnetKind.Act> command : commands) {
            line.withArray("commands").add(tree(((Command.Kernel<?>) command).command()));
        }
        switch (carnet.ask(role, commands)) {
            case Decision.Accepted(var changes, var after) -> became(line, changes);
            case Decision.Refused(var command, var refusal) -> {
                String reason =
                        refusal instanceof Refusal.Trade trade
                                ? trade.reason()
                                : Words.of(refusal.getClass());
                seen.merge(reason, 1, Integer::sum);
                line.put("refused", reason);
                if (command != null) {
                    line.put("command", command);
                }
                if (refusal instanceof Refusal.Invalid(var id, var field, var fault)) {
                    line.put("fault", fault);
                }
                write(line);
            }
        }
    }

    /** Time passes: what is in the bin goes for good. */
    private void purge() {
        carnet.at(carnet.now().plus(Duration.ofDays(31)));
        became(json().put("by", "systeme"), carnet.purge());
    }

    private void became(ObjectNode line, List<Change> changes) {
        line.put("seq", carnet.board().seq()).put("at", carnet.now().toString());
        line.putArray("changes");
        for (Change change : changes) {
            seen.merge(Words.of(change.getClass()), 1, Integer::sum);
            line.withArray("changes").add(tree(change));
        }
        if (changes.isEmpty()) {
            seen.merge("no change", 1, Integer::sum);
        }
        write(line);
    }

    private static JsonNode entities(Board board) {
        return tree(BoardState.of(board, "i1")).get("entities");
    }

    private static ObjectNode json() {
        return MAPPER.createObjectNode();
    }

    private static JsonNode tree(Object value) {
        try {
            return MAPPER.readTree(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it can be written", e);
        }
    }

    private void write(JsonNode line) {
        try {
            lines.add(
                    MAPPER.writer()
                            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                            .writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
