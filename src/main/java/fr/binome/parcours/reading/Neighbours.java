package fr.binome.parcours.reading;

import fr.binome.apport.ClasseDigest;
import fr.binome.apport.Lien;
import fr.binome.apport.ServiceApport;
import fr.binome.apport.SituationApport;
import fr.binome.board.BoardId;
import fr.binome.board.Digest;
import fr.binome.parcours.CycleYear;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes that one class is read with: those of its parcours this year, those its students come
 * from, those of its teachers.
 *
 * @param parcours by specialty, the linked classes of the same school year that prepare it, this
 *     one included; a link counts in both directions
 * @param promotion where the students of the class were before, newest first
 * @param colleagues every class of the same school year with one of the same binôme
 */
public record Neighbours(
        BoardId self,
        ClasseDigest own,
        Map<String, Map<BoardId, ClasseDigest>> parcours,
        Map<BoardId, ClasseDigest> promotion,
        Map<BoardId, ClasseDigest> colleagues) {
    public static Neighbours of(BoardId self, ClasseDigest own, Map<BoardId, Digest> others) {
        Map<BoardId, ClasseDigest> all = new HashMap<>();
        others.forEach(
                (board, digest) -> {
                    if (digest instanceof ClasseDigest classe) {
                        all.put(board, classe);
                    }
                });
        all.put(self, own);
        Map<BoardId, Set<BoardId>> links = links(all);
        Map<String, Map<BoardId, ClasseDigest>> parcours = new LinkedHashMap<>();
        for (String specialite : own.specialites()) {
            parcours.put(specialite, reach(self, specialite, links, all));
        }
        return new Neighbours(self, own, parcours, before(own, all), colleagues(own, all));
    }

    /** Every class of the parcours and of the promotion, this one included. */
    public Map<BoardId, ClasseDigest> all() {
        Map<BoardId, ClasseDigest> all = new LinkedHashMap<>(promotion);
        parcours.values().forEach(all::putAll);
        all.put(self, own);
        return all;
    }

    private static Map<BoardId, Set<BoardId>> links(Map<BoardId, ClasseDigest> all) {
        Map<BoardId, Set<BoardId>> links = new HashMap<>();
        all.forEach(
                (board, digest) -> {
                    for (BoardId other : linked(digest, "parcours")) {
                        ClasseDigest there = all.get(other);
                        if (there != null && there.rentree() == digest.rentree()) {
                            links.computeIfAbsent(board, id -> new LinkedHashSet<>()).add(other);
                            links.computeIfAbsent(other, id -> new LinkedHashSet<>()).add(board);
                        }
                    }
                });
        return links;
    }

    private static List<BoardId> linked(ClasseDigest digest, String nature) {
        List<BoardId> boards = new ArrayList<>();
        for (Lien lien : digest.liens()) {
            if (lien.nature().equals(nature) && BoardId.isValid(lien.board())) {
                boards.add(new BoardId(lien.board()));
            }
        }
        return boards;
    }

    private static Map<BoardId, ClasseDigest> reach(
            BoardId from,
            String specialite,
            Map<BoardId, Set<BoardId>> links,
            Map<BoardId, ClasseDigest> all) {
        Map<BoardId, ClasseDigest> reached = new LinkedHashMap<>();
        Deque<BoardId> todo = new ArrayDeque<>(List.of(from));
        while (!todo.isEmpty()) {
            BoardId board = todo.removeFirst();
            ClasseDigest digest = all.get(board);
            if (digest != null
                    && digest.specialites().contains(specialite)
                    && reached.putIfAbsent(board, digest) == null) {
                todo.addAll(links.getOrDefault(board, Set.of()));
            }
        }
        return reached;
    }

    private static Map<BoardId, ClasseDigest> before(
            ClasseDigest own, Map<BoardId, ClasseDigest> all) {
        Map<BoardId, ClasseDigest> before = new LinkedHashMap<>();
        Deque<ClasseDigest> todo = new ArrayDeque<>(List.of(own));
        while (!todo.isEmpty()) {
            ClasseDigest digest = todo.removeFirst();
            for (BoardId board : linked(digest, "promotion")) {
                ClasseDigest earlier = all.get(board);
                if (earlier != null
                        && earlier.rentree() < digest.rentree()
                        && before.putIfAbsent(board, earlier) == null) {
                    todo.add(earlier);
                }
            }
        }
        return before;
    }

    private static Map<BoardId, ClasseDigest> colleagues(
            ClasseDigest own, Map<BoardId, ClasseDigest> all) {
        Map<BoardId, ClasseDigest> colleagues = new LinkedHashMap<>();
        all.forEach(
                (board, digest) -> {
                    if (digest.rentree() == own.rentree() && shares(own, digest)) {
                        colleagues.put(board, digest);
                    }
                });
        return colleagues;
    }

    private static boolean shares(ClasseDigest own, ClasseDigest other) {
        Set<String> persons = new HashSet<>();
        own.services().forEach(service -> persons.add(service.person()));
        return other.services().stream().map(ServiceApport::person).anyMatch(persons::contains);
    }

    /** Whether a new digest of another class may change what is read here. */
    public boolean concerns(BoardId other, ClasseDigest digest) {
        Set<BoardId> known = all().keySet();
        return known.contains(other)
                || colleagues.containsKey(other)
                || digest.rentree() == own.rentree() && shares(own, digest)
                || linked(digest, "parcours").stream().anyMatch(known::contains)
                || own.liens().stream().anyMatch(lien -> lien.board().equals(other.value()));
    }

    /** An earlier situation that somebody builds on, with its class. */
    public record Known(BoardId board, ClasseDigest classe, SituationApport situation) {
        CycleYear year() {
            return CycleYear.of(classe.year());
        }
    }

    /** The situation that a reference names, in this class or one it is read with; else null. */
    public @Nullable Known situation(String reference) {
        int slash = reference.indexOf('/');
        if (slash < 0 || !BoardId.isValid(reference.substring(0, slash))) {
            return null;
        }
        BoardId board = new BoardId(reference.substring(0, slash));
        ClasseDigest classe = all().get(board);
        if (classe != null) {
            String id = reference.substring(slash + 1);
            for (SituationApport situation : classe.situations()) {
                if (situation.id().equals(id)) {
                    return new Known(board, classe, situation);
                }
            }
        }
        return null;
    }
}
