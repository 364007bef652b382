package fr.binome.referentiel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All official lists, rules and school calendars that this server knows. */
public record Referentiels(
        List<Referentiel> referentiels,
        FamilleSeconde familleSeconde,
        List<Discipline> disciplines,
        List<Ruleset> rulesets,
        Map<String, Regle> regles,
        Parametres parametres,
        List<Calendrier> calendriers) {
    /** The ruleset of a class that names none: that of the document we start from. */
    public static final String DEFAULT_RULESET = "seed-2019";

    static final List<String> SPECIALITES = List.of("ma", "mcv-a", "mcv-b");
    static final Set<String> YEARS = Set.of("seconde", "premiere", "terminale");
    private static final List<String> CALENDRIERS = List.of("calendrier-2026-2027.json");

    /** Where the files are read from. */
    @FunctionalInterface
    public interface Files {
        byte[] read(String name) throws IOException;
    }

    /** The lists that come with the product. */
    public static Referentiels load() throws IOException, DataFaults {
        return load(
                name -> {
                    try (InputStream file =
                            Referentiels.class.getResourceAsStream("/referentiels/" + name)) {
                        if (file == null) {
                            throw new IOException("no file " + name);
                        }
                        return file.readAllBytes();
                    }
                });
    }

    /**
     * Loads and validates.
     *
     * @throws DataFaults with everything that is wrong, file and line
     */
    public static Referentiels load(Files files) throws IOException, DataFaults {
        Loading loading = new Loading(files);
        List<Referentiel> referentiels = new ArrayList<>();
        for (String specialite : SPECIALITES) {
            referentiels.addAll(loading.read(specialite + ".json", Referentiel::of));
        }
        var famille = loading.read("famille-seconde.json", FamilleSeconde::of);
        var disciplines =
                loading.read("disciplines.json", file -> file.list("disciplines", Discipline::of));
        Map<String, Regle> regles = new LinkedHashMap<>();
        Map<String, Element> rules = new LinkedHashMap<>();
        var rulesets =
                loading.read(
                        "pfmp.json",
                        file -> {
                            rules(file, regles, rules);
                            return file.list("rulesets", Ruleset::of);
                        });
        var parametres =
                loading.read(
                        "regles.json",
                        file -> {
                            rules(file, regles, rules);
                            return Parametres.of(rules, file);
                        });
        List<Calendrier> calendriers = new ArrayList<>();
        for (String calendrier : CALENDRIERS) {
            calendriers.addAll(loading.read(calendrier, Calendrier::of));
        }
        loading.done();
        return new Referentiels(
                List.copyOf(referentiels),
                famille.getFirst(),
                disciplines.getFirst(),
                rulesets.getFirst(),
                regles,
                parametres.getFirst(),
                List.copyOf(calendriers));
    }

    private static void rules(Element file, Map<String, Regle> regles, Map<String, Element> rules) {
        file.list(
                "rules",
                rule -> {
                    Regle regle = Regle.of(rule);
                    rules.put(regle.id(), rule);
                    return regles.put(regle.id(), regle) == null;
                });
    }

    /**
     * A rule by its id.
     *
     * @throws IllegalArgumentException when the data have none of that id
     */
    public Regle regle(String id) {
        Regle regle = regles.get(id);
        if (regle == null) {
            throw new IllegalArgumentException("no rule " + id);
        }
        return regle;
    }

    /** The ruleset of that id; the default one for a word that is none. */
    public Ruleset ruleset(@Nullable String id) {
        Ruleset otherwise = rulesets.getFirst();
        for (Ruleset ruleset : rulesets) {
            if (ruleset.id().equals(id)) {
                return ruleset;
            }
            otherwise = ruleset.id().equals(DEFAULT_RULESET) ? ruleset : otherwise;
        }
        return otherwise;
    }

    /** The calendar of the school year that starts in that calendar year; null when unknown. */
    public @Nullable Calendrier calendrier(int rentree) {
        return calendriers.stream()
                .filter(calendrier -> calendrier.rentree() == rentree)
                .findFirst()
                .orElse(null);
    }

    public @Nullable Discipline discipline(String id) {
        return disciplines.stream()
                .filter(discipline -> discipline.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The ids of the specialties: {@code ma}, {@code mcv-a}, {@code mcv-b}. */
    public Set<String> specialites() {
        return ids(referentiels.stream().map(Referentiel::id));
    }

    public Set<String> rapActivities() {
        return items(Referentiel::rapActivities);
    }

    public Set<String> visees() {
        return items(Referentiel::visees);
    }

    public Set<String> dimensions() {
        return items(Referentiel::relationDimensions);
    }

    public Set<String> savoirs() {
        return ids(blocs().flatMap(bloc -> bloc.savoirs().stream()).map(Item::id));
    }

    public Set<String> digitalTools() {
        return ids(blocs().flatMap(bloc -> bloc.digitalTools().stream()).map(Item::id));
    }

    public Set<String> mutations() {
        return ids(familleSeconde.mutations().stream().map(Item::id));
    }

    /** The exam units: U2, U31… */
    public Set<String> epreuves() {
        return ids(blocs().map(Bloc::epreuve));
    }

    public Set<String> disciplineIds() {
        return ids(disciplines.stream().map(Discipline::id));
    }

    /** What the programmes of general disciplines want a student to be able to do. */
    public Set<String> capacites() {
        return ids(
                disciplines.stream()
                        .flatMap(discipline -> discipline.capacites().stream())
                        .map(Item::id));
    }

    public Set<String> rulesetIds() {
        return ids(rulesets.stream().map(Ruleset::id));
    }

    private Set<String> items(Function<Referentiel, List<Item>> which) {
        return ids(referentiels.stream().flatMap(each -> which.apply(each).stream()).map(Item::id));
    }

    private Stream<Bloc> blocs() {
        return referentiels.stream().flatMap(referentiel -> referentiel.blocs().stream());
    }

    /** All competences: of the specialties and common in seconde. */
    public Set<String> competences() {
        Set<String> all = communes();
        all.addAll(competencesOf(specialites()));
        return all;
    }

    public Set<String> communes() {
        return ids(familleSeconde.competences().stream().map(FamilleSeconde.Commune::id));
    }

    /** The competences of some specialties, without the common ones of seconde. */
    public Set<String> competencesOf(Collection<String> specialites) {
        return ids(
                referentiels.stream()
                        .filter(referentiel -> specialites.contains(referentiel.id()))
                        .flatMap(referentiel -> referentiel.blocs().stream())
                        .flatMap(bloc -> bloc.competences().stream())
                        .map(Competence::id));
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(LinkedHashSet::new, Set::add, Set::addAll);
    }
}
