package fr.binome.referentiel;

/**
 * One line of a list.
 *
 * @param verified whether the wording was read in the official text; screens mark what was not
 */
public record Item(String id, String label, boolean verified) {
    static Item of(Element item) {
        return new Item(item.id(), item.text("label"), item.flag("verified"));
    }
}
