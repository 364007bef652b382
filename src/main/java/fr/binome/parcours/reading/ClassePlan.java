package fr.binome.parcours.reading;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.board.Value;
import fr.binome.parcours.ChefDOeuvre;
import fr.binome.parcours.ChefDOeuvreFields;
import fr.binome.parcours.Classe;
import fr.binome.parcours.ClasseFacts;
import fr.binome.parcours.CoIntervention;
import fr.binome.parcours.CoInterventionFields;
import fr.binome.parcours.Equipe;
import fr.binome.parcours.Inside;
import fr.binome.parcours.Pfmp;
import fr.binome.parcours.PfmpFields;
import fr.binome.parcours.TableauCommun;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A class as all rules read it, once for all of them.
 *
 * @param pfmps by their start, those without weeks last
 * @param setAside by the id of the finding
 */
public record ClassePlan(
        BoardId board,
        String label,
        ClasseFacts facts,
        Programme programme,
        Equipe equipe,
        List<SituationReading> situations,
        List<Pfmp> pfmps,
        List<Fenetre> fenetres,
        List<CoIntervention> coInterventions,
        List<ChefDOeuvre> chefsDOeuvre,
        Map<String, SetAside> setAside) {
    /** An assessment window with its weeks. */
    public record Fenetre(EntityId id, Value.Period weeks) {}

    /** Who has set a finding aside, why and when. */
    public record SetAside(EntityId id, String reason, PersonId by, LocalDate on) {
        static @Nullable SetAside in(Entity entity) {
            String by = entity.word(Classe.ECARTE_PAR);
            LocalDate on = entity.day(Classe.ECARTE_LE);
            return by == null || on == null
                    ? null
                    : new SetAside(
                            entity.id(),
                            entity.text(Classe.ECARTE_RAISON).plain().strip(),
                            new PersonId(by),
                            on);
        }
    }

    public static ClassePlan in(
            Board board, Entity root, Programmes programmes, SituationMemory memory) {
        Inside inside = Inside.of(board, root.id());
        ClasseFacts facts = ClasseFacts.in(root, inside);
        Programme programme = memory.programme(programmes.of(facts), TableauCommun.in(inside));
        return new ClassePlan(
                board.id(),
                root.text(Classe.LABEL).plain().strip(),
                facts,
                programme,
                Equipe.in(inside),
                memory.read(
                        board, inside.all(fr.binome.parcours.SituationFields.SITUATION), programme),
                inside.all(PfmpFields.PFMP).stream()
                        .map(pfmp -> Pfmp.in(board, pfmp))
                        .sorted(Comparator.comparing(ClassePlan::start))
                        .toList(),
                inside.all(PfmpFields.FENETRE).stream()
                        .map(ClassePlan::fenetre)
                        .filter(Objects::nonNull)
                        .toList(),
                inside.all(CoInterventionFields.CO_INTERVENTION).stream()
                        .map(entity -> CoIntervention.in(board, entity))
                        .toList(),
                inside.all(ChefDOeuvreFields.CHEF_D_OEUVRE).stream()
                        .map(entity -> ChefDOeuvre.in(board, entity))
                        .toList(),
                setAside(inside.all(Classe.ECARTE)));
    }

    private static LocalDate start(Pfmp pfmp) {
        Value.Period weeks = pfmp.weeks();
        return weeks == null ? LocalDate.MAX : weeks.start();
    }

    private static @Nullable Fenetre fenetre(Entity entity) {
        Value.Period weeks = entity.period(PfmpFields.FENETRE_WEEKS);
        return weeks == null ? null : new Fenetre(entity.id(), weeks);
    }

    private static Map<String, SetAside> setAside(List<Entity> entities) {
        Map<String, SetAside> found = new HashMap<>();
        for (Entity entity : entities) {
            String finding = entity.word(Classe.ECARTE_CONSTAT);
            SetAside setAside = SetAside.in(entity);
            if (finding != null && setAside != null) {
                found.put(finding, setAside);
            }
        }
        return found;
    }

    public EntityId root() {
        return EntityId.rootOf(board);
    }
}
