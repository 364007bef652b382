package fr.binome.parcours.reading;

import static fr.binome.parcours.Plan.creating;
import static fr.binome.parcours.Plan.setting;
import static fr.binome.parcours.Plan.text;
import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.Limits;
import fr.binome.board.Reader;
import fr.binome.board.Value;
import fr.binome.parcours.CommuneFields;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.Plan;
import fr.binome.parcours.SituationFields;
import fr.binome.parcours.insight.CoverageSummary;
import fr.binome.referentiel.FamilleSeconde.Commune;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** « Tableau des compétences communes en suivant ce lien »: a team puts its own in place (D-55). */
class TableauCommunTest {
    private final Plan seconde = Plan.at("board0000001", "seconde", "ma", "mcv-a", "mcv-b");
    private final Plan premiere = Plan.at("board0000002", "premiere", "ma");
    private final Plan vente = Plan.at("board0000003", "premiere", "mcv-a");

    private static Value words(String words) {
        return new Value.Words(words.isEmpty() ? List.of() : List.of(words.split("\\+")));
    }

    private static Map<Field, Content> line(
            String repere, String label, String ma, String mcvA, String mcvB) {
        return Map.of(
                CommuneFields.REPERE,
                word(repere),
                CommuneFields.LABEL,
                text(label),
                CommuneFields.MA,
                words(ma),
                CommuneFields.MCV_A,
                words(mcvA),
                CommuneFields.MCV_B,
                words(mcvB));
    }

    private EntityId add(String repere, String label, String ma, String mcvA, String mcvB) {
        return seconde.create(
                CommuneFields.COMMUNE, seconde.root(), line(repere, label, ma, mcvA, mcvB));
    }

    /** The given table, as if a team had typed it; the ids of its lines. */
    static List<EntityId> given(Plan plan) {
        List<EntityId> lines = new ArrayList<>();
        EntityId after = null;
        for (Commune commune : Plan.REFERENTIELS.familleSeconde().competences()) {
            EntityId id = plan.id();
            Map<String, Content> fields = new HashMap<>();
            fields.put(CommuneFields.REPERE.name(), word(commune.id()));
            fields.put(CommuneFields.LABEL.name(), text(commune.label()));
            CommuneFields.PREPARED.forEach(
                    (specialite, field) ->
                            fields.put(
                                    field.name(),
                                    new Value.Words(
                                            commune.maps().getOrDefault(specialite, List.of()))));
            plan.accept(
                    new KernelCommand.Create(
                            CommuneFields.COMMUNE.name(), id, plan.root(), after, fields));
            lines.add(id);
            after = id;
        }
        return lines;
    }

    private static CoverageSummary coverage(Plan plan) {
        return plan.read(CoverageSummary.class, "coverage");
    }

    private static ParcoursRow.YearCell inSeconde(String key, Plan plan, Plan... others) {
        ParcoursRow.YearCell cell = plan.read(ParcoursRow.class, "matrix/" + key, others).seconde();
        assertThat(cell).isNotNull();
        return cell == null ? new ParcoursRow.YearCell(0, 0, null, 0, false, List.of()) : cell;
    }

    @Test
    @DisplayName("C-7 D-55 one line of its own replaces the table; without any it is the given one")
    void replacesWhole() {
        EntityId situation = seconde.situation("pret", Map.of());
        seconde.etape(situation, 55, "X", "sec-s-informer", "sec-propre-1200");
        assertThat(coverage(seconde).total()).isEqualTo(11);
        assertThat(coverage(seconde).covered()).isEqualTo(1);

        EntityId accueillir = add("sec-propre-1200", "Accueillir", "ma-b1-demande", "", "");
        EntityId suivre = add("sec-suivre", "Suivre", "ma-b2-prestations", "", "");
        assertThat(coverage(seconde)).isEqualTo(new CoverageSummary(2, 1, List.of("sec-suivre")));
        assertThat(seconde.read(Coverage.Cell.class, "coverage/sec-propre-1200").minutes())
                .isEqualTo(55);
        assertThat(seconde.read()).doesNotContainKey("coverage/sec-s-informer");
        assertThat(seconde.findings("SEC-COMMUNES")).hasSize(1);

        seconde.accept(new KernelCommand.Remove(accueillir), new KernelCommand.Remove(suivre));
        assertThat(coverage(seconde).total()).isEqualTo(11);
        assertThat(coverage(seconde).covered()).isEqualTo(1);
    }

    @Test
    @DisplayName("C-7 a line that stands for nothing yet does not count")
    void waitsForItsRepere() {
        EntityId line =
                seconde.create(
                        CommuneFields.COMMUNE,
                        seconde.root(),
                        Map.of(CommuneFields.LABEL, text("Accueillir")));
        assertThat(coverage(seconde).total()).isEqualTo(11);

        seconde.set(line, CommuneFields.REPERE, word("sec-propre-1200"));
        assertThat(coverage(seconde).total()).isEqualTo(1);
    }

