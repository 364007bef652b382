package fr.binome.parcours.reading;

import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.binome.apport.Attente;
import fr.binome.apport.ClasseDigest;
import fr.binome.apport.Semaines;
import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Reader;
import fr.binome.board.Value;
import fr.binome.parcours.Classe;
import fr.binome.parcours.Complexite;
import fr.binome.parcours.CycleYear;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.Plan;
import fr.binome.parcours.SituationFields;
import fr.binome.parcours.insight.AutreAnnee;
import fr.binome.parcours.insight.Parcours;
import fr.binome.text.Attributes;
import fr.binome.text.DeltaBuilder;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parcours of a diploma, read from one of its classes and the digests of the others. */
class ParcoursTest {
    private final Plan seconde = Plan.at("board0000001", "seconde", "ma", "mcv-a", "mcv-b");
    private final Plan premiere = Plan.at("board0000002", "premiere", "ma");
    private final Plan terminale = Plan.at("board0000003", "terminale", "ma");
    private final Plan vente = Plan.at("board0000004", "premiere", "mcv-a");

    private static ParcoursRow row(String key, Plan plan, Plan... others) {
        return plan.read(ParcoursRow.class, "matrix/" + key, others);
    }

    private static List<String> classes(String specialite, Plan plan, Plan... others) {
        return plan.read(Parcours.class, "parcours/" + specialite, others).classes().stream()
                .map(each -> each.board().value())
                .toList();
    }

    @Test
    @DisplayName(
            "R-4 the classes of a parcours are those linked, in both directions, of one specialty")
    void reachesWhatIsLinked() {
        premiere.linkTo(seconde, "parcours").linkTo(terminale, "parcours");
        vente.linkTo(seconde, "parcours");

        List<String> ma = List.of("board0000001", "board0000002", "board0000003");
        assertThat(classes("ma", premiere, seconde, terminale, vente)).isEqualTo(ma);
        assertThat(classes("ma", terminale, seconde, premiere, vente)).isEqualTo(ma);
        assertThat(classes("ma", seconde, premiere, terminale, vente)).isEqualTo(ma);
        assertThat(classes("mcv-a", seconde, premiere, terminale, vente))
                .containsExactly("board0000001", "board0000004");
        assertThat(classes("mcv-b", seconde, premiere, terminale, vente))
                .containsExactly("board0000001");
        assertThat(classes("mcv-a", vente, seconde, premiere, terminale))
                .containsExactly("board0000001", "board0000004");
    }

