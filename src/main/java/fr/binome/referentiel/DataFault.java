package fr.binome.referentiel;

/**
 * Something wrong in a file of data.
 *
 * @param line from 1
 */
public record DataFault(String file, int line, String fault) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + fault;
    }
}
