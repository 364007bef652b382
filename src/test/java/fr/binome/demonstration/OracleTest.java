package fr.binome.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Digest;
import fr.binome.board.Entity;
import fr.binome.board.NoCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Reading;
import fr.binome.board.Stamp;
import fr.binome.board.Value;
import fr.binome.parcours.Classe;
import fr.binome.parcours.ClasseKind;
import fr.binome.parcours.SituationFields;
import fr.binome.parcours.constat.Finding;
import fr.binome.parcours.constat.Level;
import fr.binome.parcours.insight.CoverageSummary;
import fr.binome.parcours.insight.SituationInsight;
import fr.binome.parcours.reading.Coverage;
import fr.binome.parcours.reading.PfmpCycle;
import fr.binome.people.Secrets;
import fr.binome.referentiel.Referentiels;
import fr.binome.room.Kinds;
import fr.binome.room.Looked;
import fr.binome.wire.KindWire;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The demonstration says of itself what the rules must find in it. */
class OracleTest {
    /** « asOf » of the data, 18 h in Paris. */
    private static final Instant AS_OF = Instant.parse("2027-02-10T17:00:00Z");

    private static JsonNode data;
    private static ClasseKind kind;
    private static final Map<String, Board> BOARDS = new LinkedHashMap<>();

    @BeforeAll
    static void load() throws Exception {
        try (InputStream file =
                OracleTest.class.getResourceAsStream("/demonstration/exemples.json")) {
            data = new ObjectMapper().readTree(file);
        }
        kind = new ClasseKind(Referentiels.load());
        Kinds kinds = new Kinds(List.of(new KindWire<>(kind, NoCommand.class)));
        for (Looked.Seen classe : School.load(kinds, new Secrets(new SecureRandom())).classes()) {
            BOARDS.put(label(classe.board()), classe.board());
        }
    }

    private static String label(Board board) {
        Entity root = board.root();
        return root == null ? "" : root.text(Classe.LABEL).plain().strip();
    }

    /** The values of each class, by label. */
    private static Map<String, Map<String, Object>> read(String ruleset) {
        Map<BoardId, Digest> others = new HashMap<>();
        Map<String, Board> boards = new LinkedHashMap<>();
        BOARDS.forEach(
                (label, board) -> {
                    Board under =
                            board.after(
                                    List.of(
                                            new Change.Set(
                                                    board.rootId(),
                                                    Classe.RULESET.name(),
                                                    new Value.Word(ruleset))),
                                    new Stamp(board.seq() + 1, PersonId.SYSTEME, AS_OF));
                    boards.put(label, under);
                    others.put(board.id(), kind.reader().read(under, Map.of(), AS_OF).digest());
                });
        Map<String, Map<String, Object>> values = new TreeMap<>();
        boards.forEach(
                (label, board) -> {
                    Reading reading = kind.reader().read(board, others, AS_OF);
                    values.put(label, reading.values());
                });
        return values;
    }

    private static String labelOf(String classe) {
        for (JsonNode each : data.get("classes")) {
            if (each.get("id").asText().equals(classe)) {
                return each.get("label").asText();
            }
        }
        throw new IllegalStateException(classe);
    }

