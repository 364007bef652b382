package fr.binome.text;

/** Why a delta cannot be accepted; {@link #word} names it on the wire and in the specification. */
public enum TextFault {
    /** It reaches beyond the end of the text. */
    PAST_END("pastEnd"),
    /** It cuts a surrogate pair, or inserts half of one. */
    CUT_SURROGATE("cutSurrogate"),
    /** The text would not end in exactly one newline of its own. */
    LOST_FINAL_NEWLINE("lostFinalNewline"),
    UNKNOWN_ATTRIBUTE("unknownAttribute"),
    /** An attribute with a value that is not one of its own. */
    ATTRIBUTE_VALUE("attributeValue"),
    /** A link that is neither http, https, mailto nor tel. */
    LINK_SCHEME("linkScheme"),
    /** A form of characters on a newline, or a form of lines on characters. */
    MISPLACED_ATTRIBUTE("misplacedAttribute"),
    /** A control character, a line or paragraph separator. */
    CONTROL("control"),
    /** A newline in a text of one line. */
    LINE_BREAK("lineBreak"),
    /** An attribute in a text of one line. */
    ATTRIBUTE_IN_LINE("attributeInLine"),
    /** More at once, or more in the field, than may be. */
    TOO_LONG("tooLong"),
    /** Too many changes of form in one text. */
    TOO_MANY_RUNS("tooManyRuns"),
    /** Not in canonical form. */
    NOT_CANONICAL("notCanonical"),
    /** Not a whole document. */
    NOT_A_DOCUMENT("notADocument");

    private final String word;

    TextFault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
