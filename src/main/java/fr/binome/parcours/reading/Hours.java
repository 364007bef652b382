package fr.binome.parcours.reading;

import fr.binome.apport.ClasseDigest;
import fr.binome.apport.ServiceApport;
import fr.binome.board.BoardId;
import fr.binome.board.PersonId;
import fr.binome.parcours.ClasseFacts;
import fr.binome.parcours.CoIntervention;
import fr.binome.parcours.Equipe;
import fr.binome.referentiel.Referentiels;
import fr.binome.referentiel.VolumeAnnuel;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who leads how much, against the volume of the year and what each owes.
 *
 * @param volume hours of professional lessons in the year
 * @param arrete whether that is the arrêté's, not the class's own
 * @param weeks over which the year's hours are spread
 * @param hoursX X's share of the volume; null while nobody has said
 * @param planned minutes of all étapes of what is planned
 * @param economieDroit who takes it
 * @param economieDroitHours hours of it in the year
 * @param loads what each of the binôme has over all classes
 * @param coInterventions minutes of séances, by discipline
 */
public record Hours(
        int volume,
        boolean arrete,
        int weeks,
        @Nullable PersonId x,
        @Nullable PersonId y,
        @Nullable Integer hoursX,
        @Nullable Integer hoursY,
        Minutes planned,
        @Nullable String economieDroit,
        int economieDroitHours,
        List<ServiceLoad> loads,
        Map<String, Integer> coInterventions) {
    /**
     * What a person has a week, in minutes.
     *
     * @param service what is owed
     */
    public record ServiceLoad(PersonId person, int weekly, int service, List<ClasseLoad> classes) {}

    /** What one class asks of a person a week, in minutes. */
    public record ClasseLoad(BoardId board, String label, int weekly) {}

    /** What a class asks of its binôme: what {@link #of} adds up over the classes. */
    public static List<ServiceApport> services(ClassePlan plan, LocalDate today) {
        Equipe.Binome binome = plan.equipe().on(today);
        List<ServiceApport> services = new ArrayList<>();
        if (binome != null) {
            for (PersonId person : binome.members()) {
                Equipe.Enseignant enseignant = plan.equipe().enseignant(person);
                services.add(
                        new ServiceApport(
                                person.value(),
                                weekly(plan.programme().volume(), binome, person),
                                enseignant == null ? 0 : enseignant.service()));
            }
        }
        return services;
    }

    private static int weekly(
            @Nullable VolumeAnnuel volume, Equipe.Binome binome, PersonId person) {
        if (volume == null) {
            return 0;
        }
        boolean isX = person.equals(binome.x());
        boolean isY = person.equals(binome.y());
        double hours = (isX ? Math.max(0, binome.hoursX()) : 0);
        hours += isY ? Math.max(0, binome.hoursY()) : 0;
        hours += volume.economieDroit() * economieDroit(binome, isX, isY);
        return (int) Math.round(60 * hours / volume.weeks());
    }

    /** The part of économie-droit that one of them takes. */
    private static double economieDroit(Equipe.Binome binome, boolean isX, boolean isY) {
        return switch (binome.economieDroit()) {
            case "X" -> isX ? 1 : 0;
            case "Y" -> isY ? 1 : 0;
            case "XY" -> 0.5;
            case null, default -> 0;
        };
    }

    public static Hours of(
            ClassePlan plan, Neighbours neighbours, Referentiels referentiels, LocalDate today) {
        ClasseFacts facts = plan.facts();
        VolumeAnnuel volume = plan.programme().volume();
        Equipe.Binome binome = plan.equipe().on(today);
        return new Hours(
                facts.volume() > 0 || volume == null ? facts.volume() : volume.professionnel(),
                facts.volume() == 0,
                volume == null ? 0 : volume.weeks(),
                binome == null ? null : binome.x(),
                binome == null ? null : binome.y(),
                binome == null || binome.hoursX() < 0 ? null : (Integer) binome.hoursX(),
                binome == null || binome.hoursY() < 0 ? null : (Integer) binome.hoursY(),
                plan.situations().stream()
                        .filter(SituationReading::isPlanned)
                        .map(SituationReading::total)
                        .reduce(Minutes.NONE, Minutes::plus),
                binome == null ? null : binome.economieDroit(),
                volume == null ? 0 : volume.economieDroit(),
                loads(neighbours, 60 * referentiels.parametres().weeklyService()),
                coInterventions(plan));
    }

    private static List<ServiceLoad> loads(Neighbours neighbours, int usual) {
        List<ServiceLoad> loads = new ArrayList<>();
        for (ServiceApport own : neighbours.own().services()) {
            List<ClasseLoad> parts = new ArrayList<>();
            int service = own.service();
            for (var classe : neighbours.colleagues().entrySet()) {
                for (ServiceApport apport : classe.getValue().services()) {
                    if (apport.person().equals(own.person())) {
                        ClasseDigest digest = classe.getValue();
                        parts.add(new ClasseLoad(classe.getKey(), digest.label(), apport.weekly()));
                        service = service == 0 ? apport.service() : service;
                    }
                }
            }
            parts.sort(java.util.Comparator.comparing(ClasseLoad::label));
            loads.add(
                    new ServiceLoad(
                            new PersonId(own.person()),
                            parts.stream().mapToInt(ClasseLoad::weekly).sum(),
                            service == 0 ? usual : service,
                            parts));
        }
        return loads;
    }

    private static Map<String, Integer> coInterventions(ClassePlan plan) {
        Map<String, Integer> minutes = new TreeMap<>();
        for (CoIntervention coIntervention : plan.coInterventions()) {
            String discipline = coIntervention.discipline();
            if (discipline != null) {
                minutes.merge(discipline, coIntervention.minutes(), Integer::sum);
            }
        }
        return minutes;
    }
}
