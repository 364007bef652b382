package fr.binome.wire;

import com.fasterxml.jackson.databind.JsonNode;

import fr.binome.board.BoardId;
import fr.binome.board.Limits;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** What a client sends over its WebSocket, one JSON object per text message. */
public sealed interface Up {
    /** The version of the protocol that this server speaks. */
    int PROTOCOL = 1;

    /** The form of a client's secret id. */
    Pattern CLIENT = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    /**
     * The first message of a session.
     *
     * @param ticket obtained over HTTP; single use
     * @param build what the client was built from
     */
    record Hello(String ticket, int protocol, String build) implements Up {
        @Override
        public String toString() {
            return "Hello";
        }
    }

    /**
     * Asks for a board's frames after {@code since}.
     *
     * @param client the secret id of the client's queue, 22 to 64 base64url characters; absent for
     *     one who only looks
     */
    record Join(BoardId board, @Nullable String client, String incarnation, long since)
            implements Up {
        public Join {
            if (client != null && !CLIENT.matcher(client).matches()
                    || incarnation.length() > 64
                    || since < 0) {
                throw new IllegalArgumentException("not a join");
            }
        }

        @Override
        public String toString() {
            return "Join " + board;
        }
    }

    /**
     * One act of a person.
     *
     * @param number 1, 2, 3… for that client
     * @param base the seq of the state that the commands were made on
     * @param commands 1 to 100, decoded by the board's kind
     */
    record Submit(BoardId board, String client, long number, long base, List<JsonNode> commands)
            implements Up {
        public Submit {
            if (!CLIENT.matcher(client).matches()
                    || number < 1
                    || base < 0
                    || commands.isEmpty()
                    || commands.size() > Limits.COMMANDS) {
                throw new IllegalArgumentException("not a submission");
            }
        }

        @Override
        public String toString() {
            return "Submit " + board + " " + number;
        }
    }

    /**
     * Where the person is; the newest counts.
     *
     * @param seq the state that {@code at} refers to
     * @param after the client's own last number then
     * @param at absent when the person is nowhere in particular
     */
    record Presence(BoardId board, long seq, long after, @Nullable Place at) implements Up {}

    record Ping(long id) implements Up {}

    record Leave(BoardId board) implements Up {}
}
