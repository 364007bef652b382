package fr.binome.referentiel;

import com.fasterxml.jackson.core.JsonProcessingException;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All official lists that this server knows. */
public record Referentiels(List<Referentiel> referentiels, FamilleSeconde familleSeconde) {
    private static final List<String> SPECIALITES = List.of("ma", "mcv-a", "mcv-b");
    private static final Set<String> YEARS = Set.of("seconde", "premiere", "terminale");

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
        List<DataFault> faults = new ArrayList<>();
        Map<String, String> defined = new HashMap<>();
        List<Source> sources = new ArrayList<>();
        List<Referentiel> loaded = new ArrayList<>();
        for (String specialite : SPECIALITES) {
            load(files, specialite + ".json", faults, defined, sources, Referentiels::referentiel)
                    .forEach(loaded::add);
        }
        List<FamilleSeconde> famille =
                load(
                        files,
                        "famille-seconde.json",
                        faults,
                        defined,
                        sources,
                        Referentiels::famille);
        sources.forEach(Source::noteUnknownReferences);
        if (!faults.isEmpty()) {
            throw new DataFaults(faults);
        }
        return new Referentiels(List.copyOf(loaded), famille.getFirst());
    }

    private static <T> List<T> load(
            Files files,
            String name,
            List<DataFault> faults,
            Map<String, String> defined,
            List<Source> sources,
            Function<Element, T> read)
            throws IOException {
        Source source = new Source(name, faults, defined);
        sources.add(source);
        try {
            return List.of(read.apply(new Element(Located.read(files.read(name)), source)));
        } catch (JsonProcessingException e) {
            source.note(e.getLocation().getLineNr(), "not JSON: " + e.getOriginalMessage());
            return List.of();
        }
    }

    private static Referentiel referentiel(Element file) {
        return new Referentiel(
                file.oneOf("id", Set.copyOf(SPECIALITES)),
                file.text("label"),
                file.text("shortLabel"),
                file.text("diploma"),
                file.text("version"),
                file.list("rapActivities", Referentiels::item),
                file.list("blocs", Referentiels::bloc));
    }

    private static Bloc bloc(Element bloc) {
        String label = bloc.text("label");
        return new Bloc(
                bloc.id(),
                bloc.oneOf("number", Set.of("1", "2", "3", "4A", "4B")),
                label,
                bloc.text("tableLabel", label),
                bloc.flag("verified"),
                bloc.list("competences", Referentiels::competence),
                bloc.list("savoirs", Referentiels::item),
                bloc.list("digitalTools", Referentiels::item));
    }

    private static Competence competence(Element competence) {
        List<String> years = competence.words("years", YEARS);
        return new Competence(
                competence.id(),
                competence.text("label"),
                competence.flag("verified"),
                years,
                competence.oneOf("seconde", Set.of("commune", "decouverte")),
                competence.list("subcompetences", Referentiels::item));
    }

    private static Item item(Element item) {
        return new Item(item.id(), item.text("label"), item.flag("verified"));
    }

    private static FamilleSeconde famille(Element file) {
        return new FamilleSeconde(
                file.text("label"),
                file.flag("verified"),
                file.list(
                        "competences",
                        commune ->
                                new FamilleSeconde.Commune(
                                        commune.id(),
                                        commune.text("label"),
                                        commune.flag("verified"),
                                        commune.references("maps"))));
    }

    /** The ids of the specialties: {@code ma}, {@code mcv-a}, {@code mcv-b}. */
    public Set<String> specialites() {
        return ids(referentiels.stream().map(Referentiel::id).toList());
    }

    public Set<String> rapActivities() {
        return ids(
                referentiels.stream()
                        .flatMap(referentiel -> referentiel.rapActivities().stream())
                        .map(Item::id)
                        .toList());
    }

    public Set<String> savoirs() {
        return items(Bloc::savoirs);
    }

    public Set<String> digitalTools() {
        return items(Bloc::digitalTools);
    }

    private Set<String> items(Function<Bloc, List<Item>> which) {
        return ids(
                referentiels.stream()
                        .flatMap(referentiel -> referentiel.blocs().stream())
                        .flatMap(bloc -> which.apply(bloc).stream())
                        .map(Item::id)
                        .toList());
    }

    /** All competences: of the specialties and common in seconde. */
    public Set<String> competences() {
        Set<String> all = new LinkedHashSet<>(communes());
        referentiels.forEach(referentiel -> all.addAll(competences(referentiel)));
        return all;
    }

    public Set<String> communes() {
        return ids(familleSeconde.competences().stream().map(FamilleSeconde.Commune::id).toList());
    }

    /** The competences of some specialties, without the common ones of seconde. */
    public Set<String> competencesOf(Collection<String> specialites) {
        Set<String> found = new LinkedHashSet<>();
        for (Referentiel referentiel : referentiels) {
            if (specialites.contains(referentiel.id())) {
                found.addAll(competences(referentiel));
            }
        }
        return found;
    }

    private static List<String> competences(Referentiel referentiel) {
        return referentiel.blocs().stream()
                .flatMap(bloc -> bloc.competences().stream())
                .map(Competence::id)
                .toList();
    }

    private static Set<String> ids(List<String> ids) {
        return new LinkedHashSet<>(ids);
    }
}
