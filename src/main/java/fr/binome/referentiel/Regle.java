package fr.binome.referentiel;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A rule of the trade as the data say it.
 *
 * @param severity {@code error}, {@code warn} or {@code info}: what a finding of it usually is
 * @param scope what it speaks about: {@code situation}, {@code classe}, {@code pfmp}…
 * @param source {@code seed}, {@code mission}, {@code arrete} or {@code common-knowledge}
 * @param seedSection the part of the document we start from
 */
public record Regle(
        String id,
        String name,
        String statement,
        String severity,
        String scope,
        String source,
        boolean verified,
        @Nullable String seedSection) {
    private static final Set<String> SOURCES =
            Set.of("seed", "mission", "arrete", "common-knowledge");

    static Regle of(Element rule) {
        return new Regle(
                rule.ruleId(),
                rule.text("name"),
                rule.text("statement"),
                rule.oneOf("severity", Set.of("error", "warn", "info")),
                rule.text("scope"),
                rule.oneOf("source", SOURCES),
                rule.flag("verified"),
                rule.textIfThere("seedSection"));
    }
}
