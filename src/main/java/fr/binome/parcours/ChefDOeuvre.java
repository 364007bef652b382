package fr.binome.parcours;

import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A chef-d'œuvre, as the rules see it.
 *
 * @param communes the kinds of its common competences: {@code sociale}, {@code creativite}, {@code
 *     generale}
 * @param jalons how many milestones have a day and an owner
 * @param evaluations as {@code suivi/premiere}
 */
public record ChefDOeuvre(
        EntityId id,
        @Nullable String startYear,
        Set<String> competences,
        Set<String> communes,
        int jalons,
        Set<String> evaluations) {
    public static ChefDOeuvre in(Board board, Entity entity) {
        Inside inside = Inside.of(board, entity.id());
        return new ChefDOeuvre(
                entity.id(),
                entity.word(ChefDOeuvreFields.START_YEAR),
                inside.targets(ChefDOeuvreFields.COMPETENCE),
                words(inside.all(ChefDOeuvreFields.COMMUNE)),
                (int)
                        inside.all(ChefDOeuvreFields.JALON).stream()
                                .filter(ChefDOeuvre::isSet)
                                .count(),
                inside.all(ChefDOeuvreFields.EVALUATION).stream()
                        .map(ChefDOeuvre::evaluation)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> words(List<Entity> communes) {
        return communes.stream()
                .map(commune -> commune.word(ChefDOeuvreFields.COMMUNE_KIND))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isSet(Entity jalon) {
        return jalon.day(ChefDOeuvreFields.JALON_DAY) != null
                && jalon.word(ChefDOeuvreFields.JALON_OWNER) != null;
    }

    private static String evaluation(Entity evaluation) {
        return evaluation.word(ChefDOeuvreFields.EVALUATION_KIND)
                + "/"
                + evaluation.word(ChefDOeuvreFields.EVALUATION_YEAR);
    }
}
