package fr.binome.parcours.reading;

import fr.binome.apport.Apport;
import fr.binome.apport.Attente;
import fr.binome.apport.ClasseDigest;
import fr.binome.apport.Lien;
import fr.binome.apport.PfmpApport;
import fr.binome.apport.Semaines;
import fr.binome.apport.ServiceApport;
import fr.binome.apport.SituationApport;
import fr.binome.board.Board;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Value;
import fr.binome.parcours.Classe;
import fr.binome.parcours.CommentaireFields;
import fr.binome.parcours.Complexite;
import fr.binome.parcours.Equipe;
import fr.binome.parcours.Pfmp;
import fr.binome.parcours.Situation;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes what a class tells others, from what was read of it. */
public final class Digesting {
    private Digesting() {}

    public static ClasseDigest of(
            Board board,
            ClassePlan plan,
            Coverage coverage,
            SchoolWeeks weeks,
            List<ServiceApport> services,
            LocalDate today) {
        SchoolWeeks.Week last = weeks.last();
        return new ClasseDigest(
                plan.label(),
                plan.facts().year().word(),
                plan.facts().rentree(),
                List.copyOf(plan.facts().specialites()),
                members(board),
                liens(board),
                apports(coverage),
                plan.situations().stream().map(Digesting::situation).toList(),
                attentes(board, plan, today),
                services,
                new PfmpApport(
                        plan.pfmps().stream().mapToInt(Pfmp::count).sum(),
                        plan.facts().pfmpPlanifiees(),
                        periods(plan.pfmps())),
                List.copyOf(plan.programme().horsTableau()),
                last == null ? null : last.monday().toString());
    }

    private static Map<String, String> members(Board board) {
        Map<String, String> members = new TreeMap<>();
        Classe.ACCES
                .persons(board)
                .forEach(
                        person -> {
                            fr.binome.board.Role role = Classe.ACCES.of(board, person);
                            if (role != null) {
                                members.put(person.value(), role.word());
                            }
                        });
        return members;
    }

    private static List<Lien> liens(Board board) {
        List<Lien> liens = new ArrayList<>();
        for (Entity lien : board.children(board.rootId(), Classe.LIEN)) {
            String other = lien.word(Classe.LIEN_CLASSE);
            String nature = lien.word(Classe.LIEN_NATURE);
            if (other != null && nature != null) {
                liens.add(new Lien(other, nature));
            }
        }
        return liens;
    }

    private static List<Apport> apports(Coverage coverage) {
        List<Apport> apports = new ArrayList<>();
        for (var cells : List.of(coverage.cells(), coverage.prepared())) {
            cells.forEach(
                    (competence, cell) ->
                            apports.add(
                                    new Apport(
                                            competence,
                                            cell.count(),
                                            cell.minutes(),
                                            word(cell.complexite()),
                                            cell.drafts(),
                                            cell.situations().stream()
                                                    .map(EntityId::value)
                                                    .toList())));
        }
        return apports;
    }

    private static SituationApport situation(SituationReading reading) {
        Situation situation = reading.situation();
        Value.Period weeks = situation.weeks();
        return new SituationApport(
                situation.id().value(),
                situation.titre(),
                word(situation.complexite()),
                situation.contexte().type(),
                situation.contexte().perimetre(),
                situation.contexte().nature(),
                situation.acquis().reinvestit(),
                weeks == null ? null : weeks.start().toString(),
                weeks == null ? null : weeks.end().toString(),
                situation.isReady());
    }

    private static List<Semaines> periods(List<Pfmp> pfmps) {
        List<Semaines> periods = new ArrayList<>();
        for (Pfmp pfmp : pfmps) {
            Value.Period weeks = pfmp.weeks();
            if (weeks != null) {
                periods.add(new Semaines(weeks.start().toString(), weeks.end().toString()));
            }
        }
        return periods;
    }

    private static List<Attente> attentes(Board board, ClassePlan plan, LocalDate today) {
        Equipe.Binome binome = plan.equipe().on(today);
        Set<PersonId> binomes = new LinkedHashSet<>();
        if (binome != null) {
            binomes.addAll(binome.members());
        }
        Set<PersonId> persons = new LinkedHashSet<>(binomes);
        plan.situations().forEach(reading -> persons.addAll(mentioned(reading.situation())));
        Map<EntityId, List<String>> commented = new HashMap<>();
        plan.situations()
                .forEach(
                        reading -> {
                            Situation situation = reading.situation();
                            commented.put(situation.id(), commented(board, situation));
                        });
        List<Attente> attentes = new ArrayList<>();
        for (PersonId person : persons) {
            for (SituationReading reading : plan.situations()) {
                Situation situation = reading.situation();
                Attente attente =
                        attente(
                                person,
                                binomes.contains(person),
                                situation,
                                commented.getOrDefault(situation.id(), List.of()));
                if (attente.accord()
                        || attente.propositions() > 0
                        || attente.mention()
                        || attente.commentaires() > 0) {
                    attentes.add(attente);
                }
            }
        }
        return attentes;
    }

    /** Whom it calls; once its bilan is written there is nothing left to answer. */
    private static Set<PersonId> mentioned(Situation situation) {
        return situation.status() == Situation.Status.BILAN ? Set.of() : situation.mentioned();
    }

    /** Who has said something of it that has no answer yet. */
    private static List<String> commented(Board board, Situation situation) {
        List<String> authors = new ArrayList<>();
        if (situation.status() != Situation.Status.BILAN) {
            for (Entity said : board.children(situation.id(), CommentaireFields.COMMENTAIRE)) {
                String author = said.word(CommentaireFields.AUTEUR);
                if (author != null
                        && board.children(said.id(), CommentaireFields.SUITE).isEmpty()) {
                    authors.add(author);
                }
            }
        }
        return authors;
    }

    private static Attente attente(
            PersonId person, boolean isOfBinome, Situation situation, List<String> commented) {
        Set<PersonId> accords = situation.marks().accords();
        long proposed =
                situation.etapes().stream()
                        .filter(
                                etape ->
                                        etape.proposants().stream()
                                                .anyMatch(other -> !other.equals(person)))
                        .count();
        return new Attente(
                person.value(),
                situation.id().value(),
                situation.titre(),
                isOfBinome
                        && !situation.isReady()
                        && !accords.isEmpty()
                        && !accords.contains(person),
                isOfBinome ? (int) proposed : 0,
                mentioned(situation).contains(person),
                isOfBinome
                        ? (int)
                                commented.stream()
                                        .filter(author -> !author.equals(person.value()))
                                        .count()
                        : 0);
    }

    private static @Nullable String word(@Nullable Complexite complexite) {
        return complexite == null ? null : complexite.word();
    }
}
