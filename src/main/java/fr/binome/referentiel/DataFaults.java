package fr.binome.referentiel;

import java.util.List;
import java.util.stream.Collectors;

/** The data cannot be used: every fault found, each with its file and line. */
public final class DataFaults extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<DataFault> faults;

    DataFaults(List<DataFault> faults) {
        super(
                faults.stream()
                        .map(DataFault::toString)
                        .collect(
                                Collectors.joining(
                                        "\n  ", "the référentiels have faults:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    public List<DataFault> faults() {
        return faults;
    }
}
