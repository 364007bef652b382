package fr.binome.parcours;

import fr.binome.board.BoardId;
import fr.binome.board.Change;
import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.Field.Register;
import fr.binome.board.KernelCommand;
import fr.binome.board.Kind;
import fr.binome.board.PersonId;
import fr.binome.board.Rank;
import fr.binome.board.Role;
import fr.binome.board.Value;
import fr.binome.text.Delta;
import fr.binome.text.DeltaBuilder;
import fr.binome.text.TextRules;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What makes a new class true: its own entity, its specialties, X as its responsable.
 *
 * @param rentree the calendar year in which the school year starts
 * @param specialites one or more of the référentiels
 */
public record Foundation(
        BoardId board,
        String label,
        String year,
        int rentree,
        List<String> specialites,
        PersonId x) {
    private static final Rank ONLY = Rank.between(null, null);

    public Foundation {
        specialites = List.copyOf(specialites);
    }

    /** Why it cannot be, as a word; null when it can. */
    public @Nullable String fault() {
        if (label.isBlank()
                || TextRules.documentFault(
                                document(), Classe.LABEL.shape(), Classe.LABEL.maxLength())
                        != null) {
            return "label";
        }
        if (!List.of("seconde", "premiere", "terminale").contains(year)) {
            return "year";
        }
        if (rentree < 2019 || rentree > 2099) {
            return "rentree";
        }
        boolean known =
                List.of("ma", "mcv-a", "mcv-b").containsAll(specialites)
                        && Set.copyOf(specialites).size() == specialites.size();
        boolean enough = year.equals("seconde") ? !specialites.isEmpty() : specialites.size() == 1;
        return known && enough ? null : "specialites";
    }

    private Delta document() {
        return new DeltaBuilder().insert(label.strip() + "\n").build();
    }

    /** The changes of the first commit. */
    public List<Change> changes(String binomeId) {
        EntityId root = EntityId.rootOf(board);
        List<Change> changes = new ArrayList<>();
        changes.add(
                new Change.Put(
                        Classe.CLASSE,
                        root,
                        root,
                        ONLY,
                        Map.of(
                                Classe.LABEL.name(),
                                new Content.Prose(document()),
                                Classe.YEAR.name(),
                                new Value.Word(year),
                                Classe.RENTREE.name(),
                                new Value.Whole(rentree))));
        for (String specialite : specialites) {
            changes.add(member(root, Classe.SPECIALITE, specialite, Map.of()));
        }
        changes.add(
                member(root, Classe.ACCES.kind(), x.value(), Classe.ACCES.of(Role.RESPONSABLE)));
        changes.add(
                new Change.Put(
                        EquipeFields.BINOME,
                        new EntityId(binomeId),
                        root,
                        ONLY,
                        Map.of(
                                EquipeFields.X.name(),
                                new Value.Word(x.value()),
                                EquipeFields.FROM.name(),
                                new Value.Day(LocalDate.of(rentree, 9, 1)))));
        return changes;
    }

    private static Change member(
            EntityId root, Kind kind, String target, Map<String, Content> fields) {
        return new Change.Put(kind, EntityId.member(root, kind, target), root, ONLY, fields);
    }

    /**
     * What a colleague who takes the place of Y is given: to write, and the place in the binôme.
     * From whom another held it before that day it passes on then: a new binôme begins, so that
     * what was taught earlier stays attributed (D-07).
     *
     * @param today the first day of a binôme that begins
     * @param fresh its id
     */
    public static List<KernelCommand> welcomeY(
            fr.binome.board.Board classe, PersonId y, LocalDate today, EntityId fresh) {
        List<KernelCommand> commands =
                new ArrayList<>(Classe.ACCES.atLeast(classe, y, Role.ECRITURE));
        List<fr.binome.board.Entity> binomes =
                classe.children(classe.rootId(), EquipeFields.BINOME);
        if (!binomes.isEmpty()) {
            commands.addAll(inPlaceOfY(binomes.getLast(), new Value.Word(y.value()), today, fresh));
        }
        return commands;
    }

    /**
     * What a colleague of the class team is given: to read and to comment (D-56), and the
     * discipline that they teach, beside the one they had.
     */
    public static List<KernelCommand> welcomeEnseignant(
            fr.binome.board.Board classe, PersonId person, String discipline) {
        List<KernelCommand> commands =
                new ArrayList<>(Classe.ACCES.atLeast(classe, person, Role.COMMENTAIRE));
        EntityId root = classe.rootId();
        EntityId member = EntityId.member(root, EquipeFields.ENSEIGNANT, person.value());
        fr.binome.board.Entity known = classe.live(member);
        Value.Word taught = new Value.Word(discipline);
        if (known == null) {
            commands.add(
                    new KernelCommand.Create(
                            EquipeFields.ENSEIGNANT.name(),
                            member,
                            root,
                            null,
                            Map.of(EquipeFields.DISCIPLINE.name(), taught)));
            return commands;
        }
        List<Register> places = List.of(EquipeFields.DISCIPLINE, EquipeFields.AUTRE_DISCIPLINE);
        if (places.stream().noneMatch(place -> taught.equals(known.value(place)))) {
            places.stream()
                    .filter(place -> known.value(place) == null)
                    .findFirst()
                    .ifPresent(
                            free ->
                                    commands.add(
                                            new KernelCommand.SetField(
                                                    member, free.name(), taught)));
        }
        return commands;
    }

    private static List<KernelCommand> inPlaceOfY(
            fr.binome.board.Entity binome, Value.Word y, LocalDate today, EntityId fresh) {
        Value before = binome.value(EquipeFields.Y);
        LocalDate from = binome.day(EquipeFields.FROM);
        if (before == null || before.equals(y) || from == null || !from.isBefore(today)) {
            return List.of(new KernelCommand.SetField(binome.id(), EquipeFields.Y.name(), y));
        }
        Map<String, Content> fields = new TreeMap<>();
        for (Register kept :
                List.of(
                        EquipeFields.X,
                        EquipeFields.HOURS_X,
                        EquipeFields.HOURS_Y,
                        EquipeFields.ECO_DROIT)) {
            Value value = binome.value(kept);
            if (value != null) {
                fields.put(kept.name(), value);
            }
        }
        fields.put(EquipeFields.Y.name(), y);
        fields.put(EquipeFields.FROM.name(), new Value.Day(today));
        return List.of(
                new KernelCommand.SetField(
                        binome.id(), EquipeFields.TO.name(), new Value.Day(today.minusDays(1))),
                new KernelCommand.Create(
                        EquipeFields.BINOME.name(), fresh, binome.in(), binome.id(), fields));
    }
}
