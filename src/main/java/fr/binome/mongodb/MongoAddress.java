package fr.binome.mongodb;

import java.util.regex.Pattern;

/** Where the MongoDB is and how to get in: a connection string, which may hold a secret. */
public final class MongoAddress {
    private static final Pattern FORM = Pattern.compile("mongodb(\\+srv)?://[^/?].*");

    /** Generous: what only looks like a secret may be put in the environment as well. */
    private static final Pattern SECRET =
            Pattern.compile(
                    "://[^@]*:[^@]*@|password=|aws_session_token", Pattern.CASE_INSENSITIVE);

    private final String value;

    private MongoAddress(String value) {
        this.value = value;
    }

    /**
     * An address of that form; whether it is right in every part is known when it is used.
     *
     * @throws IllegalArgumentException without repeating what may be secret
     */
    public static MongoAddress of(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an address of a MongoDB");
        }
        return new MongoAddress(value);
    }

    public boolean hasSecret() {
        return SECRET.matcher(value).find();
    }

    /** The whole of it, for the driver alone. */
    String value() {
        return value;
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "a MongoDB";
    }
}
