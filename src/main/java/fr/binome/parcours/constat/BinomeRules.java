package fr.binome.parcours.constat;

import fr.binome.board.PersonId;
import fr.binome.parcours.Classe;
import fr.binome.parcours.Equipe;
import fr.binome.parcours.EquipeFields;
import fr.binome.parcours.reading.Hours;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Two teachers of vente share the professional hours of a class, within what each owes. */
final class BinomeRules {
    private static final String VENTE = "vente";

    private final Grounds grounds;
    private final Findings findings;
    private final Equipe equipe;
    private final Equipe.@Nullable Binome binome;

    private BinomeRules(Grounds grounds, Findings findings) {
        this.grounds = grounds;
        this.findings = findings;
        this.equipe = grounds.plan().equipe();
        this.binome = equipe.on(grounds.today());
    }

    static void say(Grounds grounds, Findings findings) {
        BinomeRules rules = new BinomeRules(grounds, findings);
        Equipe.Binome binome = rules.binome;
        if (binome != null) {
            rules.deux(binome);
            rules.vente(binome);
        }
        rules.volume(grounds.hours());
        rules.service(grounds.hours());
    }

    private Findings.About about() {
        return findings.about(grounds.plan().root());
    }

    private void deux(Equipe.Binome binome) {
        List<PersonId> others = new ArrayList<>();
        for (Equipe.Enseignant enseignant : equipe.enseignants()) {
            if (enseignant.disciplines().contains(VENTE)
                    && !binome.members().contains(enseignant.person())) {
                others.add(enseignant.person());
            }
        }
        if (!others.isEmpty()) {
            about().say(
                            "BIN-DEUX",
                            Level.WARN,
                            "plus",
                            Todo.REVIEW_EQUIPE,
                            new Detail.Persons(others));
        }
        List<String> vacant = new ArrayList<>();
        if (binome.x() == null) {
            vacant.add("X");
        }
        if (binome.y() == null) {
            vacant.add("Y");
        }
        if (!vacant.isEmpty()) {
            about().in(binome.id(), EquipeFields.Y)
                    .say(
                            "BIN-DEUX",
                            Level.INFO,
                            "vacant",
                            Todo.FILL_BINOME,
                            new Detail.Missing(vacant));
        }
    }

    /** Who has no discipline in the team is taken for a teacher of vente. */
    private void vente(Equipe.Binome binome) {
        List<PersonId> others = new ArrayList<>();
        for (PersonId person : binome.members()) {
            Equipe.Enseignant enseignant = equipe.enseignant(person);
            if (enseignant != null
                    && !enseignant.disciplines().isEmpty()
                    && !enseignant.disciplines().contains(VENTE)) {
                others.add(person);
            }
        }
        if (!others.isEmpty()) {
            about().say("BIN-VENTE", Todo.REVIEW_EQUIPE, new Detail.Persons(others));
        }
    }

    /** Nothing is said before the first share is known. */
    private void volume(Hours hours) {
        Integer x = hours.hoursX();
        Integer y = hours.hoursY();
        int sum = (x == null ? 0 : x) + (y == null ? 0 : y);
        if (x == null && y == null || sum == hours.volume()) {
            return;
        }
        about().at(Classe.VOLUME)
                .say(
                        "BIN-VOLUME",
                        sum > hours.volume() ? Level.ERROR : Level.WARN,
                        Todo.SHARE_HOURS,
                        new Detail.HoursShared(sum, hours.volume()));
    }

    private void service(Hours hours) {
        for (Hours.ServiceLoad load : hours.loads()) {
            if (load.weekly() > load.service()) {
                about().say(
                                "BIN-SERVICE",
                                load.person().value(),
                                Todo.REVIEW_SERVICE,
                                new Detail.Overloaded(
                                        load.person(), load.weekly(), load.service()));
            }
        }
    }
}
