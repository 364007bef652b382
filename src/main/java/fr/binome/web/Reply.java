package fr.binome.web;

import fr.binome.journal.Bytes;
import fr.binome.people.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What an API call answers. */
sealed interface Reply {
    /**
     * It went well.
     *
     * @param body written as JSON; null for none
     * @param cookie the secret of a session that has begun
     * @param passing whether the cookie ends with the browser
     */
    record Ok(@Nullable Object body, @Nullable String cookie, boolean passing) implements Reply {
        Ok(@Nullable Object body, @Nullable String cookie) {
            this(body, cookie, false);
        }

        @Override
        public String toString() {
            return "Ok";
        }
    }

    /** JSON that is already written. */
    record Written(Bytes json) implements Reply {}

    /** The session has ended. */
    record Goodbye() implements Reply {}

    /**
     * It did not go well; {@code reason} is one of the words that the client has a sentence for.
     */
    record No(int status, String reason, Map<String, Object> details) implements Reply {
        No(int status, String reason) {
            this(status, reason, Map.of());
        }
    }

    No SIGNED_OUT = new No(401, "signedOut");
    No DENIED = new No(403, "denied");
    No MALFORMED = new No(400, "malformed");
    No NO_SUCH_LINK = new No(410, "noSuchLink");
    No UNAVAILABLE = new No(503, "unavailable");

    static Reply ok(Object body) {
        return new Ok(body, null);
    }

    static Reply done() {
        return new Ok(null, null);
    }

    /** How a failed way in is told. */
    static Reply.No no(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Welcome _ -> throw new IllegalStateException("that went well");
            case Outcome.WrongCredentials _ -> new No(401, "wrongCredentials");
            case Outcome.Later(var after) ->
                    new No(429, "later", Map.of("afterSeconds", after.toSeconds() + 1));
            case Outcome.NoSuchLink _ -> NO_SUCH_LINK;
            case Outcome.LoginTaken _ -> new No(409, "loginTaken");
            case Outcome.Unsuitable(var what) ->
                    new No(
                            422,
                            "unsuitable",
                            Map.of("what", what.name().toLowerCase(java.util.Locale.ROOT)));
        };
    }
}
