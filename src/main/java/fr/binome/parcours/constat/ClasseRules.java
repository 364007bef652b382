package fr.binome.parcours.constat;

import fr.binome.parcours.Etape;
import fr.binome.parcours.Situation;
import fr.binome.parcours.reading.Blocs;
import fr.binome.parcours.reading.SituationReading;
import fr.binome.referentiel.Bloc;
import fr.binome.referentiel.Item;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said of the year of a class as a whole; nothing while nothing is planned. */
final class ClasseRules {
    private final Grounds grounds;
    private final Findings.About about;
    private final List<SituationReading> planned;

    private ClasseRules(Grounds grounds, Findings findings) {
        this.grounds = grounds;
        this.about = findings.about(grounds.plan().root());
        this.planned = grounds.planned();
    }

    static void say(Grounds grounds, Findings findings) {
        ClasseRules rules = new ClasseRules(grounds, findings);
        if (!rules.planned.isEmpty()) {
            rules.blocs();
            rules.outils();
            rules.mutualiser();
            if (grounds.isMa()) {
                rules.dimensions();
            }
        }
    }

    private void blocs() {
        for (Blocs.BlocUse use : grounds.blocs().uses()) {
            if (use.situations() == 0) {
                about.say(
                        "HOR-EQUILIBRE-ANNEE",
                        use.bloc(),
                        Todo.ADD_BLOC,
                        new Detail.Missing(List.of(use.bloc())));
            } else {
                reserved(use);
            }
        }
    }

    /** Minutes that nobody leads yet may still go to either. */
    private void reserved(Blocs.BlocUse use) {
        if (use.minutes().open() > 0 || use.minutes().hasX() == use.minutes().hasY()) {
            return;
        }
        about.say(
                "BIN-PAS-DE-BLOC-RESERVE",
                grounds.weeks().isOver(grounds.today()) ? Level.WARN : Level.INFO,
                use.bloc(),
                Todo.SHARE_BLOC,
                new Detail.Reserved(use.bloc(), use.minutes().hasX() ? "X" : "Y"));
    }

    private void outils() {
        for (Bloc bloc : grounds.plan().programme().blocs()) {
            Set<String> tools =
                    bloc.digitalTools().stream().map(Item::id).collect(Collectors.toSet());
            List<SituationReading> using =
                    planned.stream()
                            .filter(reading -> reading.blocs().containsKey(bloc.id()))
                            .toList();
            if (!using.isEmpty()
                    && using.stream().noneMatch(reading -> uses(reading, bloc.id(), tools))) {
                about.say(
                        "NUM-PAR-BLOC",
                        bloc.id(),
                        Todo.CHOOSE_OUTIL,
                        new Detail.Missing(List.of(bloc.id())));
            }
        }
    }

    /** The tools of a situation are those of its étapes where no étape names any. */
    private boolean uses(SituationReading reading, String bloc, Set<String> tools) {
        Situation situation = reading.situation();
        boolean named = situation.etapes().stream().anyMatch(etape -> !etape.outils().isEmpty());
        for (Etape etape : situation.etapes()) {
            Set<String> used = named ? etape.outils() : situation.marks().outils();
            if (used.stream().anyMatch(tools::contains)
                    && grounds.plan()
                            .programme()
                            .blocsOf(etape, situation.univers())
                            .contains(bloc)) {
                return true;
            }
        }
        return false;
    }

    private void mutualiser() {
        List<Situation> ready =
                planned.stream()
                        .map(SituationReading::situation)
                        .filter(Situation::isReady)
                        .toList();
        if (!ready.isEmpty() && ready.stream().noneMatch(each -> each.marks().partagee())) {
            about.say("EQUIPE-MUTUALISER", Todo.SHARE_SITUATION, new Detail.Share(0, ready.size()));
        }
    }

    private void dimensions() {
        Set<String> missing = new LinkedHashSet<>(grounds.referentiels().dimensions());
        planned.forEach(reading -> missing.removeAll(reading.situation().marks().dimensions()));
        if (!missing.isEmpty()) {
            about.say(
                    "MA-DIMENSIONS",
                    Todo.CHOOSE_DIMENSION,
                    new Detail.Missing(List.copyOf(missing)));
        }
    }
}
