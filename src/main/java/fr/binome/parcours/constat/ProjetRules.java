package fr.binome.parcours.constat;

import fr.binome.parcours.ChefDOeuvre;
import fr.binome.parcours.ChefDOeuvreFields;
import fr.binome.parcours.CoIntervention;
import fr.binome.parcours.CoInterventionFields;
import fr.binome.parcours.CoInterventionRules;
import fr.binome.referentiel.VolumeAnnuel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Co-interventions with their three anchors, and the chef-d'œuvre as a project. */
final class ProjetRules {
    private final Grounds grounds;
    private final Findings findings;
    private final CoInterventionRules rules;

    private ProjetRules(Grounds grounds, Findings findings) {
        this.grounds = grounds;
        this.findings = findings;
        this.rules = new CoInterventionRules(grounds.referentiels());
    }

    static void say(Grounds grounds, Findings findings) {
        ProjetRules rules = new ProjetRules(grounds, findings);
        grounds.plan().coInterventions().forEach(rules::coIntervention);
        rules.heures(grounds.hours().coInterventions());
        grounds.plan().chefsDOeuvre().forEach(rules::chefDOeuvre);
    }

    private void coIntervention(CoIntervention coIntervention) {
        Findings.About about = findings.about(coIntervention.id());
        if (!rules.startsFromRap(coIntervention, grounds.plan().facts())) {
            about.at(CoInterventionFields.ACTIVITE_RAP)
                    .say("COI-RAP", Todo.COMPLETE_ANCHORS, new Detail.Plain());
        }
        String side =
                rules.missingSide(coIntervention, grounds.plan().facts(), grounds.plan().equipe());
        if (side != null) {
            about.say("COI-DISCIPLINE", Todo.REVIEW_EQUIPE, new Detail.Missing(List.of(side)));
        }
        List<String> missing = new ArrayList<>();
        if (coIntervention.capacites().isEmpty()) {
            missing.add("capacite");
        }
        if (coIntervention.competences().isEmpty()) {
            missing.add("competence");
        }
        if (coIntervention.savoirs().isEmpty()) {
            missing.add("savoir");
        }
        if (!missing.isEmpty()) {
            about.say("COI-TRIPLE", Todo.COMPLETE_ANCHORS, new Detail.Missing(missing));
        }
    }

    /** By discipline; in terminale only the hours of all together are known. */
    private void heures(Map<String, Integer> minutes) {
        VolumeAnnuel volume = grounds.plan().programme().volume();
        if (volume == null || minutes.isEmpty()) {
            return;
        }
        if (volume.coInterventionFrancais() == 0) {
            heures(
                    null,
                    minutes.values().stream().mapToInt(each -> each).sum(),
                    volume.coIntervention());
        } else {
            minutes.forEach(
                    (discipline, sum) -> heures(discipline, sum, hours(volume, discipline)));
        }
    }

    private static int hours(VolumeAnnuel volume, String discipline) {
        return discipline.equals("francais")
                ? volume.coInterventionFrancais()
                : volume.coInterventionMathematiques();
    }

    private void heures(@Nullable String discipline, int minutes, int hours) {
        if (minutes != 60 * hours) {
            findings.about(grounds.plan().root())
                    .say(
                            "COI-HEURES",
                            discipline == null ? "toutes" : discipline,
                            Todo.PLAN_SEANCES,
                            new Detail.Seances(discipline, minutes, hours));
        }
    }

    private void chefDOeuvre(ChefDOeuvre chef) {
        Findings.About about = findings.about(chef.id());
        if ("terminale".equals(chef.startYear())) {
            about.at(ChefDOeuvreFields.START_YEAR)
                    .say("CDO-DES-PREMIERE", Todo.REVIEW_START, new Detail.Plain());
        }
        List<String> missing = new ArrayList<>();
        if (chef.competences().isEmpty()) {
            missing.add(ChefDOeuvreFields.COMPETENCE.name());
        }
        if (chef.communes().isEmpty()) {
            missing.add(ChefDOeuvreFields.COMMUNE.name());
        }
        if (!missing.isEmpty()) {
            about.say("CDO-COMPETENCES", Todo.ADD_COMPETENCE, new Detail.Missing(missing));
        }
        missing = new ArrayList<>(List.of("sociale", "creativite"));
        missing.removeAll(chef.communes());
        if (!missing.isEmpty()) {
            about.say("CDO-SOCIALES", Todo.ADD_COMPETENCE, new Detail.Missing(missing));
        }
        missing =
                new ArrayList<>(
                        List.of("suivi/premiere", "suivi/terminale", "oral-individuel/terminale"));
        missing.removeAll(chef.evaluations());
        if (!missing.isEmpty()) {
            about.say("CDO-EVALUATION", Todo.PLAN_EVALUATION, new Detail.Missing(missing));
        }
        int min = grounds.referentiels().parametres().minJalons();
        if (chef.jalons() < min) {
            about.say("CDO-PROJET", Todo.ADD_JALON, new Detail.TooFew(chef.jalons(), min));
        }
    }
}
