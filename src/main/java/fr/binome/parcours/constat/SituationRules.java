package fr.binome.parcours.constat;

import fr.binome.board.PersonId;
import fr.binome.parcours.Complexite;
import fr.binome.parcours.Contexte;
import fr.binome.parcours.Equipe;
import fr.binome.parcours.Etape;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.Situation;
import fr.binome.parcours.SituationFields;
import fr.binome.parcours.reading.SituationReading;
import fr.binome.referentiel.Parametres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is said of one situation by itself: décloisonnement, context, complexity, who leads it. A
 * draft in which nothing was chosen yet has no findings.
 */
final class SituationRules {
    private final Grounds grounds;
    private final SituationReading reading;
    private final Situation situation;
    private final Findings.About about;

    private SituationRules(Grounds grounds, SituationReading reading, Findings findings) {
        this.grounds = grounds;
        this.reading = reading;
        this.situation = reading.situation();
        this.about = findings.about(situation.id());
    }

    static void say(Grounds grounds, Findings findings) {
        for (SituationReading reading : grounds.plan().situations()) {
            if (!reading.situation().isBlank()) {
                new SituationRules(grounds, reading, findings).say();
            }
        }
    }

    private void say() {
        multibloc();
        situationDAbord();
        contexte();
        complexite();
        if (reading.titledAsBloc()) {
            about.at(SituationFields.TITRE).say("HOR-TITRE-BLOC", Todo.RENAME, new Detail.Plain());
        }
        if (grounds.isMa() && situation.marks().visees().isEmpty()) {
            about.say("MA-VISEES", Todo.CHOOSE_VISEE, new Detail.Plain());
        }
        if (situation.isReady()) {
            partage();
            coElaboration();
        }
    }

    private Parametres parametres() {
        return grounds.referentiels().parametres();
    }

    private void multibloc() {
        int min = parametres().minBlocs();
        if (reading.numbers().size() < min) {
            List<String> numbers = new ArrayList<>(reading.numbers());
            Collections.sort(numbers);
            about.say("HOR-MULTIBLOC", Todo.ADD_BLOC, new Detail.FewBlocs(numbers, min));
        }
    }

    private void situationDAbord() {
        int chars = situation.contexte().description().length();
        int min = parametres().minChars();
        List<String> sansEtape = List.copyOf(situation.sansEtape());
        if (chars < min || !sansEtape.isEmpty()) {
            about.at(SituationFields.DESCRIPTION)
                    .say(
                            "HOR-SITUATION-DABORD",
                            sansEtape.isEmpty() ? Todo.DESCRIBE : Todo.GIVE_ETAPE,
                            new Detail.Thin(chars, min, sansEtape));
        }
    }

    private void contexte() {
        Contexte contexte = situation.contexte();
        List<String> missing = new ArrayList<>();
        if (contexte.organisation().isEmpty()) {
            missing.add(SituationFields.ORGANISATION.name());
        }
        if (contexte.type().isEmpty()) {
            missing.add(SituationFields.TYPE.name());
        }
        if (contexte.destinataires().isEmpty()) {
            missing.add(SituationFields.PUBLIC.name());
        }
        if (contexte.canaux() == 0) {
            missing.add(SituationFields.CANAL.name());
        }
        if (situation.isReady() && !missing.isEmpty()) {
            about.say("HOR-CONTEXTE", Todo.COMPLETE_CONTEXTE, new Detail.Missing(missing));
        }
    }

    private void complexite() {
        Complexite expected = Complexite.of(parametres().expected().get(grounds.year().word()));
        Complexite actual = situation.complexite();
        if (expected == null || actual == expected || actual == null && !situation.isReady()) {
            return;
        }
        boolean higher = actual != null && actual.compareTo(expected) > 0;
        about.at(SituationFields.COMPLEXITE)
                .say(
                        "SPI-COMPLEXITE",
                        higher ? Level.INFO : Level.WARN,
                        Todo.REVIEW_COMPLEXITE,
                        new Detail.Levels(expected, actual));
    }

    private void partage() {
        for (Etape etape : situation.etapes()) {
            if (etape.conduite() == null) {
                about.in(etape.id(), EtapeFields.CONDUITE_PAR)
                        .say("BIN-PARTAGE", Todo.CHOOSE_CONDUITE, new Detail.Plain());
            }
        }
    }

    private void coElaboration() {
        Equipe.Binome binome = grounds.plan().equipe().on(grounds.today());
        if (binome == null) {
            return;
        }
        List<PersonId> awaited = new ArrayList<>(binome.members());
        awaited.removeAll(situation.marks().accords());
        if (!awaited.isEmpty()) {
            about.say("BIN-CO-ELABORATION", Todo.ASK_ACCORD, new Detail.Persons(awaited));
        }
    }
}
