package fr.binome.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes what a client of ours in this process sends, as a browser would. */
public final class UpWriter {
    private static final ObjectMapper MAPPER = Json.mapper(null);

    private UpWriter() {}

    /** The text of a message. */
    public static String text(Up up) {
        try {
            return MAPPER.writerFor(Up.class).writeValueAsString(up);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we made ourselves can be written", e);
        }
    }
}
