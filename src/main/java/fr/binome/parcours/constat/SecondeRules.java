package fr.binome.parcours.constat;

import fr.binome.board.PersonId;
import fr.binome.parcours.Equipe;
import fr.binome.parcours.reading.Minutes;
import fr.binome.parcours.reading.Seconde;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;

/** Seconde explores the three specialties, in varied places, with both teachers. */
final class SecondeRules {
    private final Grounds grounds;
    private final Seconde seconde;
    private final Findings.About about;

    private SecondeRules(Grounds grounds, Seconde seconde, Findings findings) {
        this.grounds = grounds;
        this.seconde = seconde;
        this.about = findings.about(grounds.plan().root());
    }

    static void say(Grounds grounds, Findings findings) {
        Seconde seconde = grounds.seconde();
        if (seconde != null && !grounds.planned().isEmpty()) {
            SecondeRules rules = new SecondeRules(grounds, seconde, findings);
            rules.univers();
            rules.contextes();
            rules.specialisation();
        }
    }

    private void univers() {
        List<String> missing =
                seconde.univers().stream()
                        .filter(univers -> univers.situations() == 0)
                        .map(Seconde.Univers::specialite)
                        .toList();
        if (!missing.isEmpty()) {
            about.say("SEC-TROIS-UNIVERS", Todo.EXPLORE_UNIVERS, new Detail.Missing(missing));
        }
    }

    /** From as many situations on as there should be types. */
    private void contextes() {
        int min = grounds.referentiels().parametres().minContextes();
        int situations = seconde.types().values().stream().mapToInt(Integer::intValue).sum();
        if (situations >= min && seconde.types().size() < min) {
            about.say(
                    "SEC-CONTEXTES-VARIES",
                    Todo.VARY_CONTEXTES,
                    new Detail.TooFew(seconde.types().size(), min));
        }
    }

    /** From the middle of the year on, of one who leads something. */
    private void specialisation() {
        Equipe.Binome binome = grounds.plan().equipe().on(grounds.today());
        int rentree = grounds.plan().facts().rentree();
        if (binome != null && grounds.weeks().isPastHalf(grounds.today(), rentree)) {
            specialisation(binome.x(), Minutes::hasX);
            specialisation(binome.y(), Minutes::hasY);
        }
    }

    private void specialisation(@Nullable PersonId person, Predicate<Minutes> leads) {
        int min = grounds.referentiels().parametres().minUnivers();
        List<String> led =
                seconde.univers().stream()
                        .filter(univers -> leads.test(univers.minutes()))
                        .map(Seconde.Univers::specialite)
                        .toList();
        if (person != null && !led.isEmpty() && led.size() < min) {
            about.say(
                    "SEC-PAS-DE-SPECIALISATION",
                    person.value(),
                    Todo.EXPLORE_UNIVERS,
                    new Detail.Specialised(person, led, min));
        }
    }
}
