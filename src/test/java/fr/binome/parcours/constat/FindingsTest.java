package fr.binome.parcours.constat;

import static fr.binome.parcours.Plan.CLAIRE;
import static fr.binome.parcours.Plan.MEHDI;
import static fr.binome.parcours.Plan.creating;
import static fr.binome.parcours.Plan.day;
import static fr.binome.parcours.Plan.text;
import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Value;
import fr.binome.parcours.Classe;
import fr.binome.parcours.EquipeFields;
import fr.binome.parcours.Plan;
import fr.binome.parcours.reading.ClassePlan.SetAside;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What all findings have in common. */
class FindingsTest {
    private final Plan premiere = Plan.of("premiere", "ma");

    private EntityId setAside(String finding, PersonId by) {
        return premiere.as(by)
                .on("2026-11-25")
                .create(
                        Classe.ECARTE,
                        premiere.root(),
                        Map.of(
                                Classe.ECARTE_CONSTAT,
                                word(finding),
                                Classe.ECARTE_RAISON,
                                text("Une séance de rattrapage."),
                                Classe.ECARTE_PAR,
                                word(by.value()),
                                Classe.ECARTE_LE,
                                day("2026-11-25")));
    }

    @Test
    @DisplayName("R-7 a finding set aside stays, with the reason, the name and the day")
    void keepsTheReason() {
        EntityId situation = premiere.situation("brouillon", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-flux");
        Finding finding = premiere.findings("HOR-MULTIBLOC").getFirst();
        assertThat(finding.setAside()).isNull();

        EntityId entity = setAside(finding.id(), MEHDI);
        assertThat(premiere.findings("HOR-MULTIBLOC").getFirst().setAside())
                .isEqualTo(
                        new SetAside(
                                entity,
                                "Une séance de rattrapage.",
                                MEHDI,
                                LocalDate.parse("2026-11-25")));
        assertThat(premiere.findings("SPI-CHAQUE-ANNEE"))
                .allMatch(other -> other.setAside() == null);
        premiere.as(CLAIRE).remove(entity);
        assertThat(premiere.findings("HOR-MULTIBLOC").getFirst().setAside()).isNull();
    }

    @Test
    @DisplayName("R-7 an error cannot be set aside, though a lower finding of its rule can")
    void insistsOnErrors() {
        premiere.set(premiere.binome(), EquipeFields.HOURS_X, new Value.Whole(300));
        String id = premiere.findings("BIN-VOLUME").getFirst().id();
        setAside(id, CLAIRE);
        assertThat(premiere.findings("BIN-VOLUME").getFirst().setAside()).isNull();

        premiere.set(premiere.binome(), EquipeFields.HOURS_X, new Value.Whole(200));
        assertThat(premiere.findings("BIN-VOLUME").getFirst().setAside()).isNotNull();
    }

    @Test
    @DisplayName("R-7 the id of a finding fits what ecarte may hold, and is unique")
    void namesFindings() {
        EntityId situation = premiere.situation("pret", Map.of());
        premiere.etape(situation, 55, "X", "ma-b1-activites-simultanees");
        premiere.accept(
                creating(
                        EquipeFields.ENSEIGNANT,
                        EntityId.member(premiere.root(), EquipeFields.ENSEIGNANT, "pnadia"),
                        premiere.root(),
                        Map.of(EquipeFields.DISCIPLINE, word("vente"))));

        List<String> ids =
                premiere.read().values().stream()
                        .filter(value -> value instanceof List<?>)
                        .flatMap(value -> ((List<?>) value).stream())
                        .filter(each -> each instanceof Finding)
                        .map(each -> ((Finding) each).id())
                        .toList();
        assertThat(ids).hasSizeGreaterThan(12).doesNotHaveDuplicates();
        ids.forEach(id -> setAside(id, CLAIRE));
    }
}
