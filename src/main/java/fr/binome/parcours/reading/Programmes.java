package fr.binome.parcours.reading;

import fr.binome.parcours.ClasseFacts;
import fr.binome.parcours.CycleYear;
import fr.binome.referentiel.Referentiels;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The programme of each kind of class, made once. */
public final class Programmes {
    private final Referentiels referentiels;
    private final ConcurrentHashMap<Key, Programme> made = new ConcurrentHashMap<>();

    private record Key(CycleYear year, Set<String> specialites) {}

    public Programmes(Referentiels referentiels) {
        this.referentiels = referentiels;
    }

    public Programme of(ClasseFacts facts) {
        return made.computeIfAbsent(
                new Key(facts.year(), Set.copyOf(facts.specialites())),
                key -> new Programme(referentiels, facts));
    }
}
