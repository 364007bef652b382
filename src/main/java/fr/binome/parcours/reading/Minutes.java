package fr.binome.parcours.reading;

import fr.binome.parcours.Conduite;

import org.jspecify.annotations.Nullable;

/** Minutes by who leads them; {@code open} are those that nobody leads yet. */
public record Minutes(int x, int y, int xy, int open) {
    public static final Minutes NONE = new Minutes(0, 0, 0, 0);

    Minutes plus(@Nullable Conduite conduite, int minutes) {
        return switch (conduite) {
            case X -> new Minutes(x + minutes, y, xy, open);
            case Y -> new Minutes(x, y + minutes, xy, open);
            case XY -> new Minutes(x, y, xy + minutes, open);
            case null -> new Minutes(x, y, xy, open + minutes);
        };
    }

    Minutes plus(Minutes other) {
        return new Minutes(x + other.x, y + other.y, xy + other.xy, open + other.open);
    }

    public int total() {
        return x + y + xy + open;
    }

    /** Whether X leads some of them, alone or with Y. */
    public boolean hasX() {
        return x + xy > 0;
    }

    public boolean hasY() {
        return y + xy > 0;
    }
}
