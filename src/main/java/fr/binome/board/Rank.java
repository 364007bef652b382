package fr.binome.board;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * A place among siblings: a fraction between 0 and 1 written with the digits 0–9A–Za–z, so that
 * something can be put between any two without touching the others. Compared as plain strings.
 * Never ends in {@code 0}: two spellings of one fraction would leave no room between them.
 */
public record Rank(String value) implements Comparable<Rank> {
    /** Beyond this length the siblings are ranked anew. */
    static final int LONG = 24;

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();

    /** Digits counted in when something is put at an end, so that ends do not grow long. */
    private static final int STEP_DIGITS = 4;

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{0,99}[1-9A-Za-z]");

    public Rank {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a rank");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /**
     * A rank strictly between two others; null stands for the end of the list on that side.
     *
     * @throws IllegalArgumentException when {@code low} is not below {@code high}
     */
    public static Rank between(@Nullable Rank low, @Nullable Rank high) {
        if (low == null) {
            return high == null ? new Rank("V") : below(high);
        }
        if (high == null) {
            Rank stepped = step(low.value, 1);
            return stepped != null ? stepped : middle(low.value, "");
        }
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException("no rank between " + low + " and " + high);
        }
        return middle(low.value, high.value);
    }

    private static Rank below(Rank high) {
        Rank stepped = step(high.value, -1);
        return stepped != null && stepped.compareTo(high) < 0 ? stepped : middle("", high.value);
    }

    /** {@code count} ranks in order, evenly spread. */
    static Rank[] spread(int count) {
        Rank[] ranks = new Rank[count];
        long room = (long) Math.pow(BASE, STEP_DIGITS);
        for (int i = 0; i < count; i++) {
            ranks[i] = new Rank(digits(room * (i + 1) / (count + 1)));
        }
        return ranks;
    }

    /**
     * The next or previous fraction of {@value #STEP_DIGITS} digits, or null where there is none.
     */
    private static @Nullable Rank step(String from, int by) {
        long number = 0;
        for (int i = 0; i < STEP_DIGITS; i++) {
            number = number * BASE + digit(from, i, 0);
        }
        number += by;
        return number <= 0 || number >= (long) Math.pow(BASE, STEP_DIGITS)
                ? null
                : new Rank(digits(number));
    }

    private static String digits(long number) {
        char[] digits = new char[STEP_DIGITS];
        for (int i = STEP_DIGITS - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (number % BASE));
            number /= BASE;
        }
        int end = STEP_DIGITS;
        while (digits[end - 1] == '0') {
            end--;
        }
        return new String(digits, 0, end);
    }

    /** Halfway; an empty {@code high} is 1. */
    private static Rank middle(String low, String high) {
        StringBuilder rank = new StringBuilder();
        boolean bounded = !high.isEmpty();
        for (int i = 0; ; i++) {
            int from = digit(low, i, 0);
            int to = bounded ? digit(high, i, 0) : BASE;
            if (from == to) {
                rank.append(DIGITS.charAt(from));
            } else if (to - from > 1) {
                return new Rank(rank.append(DIGITS.charAt((from + to) / 2)).toString());
            } else {
                rank.append(DIGITS.charAt(from));
                bounded = false;
            }
        }
    }

    private static int digit(String rank, int index, int otherwise) {
        return index < rank.length() ? DIGITS.indexOf(rank.charAt(index)) : otherwise;
    }

    @Override
    public int compareTo(Rank other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
