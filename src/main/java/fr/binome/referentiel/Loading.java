package fr.binome.referentiel;

import com.fasterxml.jackson.core.JsonProcessingException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads all files of data, going on after a fault so that all are told at once. */
final class Loading {
    private final Referentiels.Files files;
    private final List<DataFault> faults = new ArrayList<>();
    private final Map<String, String> defined = new HashMap<>();
    private final List<Source> sources = new ArrayList<>();

    Loading(Referentiels.Files files) {
        this.files = files;
    }

    /** What one file holds; empty when it is no JSON. */
    <T> List<T> read(String name, Function<Element, T> read) throws IOException {
        Source source = new Source(name, faults, defined);
        sources.add(source);
        try {
            return List.of(read.apply(new Element(Located.read(files.read(name)), source)));
        } catch (JsonProcessingException e) {
            source.note(e.getLocation().getLineNr(), "not JSON: " + e.getOriginalMessage());
            return List.of();
        }
    }

    /**
     * Once everything is read.
     *
     * @throws DataFaults with everything that is wrong, file and line
     */
    void done() throws DataFaults {
        sources.forEach(Source::noteUnknownReferences);
        if (!faults.isEmpty()) {
            throw new DataFaults(faults);
        }
    }
}
