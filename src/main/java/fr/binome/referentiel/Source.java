package fr.binome.referentiel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One file being loaded: notes its faults, what it defines and what it refers to. */
final class Source {
    private final String file;
    private final List<DataFault> faults;
    private final Map<String, String> defined;
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Integer> here = new HashMap<>();

    private record Reference(String id, int line) {}

    /**
     * A file among several.
     *
     * @param faults receives what is wrong
     * @param defined where each id of all files stands; two référentiels may share a bloc, one file
     *     may not repeat it
     */
    Source(String file, List<DataFault> faults, Map<String, String> defined) {
        this.file = file;
        this.faults = faults;
        this.defined = defined;
    }

    void note(int line, String fault) {
        faults.add(new DataFault(file, line, fault));
    }

    void define(String id, int line) {
        Integer before = here.putIfAbsent(id, line);
        if (before != null) {
            note(line, "the id " + id + " stands on line " + before + " already");
        }
        defined.putIfAbsent(id, file + ":" + line);
    }

    void refer(String id, int line) {
        references.add(new Reference(id, line));
    }

    /** To be asked once all files are loaded. */
    void noteUnknownReferences() {
        for (Reference reference : references) {
            if (!defined.containsKey(reference.id)) {
                note(reference.line, "nothing has the id " + reference.id);
            }
        }
    }
}