    @Test
    @DisplayName("V-105 a class is told the weeks of the others of its parcours, not its own")
    void tellsTheOtherYears() {
        premiere.linkTo(seconde, "parcours");
        Value.Period weeks = new Value.Period(LocalDate.of(2026, 9, 21), LocalDate.of(2026, 10, 9));
        EntityId placed = seconde.situation("pret", Map.of(SituationFields.WEEKS, weeks));
        EntityId draft = seconde.situation("brouillon", Map.of(SituationFields.WEEKS, weeks));
        seconde.situation("pret", Map.of());
        seconde.pfmp("2027-01-11", 3);

        AutreAnnee year = premiere.read(AutreAnnee.class, "annees/board0000001", seconde);
        assertThat(year.year()).isEqualTo(CycleYear.SECONDE);
        assertThat(year.pfmps()).containsExactly(new Semaines("2027-01-11", "2027-01-29"));
        assertThat(year.situations())
                .extracting(
                        AutreAnnee.Placee::id,
                        AutreAnnee.Placee::start,
                        AutreAnnee.Placee::end,
                        AutreAnnee.Placee::ready)
                .containsExactlyInAnyOrder(
                        tuple(placed.value(), "2026-09-21", "2026-10-09", true),
                        tuple(draft.value(), "2026-09-21", "2026-10-09", false));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> premiere.read(AutreAnnee.class, "annees/board0000002", seconde));
    }

    @Test
    @DisplayName("R-4 a class of another school year is none of the parcours")
    void keepsToTheYear() {
        premiere.linkTo(seconde, "parcours");
        seconde.set(seconde.root(), Classe.RENTREE, new Value.Whole(2025));

        assertThat(classes("ma", premiere, seconde)).containsExactly("board0000002");
    }

    @Test
    @DisplayName(
            "R-5 seconde counts for a diploma through its common competences, in every univers")
    void mapsCommonOnes() {
        premiere.linkTo(seconde, "parcours");
        vente.linkTo(seconde, "parcours");
        EntityId situation = seconde.situation("pret", Map.of(SituationFields.UNIVERS, word("ma")));
        seconde.etape(situation, 60, "X", "sec-activites-flux", "ma-b1-conflits");
        seconde.etape(situation, 30, "X", "sec-activites-flux", "sec-reclamation");

        ParcoursRow.YearCell flux = row("ma/ma-b1-flux", premiere, seconde).seconde();
        assertThat(flux).isNotNull();
        if (flux != null) {
            assertThat(flux.count()).isEqualTo(1);
            assertThat(flux.minutes()).isEqualTo(90);
            assertThat(flux.complexite()).isEqualTo(Complexite.COURANTE);
            assertThat(flux.situations())
                    .containsExactly(
                            new ParcoursRow.SituationRef(seconde.board().id(), situation.value()));
        }
        ParcoursRow.YearCell conflits = row("ma/ma-b1-conflits", premiere, seconde).seconde();
        assertThat(conflits == null ? 0 : conflits.minutes()).isEqualTo(30);
        ParcoursRow.YearCell vue =
                row("mcv-a/mcv-a-b4-attractive-fonctionnelle", vente, seconde).seconde();
        assertThat(vue == null ? 0 : vue.minutes()).isEqualTo(90);
        assertThat(row("ma/ma-b1-flux", premiere, seconde).terminale()).isNull();
    }

    @Test
    @DisplayName(
            "R-5 a competence of discovery is never required in seconde, and shown when it is met")
    void requiresNoDiscovery() {
        vente.linkTo(seconde, "parcours");
        String key = "mcv-a/mcv-a-b4-operations-prealables";
        ParcoursRow.YearCell before = row(key, vente, seconde).seconde();
        assertThat(before).isNotNull();
        assertThat(before != null && !before.required() && before.count() == 0).isTrue();

        EntityId situation =
                seconde.situation("pret", Map.of(SituationFields.UNIVERS, word("mcv-a")));
        seconde.etape(situation, 60, "X", "mcv-a-b4-operations-prealables");
        ParcoursRow.YearCell after = row(key, vente, seconde).seconde();
        assertThat(after == null ? 0 : after.count()).isEqualTo(1);
        assertThat(seconde.findings("SEC-COMMUNES")).hasSize(11);
    }

    @Test
    @DisplayName("R-4 « déjà travaillé »: what this promotion did in earlier years, newest first")
    void remembersThePromotion() {
        Plan before = Plan.at("board0000008", "premiere", "ma");
        before.set(before.root(), Classe.RENTREE, new Value.Whole(2025));
        Plan first = Plan.at("board0000009", "seconde", "ma");
        first.set(first.root(), Classe.RENTREE, new Value.Whole(2024));
        before.linkTo(first, "promotion");
        terminale.linkTo(before, "promotion");
        before.etape(before.situation("bilan", Map.of()), 60, "X", "ma-b1-flux");
        first.etape(first.situation("bilan", Map.of()), 30, "X", "sec-activites-flux");

        assertThat(row("ma/ma-b1-flux", terminale, before, first).deja())
                .containsExactly(
                        new ParcoursRow.Deja(before.board().id(), 2025, 1, 60, Complexite.COMPLEXE),
                        new ParcoursRow.Deja(first.board().id(), 2024, 1, 30, Complexite.COURANTE));
        ParcoursRow.YearCell premiereNow = row("ma/ma-b1-flux", terminale, before).premiere();
        assertThat(premiereNow).isNull();
    }

    @Test
    @DisplayName(
            "R-8 a digest concerns a class it is linked to, its parcours, its promotion, its binôme")
    void knowsWhoConcernsIt() {
        Plan alone = Plan.at("board0000005", "premiere", "ma");
        alone.set(alone.binome(), fr.binome.parcours.EquipeFields.X, word("pnadia"));
        alone.set(alone.binome(), fr.binome.parcours.EquipeFields.Y, word("polivier"));
        Plan other = Plan.at("board0000006", "terminale", "ma");
        other.set(other.binome(), fr.binome.parcours.EquipeFields.X, word("pautre"));
        other.set(other.binome(), fr.binome.parcours.EquipeFields.Y, null);
        Reader reader = Plan.KIND.reader();
        reader.read(alone.board(), Map.of(), alone.now());
        assertThat(reader.concerns(other.board().id(), other.digest())).isFalse();

        other.linkTo(alone, "parcours");
        assertThat(reader.concerns(other.board().id(), other.digest())).isTrue();
        assertThat(reader.concerns(premiere.board().id(), premiere.digest())).isFalse();
        premiere.set(premiere.binome(), fr.binome.parcours.EquipeFields.Y, word("pnadia"));
        assertThat(reader.concerns(premiere.board().id(), premiere.digest())).isTrue();
    }

    @Test
    @DisplayName("R-9 a digest is read as it was written; one of an older version is made anew")
    void keepsDigests() throws Exception {
        premiere.linkTo(seconde, "parcours");
        premiere.etape(premiere.situation("pret", Map.of()), 60, "X", "ma-b1-flux");
        ClasseDigest digest = (ClasseDigest) premiere.digest();

        assertThat(Plan.KIND.digest(digest.bytes())).isEqualTo(digest);
        byte[] old;
        try (var file = Plan.class.getResourceAsStream("before-parcours/digest.json")) {
            assertThat(file).isNotNull();
            old = file == null ? new byte[0] : file.readAllBytes();
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Plan.KIND.digest(old));
    }

    @Test
    @DisplayName("V-72 a digest tells each of the binôme what waits for them, and nothing else")
    void tellsWhatWaits() {
        EntityId ready = premiere.situation("pret", Map.of());
        EntityId draft = premiere.situation("brouillon", Map.of());
        EntityId etape = premiere.etape(draft, 60, "X", "ma-b1-flux");
        for (EntityId situation : List.of(ready, draft)) {
            premiere.as(Plan.MEHDI).remove(accord(situation, Plan.MEHDI));
        }
        assertThat(attentes()).containsExactly(attente(Plan.MEHDI, draft, true, 0));

        premiere.as(Plan.CLAIRE).remove(accord(draft, Plan.CLAIRE));
        assertThat(attentes()).isEmpty();

        premiere.tick(etape, EtapeFields.PROPOSITION, Plan.CLAIRE.value());
        assertThat(attentes()).containsExactly(attente(Plan.MEHDI, draft, false, 1));
    }

    @Test
    @DisplayName(
            "V-48 a digest tells whom a situation mentions, until its bilan or the mention goes")
    void tellsMentions() {
        PersonId nadia = new PersonId("pnadia");
        EntityId situation =
                premiere.situation(
                        "brouillon", Map.of(SituationFields.DESCRIPTION, mention(Plan.MEHDI)));
        premiere.create(EtapeFields.ETAPE, situation, Map.of(EtapeFields.TEXTE, mention(nadia)));
        String titre = "Un samedi à l'accueil de la médiathèque";
        assertThat(attentes())
                .containsExactly(
                        new Attente("pmehdi", situation.value(), titre, false, 0, true, 0),
                        new Attente("pnadia", situation.value(), titre, false, 0, true, 0));

        premiere.write(situation, SituationFields.DESCRIPTION, "Sans lui");
        assertThat(attentes())
                .containsExactly(
                        new Attente("pnadia", situation.value(), titre, false, 0, true, 0));

        premiere.set(situation, SituationFields.STATUS, word("bilan"));
        assertThat(attentes()).isEmpty();
    }

    private static Content mention(PersonId person) {
        return new Content.Prose(
                new DeltaBuilder()
                        .insert("Pour ")
                        .insert("\uFFFC", Attributes.of("mention", person.value()))
                        .insert("\n")
                        .build());
    }

    private static EntityId accord(EntityId situation, PersonId person) {
        return EntityId.member(situation, SituationFields.ACCORD, person.value());
    }

    private static Attente attente(
            PersonId person, EntityId situation, boolean accord, int propositions) {
        String titre = "Un samedi à l'accueil de la médiathèque";
        return new Attente(
                person.value(), situation.value(), titre, accord, propositions, false, 0);
    }

    private List<Attente> attentes() {
        return ((ClasseDigest) premiere.digest()).attentes();
    }

    @Test
    @DisplayName("R-9 no prose but titles and what tells situations apart leaves the class")
    void tellsLittle() {
        EntityId situation =
                premiere.situation(
                        "pret",
                        Map.of(
                                SituationFields.DESCRIPTION, Plan.text("secret ".repeat(20)),
                                SituationFields.PUBLIC, Plan.text("secret"),
                                SituationFields.ORGANISATION, Plan.text("secret")));
        premiere.etape(situation, 60, "X", "ma-b1-flux");

        assertThat(new String(premiere.digest().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("médiathèque")
                .doesNotContain("secret");
    }

    @Test
    @DisplayName("R-10 what is remembered of a situation changes nothing of what is read")
    void remembersOnlyWhatIsTrue() {
        Reader remembering = Plan.KIND.reader();
        premiere.linkTo(seconde, "parcours");
        Map<fr.binome.board.BoardId, fr.binome.board.Digest> others = new HashMap<>();
        others.put(seconde.board().id(), seconde.digest());
        EntityId situation = premiere.situation("pret", Map.of());
        EntityId etape = premiere.etape(situation, 60, "X", "ma-b1-flux");
        List<Runnable> acts =
                List.of(
                        () ->
                                premiere.tick(
                                        etape,
                                        fr.binome.parcours.EtapeFields.COMPETENCE,
                                        "ma-b2-projet"),
                        () ->
                                premiere.set(
                                        etape,
                                        fr.binome.parcours.EtapeFields.MINUTES,
                                        new Value.Whole(5)),
                        () -> premiere.write(situation, SituationFields.TITRE, "Bloc 1"),
                        () ->
                                premiere.tick(
                                        situation,
                                        SituationFields.COMPETENCE_ENVISAGEE,
                                        "ma-b3-reclamations"),
                        () -> premiere.remove(etape),
                        () -> premiere.accept(new fr.binome.board.KernelCommand.Restore(etape)),
                        () -> premiere.situation("brouillon", Map.of()),
                        () -> premiere.remove(situation));
        for (Runnable act : acts) {
            act.run();
            assertThat(remembering.read(premiere.board(), others, premiere.now()))
                    .isEqualTo(Plan.KIND.reader().read(premiere.board(), others, premiere.now()));
        }
    }
}
