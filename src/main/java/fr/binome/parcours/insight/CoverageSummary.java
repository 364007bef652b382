package fr.binome.parcours.insight;

import java.util.List;

/**
 * How much of what counts in the year is worked.
 *
 * @param gaps the competences that are not
 */
public record CoverageSummary(int total, int covered, List<String> gaps) {}
