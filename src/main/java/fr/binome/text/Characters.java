package fr.binome.text;

import org.jspecify.annotations.Nullable;

/** Which characters a text may hold: whole code points, no control but the newline. */
final class Characters {
    private Characters() {}

    static @Nullable TextFault fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return TextFault.CUT_SURROGATE;
            } else if (c != '\n' && isControl(c)) {
                return TextFault.CONTROL;
            }
        }
        return null;
    }

    /**
     * C0, C1, the separators that some programs take for newlines, and the two that are never
     * characters.
     */
    private static boolean isControl(char c) {
        return c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c >= 0xfffe;
    }
}
