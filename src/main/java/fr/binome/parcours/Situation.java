package fr.binome.parcours;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Value;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A situation with its étapes, as the rules see it.
 *
 * @param mentioned whom its texts and those of its étapes mention
 */
public record Situation(
        EntityId id,
        String titre,
        Status status,
        @Nullable Complexite complexite,
        @Nullable String univers,
        Value.@Nullable Period weeks,
        Contexte contexte,
        Acquis acquis,
        Marks marks,
        List<Etape> etapes,
        Set<PersonId> mentioned) {
    /** How far a situation is, in order. */
    public enum Status {
        IDEE,
        BROUILLON,
        PRET,
        EN_CLASSE,
        BILAN;

        static Status of(@Nullable String word) {
            return word == null
                    ? BROUILLON
                    : valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * What it builds on.
     *
     * @param reinvestit earlier situations, as {@code board/entity}
     * @param enMots whether it is said in words
     */
    public record Acquis(List<String> reinvestit, boolean enMots) {
        static Acquis in(Entity situation, Inside inside) {
            return new Acquis(
                    inside.all(SituationFields.REINVESTIT).stream()
                            .map(link -> link.word(SituationFields.REINVESTIT_SITUATION))
                            .filter(Objects::nonNull)
                            .toList(),
                    !Contexte.plain(situation, SituationFields.ACQUIS).isEmpty());
        }
    }

    /** What is ticked on it as a whole. */
    public record Marks(
            Set<String> envisagees,
            Set<String> outils,
            Set<String> visees,
            Set<String> dimensions,
            Set<PersonId> accords,
            boolean partagee) {
        static Marks in(Entity situation, Inside inside) {
            return new Marks(
                    inside.targets(SituationFields.COMPETENCE_ENVISAGEE),
                    inside.targets(SituationFields.OUTIL),
                    inside.targets(SituationFields.VISEE),
                    inside.targets(SituationFields.DIMENSION),
                    inside.persons(SituationFields.ACCORD),
                    situation.flag(SituationFields.PARTAGEE));
        }
    }

    public static Situation in(Board board, Entity situation) {
        Inside inside = Inside.of(board, situation.id());
        List<Entity> etapes = inside.all(EtapeFields.ETAPE);
        return new Situation(
                situation.id(),
                Contexte.plain(situation, SituationFields.TITRE),
                Status.of(situation.word(SituationFields.STATUS)),
                Complexite.of(situation.word(SituationFields.COMPLEXITE)),
                situation.word(SituationFields.UNIVERS),
                situation.period(SituationFields.WEEKS),
                Contexte.in(situation, inside),
                Acquis.in(situation, inside),
                Marks.in(situation, inside),
                etapes.stream().map(etape -> Etape.in(board, etape)).toList(),
                Mentions.in(situation, etapes));
    }

    /** Whether it counts as taught or ready to be (DOMAIN §6). */
    public boolean isReady() {
        return status.compareTo(Status.PRET) >= 0;
    }

    /** The competences of its étapes, each once, in the order in which they come (D-18). */
    public Set<String> competences() {
        Set<String> all = new LinkedHashSet<>();
        etapes.forEach(etape -> all.addAll(etape.competences()));
        return all;
    }

    /** Competences wanted that no étape carries: « sans étape ». */
    public Set<String> sansEtape() {
        Set<String> without = new LinkedHashSet<>(marks.envisagees);
        without.removeAll(competences());
        return without;
    }

    /** A draft in which nothing was chosen yet: rules say nothing about it. */
    public boolean isBlank() {
        return !isReady() && competences().isEmpty() && marks.envisagees.isEmpty();
    }
}
