package fr.binome.parcours.constat;

import fr.binome.board.EntityId;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All findings of a class. */
public final class Constats {
    private Constats() {}

    /** By the thing under which a person finds them, the gravest first. */
    public static Map<EntityId, List<Finding>> of(Grounds grounds) {
        Findings findings = new Findings(grounds.plan(), grounds.referentiels());
        SituationRules.say(grounds, findings);
        SpiraleRules.say(grounds, findings);
        ClasseRules.say(grounds, findings);
        BinomeRules.say(grounds, findings);
        SecondeRules.say(grounds, findings);
        PfmpRules.say(grounds, findings);
        ProjetRules.say(grounds, findings);
        Map<EntityId, List<Finding>> sorted = new TreeMap<>();
        findings.found()
                .forEach(
                        (owner, said) ->
                                sorted.put(
                                        owner,
                                        said.stream()
                                                .sorted(Comparator.comparing(Finding::level))
                                                .toList()));
        return sorted;
    }
}