    /** What a map has under a name that it must have. */
    private static <T> T of(Map<String, T> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    private static Entity situation(JsonNode expected) {
        Board board = of(BOARDS, labelOf(expected.get("classeId").asText()));
        return board.children(board.rootId(), SituationFields.SITUATION).stream()
                .filter(
                        entity ->
                                entity.text(SituationFields.TITRE)
                                        .plain()
                                        .strip()
                                        .equals(expected.get("title").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> findings(Map<String, Object> values, String owner) {
        return ((List<?>) values.getOrDefault("findings/" + owner, List.of()))
                .stream().map(Finding.class::cast).toList();
    }

    private static Set<String> rules(Map<String, Object> values, String owner) {
        Set<String> rules = new TreeSet<>();
        findings(values, owner).forEach(finding -> rules.add(finding.rule()));
        return rules;
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new TreeSet<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed-2019", "reforme-2024"})
    @DisplayName("SPI-CHAQUE-ANNEE SEC-COMMUNES expectedCoverage is reproduced exactly")
    void coversAsExpected(String ruleset) {
        Map<String, Map<String, Object>> values = read(ruleset);

        for (JsonNode expected : data.get("expectedCoverage")) {
            String label = labelOf(expected.get("classeId").asText());
            CoverageSummary coverage = (CoverageSummary) of(of(values, label), "coverage");
            assertThat(coverage.total()).as(label).isEqualTo(expected.get("total").asInt());
            assertThat(coverage.covered()).as(label).isEqualTo(expected.get("covered").asInt());
            assertThat(new TreeSet<>(coverage.gaps()))
                    .as(label)
                    .isEqualTo(words(expected.get("gaps")));
        }
        assertThat(values).hasSize(data.get("expectedCoverage").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed-2019", "reforme-2024"})
    @DisplayName("expectedFindings of every situation are reproduced exactly, none more")
    void findsAsExpected(String ruleset) {
        Map<String, Map<String, Object>> values = read(ruleset);

        for (JsonNode expected : data.get("situations")) {
            String label = labelOf(expected.get("classeId").asText());
            String id = situation(expected).id().value();
            assertThat(rules(of(values, label), id))
                    .as(expected.get("title").asText())
                    .isEqualTo(words(expected.get("expectedFindings")));
        }
    }

    @Test
    @DisplayName("blocs, competences and minutes of every situation are derived as the data say")
    void derivesAsExpected() {
        Map<String, Map<String, Object>> values = read("seed-2019");

        for (JsonNode expected : data.get("situations")) {
            String label = labelOf(expected.get("classeId").asText());
            SituationInsight read =
                    (SituationInsight)
                            of(of(values, label), "situation/" + situation(expected).id());
            assertThat(new TreeSet<>(read.blocs().keySet()))
                    .as(label)
                    .isEqualTo(words(expected.get("blocs")));
            Set<String> competences = words(expected.get("competenceIds"));
            if (expected.has("commonCompetenceIds")) {
                competences.addAll(words(expected.get("commonCompetenceIds")));
            }
            assertThat(new TreeSet<>(read.competences().keySet())).isEqualTo(competences);
            assertThat(read.minutes().total()).isEqualTo(expected.get("totalMinutes").asInt());
            JsonNode minutes = expected.get("minutesByTeacher");
            assertThat(read.minutes().x()).isEqualTo(minutes.get("X").asInt());
            assertThat(read.minutes().y()).isEqualTo(minutes.get("Y").asInt());
            assertThat(read.minutes().xy()).isEqualTo(minutes.get("XY").asInt());
        }
    }

    @Test
    @DisplayName("R-1 an étape counts in full for each competence it names; levels are the highest")
    void countsInFull() {
        Map<String, Object> tma = of(read("seed-2019"), "TMA");
        Coverage.Cell contact = (Coverage.Cell) of(tma, "coverage/ma-b1-prendre-contact");
        Coverage.Cell demande = (Coverage.Cell) of(tma, "coverage/ma-b1-demande");

        assertThat(contact.minutes()).isEqualTo(165);
        assertThat(demande.minutes()).isEqualTo(165);
        assertThat(contact.complexite()).hasToString("CRITIQUE");
    }

    @Test
    @DisplayName("the classes of the demonstration show gaps, reserved blocs, hours too many")
    void showsFindings() {
        Map<String, Map<String, Object>> values = read("seed-2019");

        assertThat(ofTheClasse(values, "2MRC"))
                .containsExactly("BIN-PAS-DE-BLOC-RESERVE", "COI-HEURES", "NUM-PAR-BLOC");
        assertThat(ofTheClasse(values, "1MA")).containsExactly("EQUIPE-MUTUALISER", "NUM-PAR-BLOC");
        assertThat(ofTheClasse(values, "1MCV-A"))
                .containsExactly(
                        "BIN-PAS-DE-BLOC-RESERVE",
                        "BIN-SERVICE",
                        "NUM-PAR-BLOC",
                        "SPI-CHAQUE-ANNEE");
        values.forEach(
                (label, each) -> assertThat(levels(each)).as(label).doesNotContain(Level.ERROR));
    }

    @Test
    @DisplayName(
            "PFMP-TER-WEEKS PFMP-TER-SPLIT PFMP-TOTAL under reforme-2024 terminale has too much")
    void changesWithTheRuleset() {
        Map<String, Map<String, Object>> values = read("reforme-2024");

        assertThat(ofTheClasse(values, "TMA"))
                .contains("PFMP-TER-WEEKS", "PFMP-TER-SPLIT", "PFMP-TOTAL");
        assertThat(ofTheClasse(values, "1MA"))
                .contains("PFMP-TOTAL")
                .doesNotContain("PFMP-PRE-WEEKS", "PFMP-PRE-SPLIT");
        PfmpCycle cycle = (PfmpCycle) of(of(values, "TMA"), "pfmp");
        assertThat(cycle.ruleset()).isEqualTo("reforme-2024");
        assertThat(cycle.total()).isEqualTo(22);
        assertThat(cycle.askedTotal()).isEqualTo(20);
    }

    private static Set<String> ofTheClasse(Map<String, Map<String, Object>> values, String label) {
        return rules(of(values, label), of(BOARDS, label).rootId().value());
    }

    private static Set<Level> levels(Map<String, Object> values) {
        Set<Level> levels = new HashSet<>();
        for (String key : values.keySet()) {
            if (key.startsWith("findings/")) {
                findings(values, key.substring("findings/".length()))
                        .forEach(finding -> levels.add(finding.level()));
            }
        }
        return levels;
    }
}
