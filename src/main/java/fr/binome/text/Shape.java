package fr.binome.text;

/** How much form a text may have. */
public enum Shape {
    /** One line: no attribute, no newline but the final one. */
    LINE,
    /** Paragraphs, headings, lists, bold, italic, links. */
    RICH
}
