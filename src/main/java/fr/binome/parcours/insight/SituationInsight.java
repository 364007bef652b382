package fr.binome.parcours.insight;

import fr.binome.parcours.reading.Lineage;
import fr.binome.parcours.reading.Minutes;

import java.util.List;
import java.util.Map;

/**
 * What is read of one situation.
 *
 * @param minutes of its étapes
 * @param competences minutes of each, in full: not to be added up
 * @param blocs minutes of each, in full too
 * @param numbers of its blocs
 * @param sansEtape competences on no étape
 * @param builtOn the earlier situations, with what has changed since
 * @param reusedBy the later ones that build on it, as {@code board/entity}
 */
public record SituationInsight(
        Minutes minutes,
        Map<String, Integer> competences,
        Map<String, Minutes> blocs,
        List<String> numbers,
        List<String> sansEtape,
        List<Lineage> builtOn,
        List<String> reusedBy) {}