    @Test
    @DisplayName("C-7 the given table typed again says the same of everything")
    void saysTheSame() {
        for (int i = 0; i < 6; i++) {
            EntityId situation =
                    seconde.situation(
                            i % 2 == 0 ? "pret" : "brouillon",
                            Map.of(SituationFields.UNIVERS, word("mcv-a")));
            seconde.etape(situation, 55, "X", "sec-activites-flux", "sec-satisfaction");
            seconde.etape(situation, 30, "Y", i == 0 ? "ma-b1-conflits" : "sec-suivre");
        }
        Map<String, Object> before = seconde.read();

        given(seconde);
        assertThat(seconde.read()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        ",sec-propre-1001,1",
        ",sec-propre-1002,0",
        "ma,sec-propre-1002,0",
        "mcv-a,sec-propre-1002,1",
        ",sec-propre-1001+sec-propre-1003,0",
        ",sec-suivre,1",
    })
    @DisplayName(
            "C-8 D-57 HOR-MULTIBLOC in seconde goes through what the team's own table prepares")
    void looksThroughTheOwnTable(String univers, String competences, int findings) {
        add("sec-propre-1001", "Un", "ma-b1-flux", "mcv-b1-veille", "mcv-b1-veille");
        add("sec-propre-1002", "Deux", "ma-b1-flux+ma-b2-projet", "mcv-b1-veille", "");
        add("sec-propre-1003", "Trois", "ma-b3-reclamations", "mcv-b2-satisfaction", "");
        EntityId situation = seconde.situation("pret", Map.of());
        if (univers != null) {
            seconde.set(situation, SituationFields.UNIVERS, word(univers));
        }
        seconde.etape(situation, 55, "XY", competences.split("\\+"));

        assertThat(seconde.findings("HOR-MULTIBLOC")).hasSize(findings);
    }

    @Test
    @DisplayName("C-8 D-55 the years of each diploma count what the own table prepares")
    void tellsTheParcours() {
        premiere.linkTo(seconde, "parcours");
        vente.linkTo(seconde, "parcours");
        EntityId situation = seconde.situation("pret", Map.of());
        seconde.etape(situation, 55, "X", "sec-activites-flux");
        assertThat(inSeconde("ma/ma-b1-flux", premiere, seconde).minutes()).isEqualTo(55);

        EntityId line =
                add(
                        "sec-activites-flux",
                        "Mener de front",
                        "ma-b2-projet",
                        "mcv-a-b4-operations-prealables",
                        "");
        ParcoursRow.YearCell projet = inSeconde("ma/ma-b2-projet", premiere, seconde);
        assertThat(projet.minutes()).isEqualTo(55);
        assertThat(projet.required()).isTrue();
        ParcoursRow.YearCell flux = inSeconde("ma/ma-b1-flux", premiere, seconde);
        assertThat(flux.count()).isZero();
        assertThat(flux.required()).as("no line leads there").isFalse();
        ParcoursRow.YearCell discovery =
                inSeconde("mcv-a/mcv-a-b4-operations-prealables", vente, seconde);
        assertThat(discovery.minutes()).isEqualTo(55);
        assertThat(discovery.required()).as("discovery is never asked for").isFalse();

        seconde.set(line, CommuneFields.MA, words("ma-b1-flux"));
        assertThat(inSeconde("ma/ma-b1-flux", seconde).required()).isTrue();
        assertThat(inSeconde("ma/ma-b1-flux", premiere, seconde).minutes()).isEqualTo(55);
        assertThat(inSeconde("ma/ma-b2-projet", premiere, seconde).required()).isFalse();
    }

    @Test
    @DisplayName("C-9 what étapes name outside the table stays, and counts again with the table")
    void losesNothing() {
        EntityId situation = seconde.situation("pret", Map.of());
        EntityId etape = seconde.etape(situation, 55, "X", "sec-s-informer");
        Map<String, Object> before = seconde.read();
        EntityId line = add("sec-propre-1200", "Accueillir", "ma-b1-demande", "", "");
        assertThat(coverage(seconde).covered()).isZero();

        EntityId member = EntityId.member(etape, EtapeFields.COMPETENCE, "sec-s-informer");
        assertThat(seconde.board().live(member)).isNotNull();
        seconde.remove(member).accept(new KernelCommand.Restore(member));
        seconde.remove(line);
        assertThat(seconde.read()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"premiere", "terminale"})
    @DisplayName("SEC-COMMUNES no table of common competences outside seconde")
    void isOfSeconde(String year) {
        Plan later = Plan.of(year, "ma");
        assertThat(
                        later.refusal(
                                creating(
                                        CommuneFields.COMMUNE,
                                        later.id(),
                                        later.root(),
                                        line("sec-suivre", "Suivre", "", "", ""))))
                .isEqualTo("tableauHorsSeconde SEC-COMMUNES");
    }

