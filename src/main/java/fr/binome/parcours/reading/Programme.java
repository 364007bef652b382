package fr.binome.parcours.reading;

import fr.binome.parcours.ClasseFacts;
import fr.binome.parcours.Etape;
import fr.binome.referentiel.Bloc;
import fr.binome.referentiel.Competence;
import fr.binome.referentiel.FamilleSeconde;
import fr.binome.referentiel.Referentiel;
import fr.binome.referentiel.Referentiels;
import fr.binome.referentiel.VolumeAnnuel;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the référentiels ask of a class that prepares some specialties in one year. */
public final class Programme {
    private final List<Referentiel> referentiels;
    private final boolean seconde;
    private final Set<String> counted;
    private final Map<String, Bloc> blocs;
    private final Map<String, String> blocOf;
    private final Map<String, Map<String, List<String>>> maps = new HashMap<>();
    private final Map<String, Set<String>> prepares = new LinkedHashMap<>();
    private final Set<String> decouverte;
    private final Set<String> labels;
    private final Set<String> communeLabels = new HashSet<>();
    private final Set<String> horsTableau = new LinkedHashSet<>();
    private final @Nullable VolumeAnnuel volume;

    Programme(Referentiels all, ClasseFacts facts) {
        referentiels =
                all.referentiels().stream()
                        .filter(referentiel -> facts.specialites().contains(referentiel.id()))
                        .toList();
        seconde = facts.isSeconde();
        counted = seconde ? all.communes() : all.competencesOf(facts.specialites());
        volume =
                referentiels.isEmpty()
                        ? null
                        : referentiels.getFirst().volumes().get(facts.year().word());
        blocs = new LinkedHashMap<>();
        blocOf = new HashMap<>();
        decouverte = new HashSet<>();
        labels = new HashSet<>();
        referentiels.forEach(referentiel -> referentiel.blocs().forEach(this::add));
        if (seconde) {
            all.familleSeconde().competences().forEach(this::add);
        }
    }

    /** The same with another table of common competences. */
    private Programme(Programme given, List<FamilleSeconde.Commune> tableau) {
        referentiels = given.referentiels;
        seconde = true;
        counted = new LinkedHashSet<>();
        volume = given.volume;
        blocs = given.blocs;
        blocOf = given.blocOf;
        decouverte = given.decouverte;
        labels = given.labels;
        tableau.forEach(this::add);
        counted.addAll(prepares.keySet());
        horsTableau.addAll(blocOf.keySet());
        prepares.values().forEach(horsTableau::removeAll);
    }

    /** With the table that a team of seconde has made its own; the same in another year (D-55). */
    Programme with(List<FamilleSeconde.Commune> tableau) {
        return seconde ? new Programme(this, tableau) : this;
    }

    private void add(Bloc bloc) {
        blocs.put(bloc.id(), bloc);
        label(bloc.label());
        label(bloc.tableLabel());
        for (Competence competence : bloc.competences()) {
            blocOf.put(competence.id(), bloc.id());
            label(competence.label());
            if (competence.seconde().equals("decouverte")) {
                decouverte.add(competence.id());
            }
        }
    }

    private void add(FamilleSeconde.Commune commune) {
        maps.put(commune.id(), commune.maps());
        communeLabels.add(normal(commune.label()));
        Set<String> prepared = new LinkedHashSet<>();
        for (Referentiel referentiel : referentiels) {
            prepared.addAll(commune.maps().getOrDefault(referentiel.id(), List.of()));
        }
        prepares.put(commune.id(), prepared);
    }

    private void label(String label) {
        labels.add(normal(label));
    }

    /** Without accents, case, punctuation and double spaces. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    /** Whether a title only names a bloc or a competence (D-17). */
    boolean isALabel(String title) {
        String normal = normal(title);
        return normal.matches("bloc ?\\d.*")
                || labels.contains(normal)
                || !normal.isEmpty() && communeLabels.contains(normal);
    }

    /**
     * The competences that must each be worked in the year: the common ones in seconde, those of
     * the specialty afterwards (D-21, D-48).
     */
    public Set<String> counted() {
        return counted;
    }

    /** The blocs of its specialties, each once. */
    public Collection<Bloc> blocs() {
        return blocs.values();
    }

    /** The competences of one of its specialties, in the order of its blocs. */
    public List<String> competencesOf(String specialite) {
        return referentiels.stream()
                .filter(referentiel -> referentiel.id().equals(specialite))
                .flatMap(referentiel -> referentiel.blocs().stream())
                .flatMap(bloc -> bloc.competences().stream())
                .map(Competence::id)
                .toList();
    }

    /** The bloc of a competence of a specialty; null for a common one. */
    public @Nullable String blocOf(String competence) {
        return blocOf.get(competence);
    }

    String numberOf(String bloc) {
        Bloc found = blocs.get(bloc);
        return found == null ? bloc : found.number();
    }

    /**
     * The blocs of an étape: those of the specialties' competences it names; where it names only
     * common ones, those that these prepare in the univers of the situation (D-57).
     */
    public Set<String> blocsOf(Etape etape, @Nullable String univers) {
        Set<String> found = new LinkedHashSet<>();
        for (String competence : etape.competences()) {
            String bloc = blocOf.get(competence);
            if (bloc != null) {
                found.add(bloc);
            }
        }
        if (found.isEmpty()) {
            for (String competence : etape.competences()) {
                for (String prepared : prepared(competence, univers)) {
                    String bloc = blocOf.get(prepared);
                    if (bloc != null) {
                        found.add(bloc);
                    }
                }
            }
        }
        return found;
    }

    private Collection<String> prepared(String commune, @Nullable String univers) {
        return univers == null
                ? prepares.getOrDefault(commune, Set.of())
                : maps.getOrDefault(commune, Map.of()).getOrDefault(univers, List.of());
    }

    /**
     * The specialties' competences for which others count in seconde: those that the common ones
     * prepare in any diploma, and those of discovery (D-50).
     */
    Set<String> preparedBy(Set<String> competences) {
        Set<String> found = new LinkedHashSet<>();
        if (seconde) {
            for (String competence : competences) {
                found.addAll(prepares.getOrDefault(competence, Set.of()));
                if (decouverte.contains(competence)) {
                    found.add(competence);
                }
            }
        }
        return found;
    }

    /** Whether a competence is never required in seconde. */
    boolean isDecouverte(String competence) {
        return decouverte.contains(competence);
    }

    /**
     * The competences of the specialties that no line of the team's own table prepares: in seconde
     * nothing common works them, so that they are not asked for. None with the given table, which
     * leads to all but those of discovery.
     */
    Set<String> horsTableau() {
        return horsTableau;
    }

    /** The hours of the arrêté; null for a class without a specialty. */
    public @Nullable VolumeAnnuel volume() {
        return volume;
    }
}