    @Test
    @DisplayName("SEC-COMMUNES two lines never stand for the same, also out of the bin")
    void standsOnce() {
        EntityId first = add("sec-suivre", "Suivre", "", "", "");
        KernelCommand second =
                creating(
                        CommuneFields.COMMUNE,
                        seconde.id(),
                        seconde.root(),
                        line("sec-suivre", "Suivre encore", "", "", ""));
        assertThat(seconde.refusal(second)).isEqualTo("communeTwice SEC-COMMUNES");

        seconde.accept(new KernelCommand.Remove(first), second);
        assertThat(seconde.refusal(new KernelCommand.Restore(first)))
                .isEqualTo("communeTwice SEC-COMMUNES");
        EntityId other = add("sec-propre-1200", "Accueillir", "", "", "");
        assertThat(seconde.refusal(setting(other, CommuneFields.REPERE, word("sec-suivre"))))
                .isEqualTo("communeTwice SEC-COMMUNES");
    }

    @ParameterizedTest
    @CsvSource({
        "ma,mcv-b1-veille,unknownWord",
        "mcvA,ma-b1-flux,unknownWord",
        "mcvB,mcv-a-b4-developper-clientele,unknownWord",
        "ma,sec-suivre,unknownWord",
        "ma,ma-b1-flux+ma-b1-flux,outOfBounds",
    })
    @DisplayName("C-8 a line prepares competences of the diploma it names, each once")
    void preparesTheRightDiploma(String field, String words, String fault) {
        EntityId line = add("sec-suivre", "Suivre", "ma-b1-flux", "mcv-b1-veille", "");

        assertThat(seconde.refusal(new KernelCommand.SetField(line, field, words(words))))
                .contains(fault);
    }

    @Test
    @DisplayName(
            "C-7 a whole table of 40 lines takes the place of another in one act; 41 is too many")
    void comesInOneAct() {
        List<KernelCommand> commands = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            commands.add(
                    new KernelCommand.Remove(
                            add("sec-propre-%d".formatted(1100 + i), "A", "", "", "")));
        }
        assertThat(
                        seconde.refusal(
                                creating(
                                        CommuneFields.COMMUNE,
                                        seconde.id(),
                                        seconde.root(),
                                        line("sec-suivre", "Suivre", "", "", ""))))
                .contains("Limit");
        for (int i = 0; i < 40; i++) {
            commands.add(
                    creating(
                            CommuneFields.COMMUNE,
                            seconde.id(),
                            seconde.root(),
                            line(
                                    "sec-propre-%d".formatted(1120 + i),
                                    "B",
                                    "ma-b1-flux+ma-b1-conflits",
                                    "mcv-b1-veille",
                                    "mcv-b1-veille")));
        }
        assertThat(commands).hasSizeLessThanOrEqualTo(Limits.COMMANDS);
        seconde.accept(commands.toArray(KernelCommand[]::new));
        assertThat(coverage(seconde).total()).isEqualTo(40);
    }

    @Test
    @DisplayName("C-6 C-7 after every edit of the table all is as if read for the first time")
    void remembersNoOtherTable() {
        for (int i = 0; i < 5; i++) {
            EntityId situation = seconde.situation("pret", Map.of());
            seconde.etape(situation, 55, "X", "sec-suivre", "sec-propre-1200", "ma-b1-flux");
            seconde.etape(situation, 55, "Y", "sec-propre-1201");
        }
        EntityId titled =
                seconde.situation("pret", Map.of(SituationFields.TITRE, text("Accueillir")));
        seconde.etape(titled, 20, "XY", "sec-propre-1201");
        Reader reader = Plan.KIND.reader();
        Random random = new Random(55);
        List<EntityId> lines = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            edit(random, lines, step);
            assertThat(reader.read(seconde.board(), Map.of(), seconde.now()).values())
                    .as("step " + step)
                    .isEqualTo(seconde.read());
        }
    }

    private void edit(Random random, List<EntityId> lines, int step) {
        if (lines.isEmpty() || random.nextInt(4) == 0) {
            String repere = step % 2 == 0 ? "sec-propre-%d".formatted(1200 + step) : "sec-suivre";
            KernelCommand.Create line =
                    creating(
                            CommuneFields.COMMUNE,
                            seconde.id(),
                            seconde.root(),
                            line(repere, "Suivre", "ma-b1-flux", "", "mcv-b1-veille"));
            if (seconde.refusal(line).isEmpty()) {
                seconde.accept(line);
                lines.add(line.id());
            }
            return;
        }
        EntityId line = lines.get(random.nextInt(lines.size()));
        switch (random.nextInt(4)) {
            case 0 -> seconde.remove(line);
            case 1 -> seconde.write(line, CommuneFields.LABEL, "Accueillir");
            case 2 -> seconde.set(line, CommuneFields.MA, words("ma-b2-projet+ma-b1-demande"));
            default ->
                    seconde.tick(
                            seconde.situation("brouillon", Map.of()),
                            SituationFields.COMPETENCE_ENVISAGEE,
                            "sec-propre-1201");
        }
        if (seconde.board().live(line) == null) {
            lines.remove(line);
        }
    }
}
