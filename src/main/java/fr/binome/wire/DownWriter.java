package fr.binome.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes the messages that concern no board's schema. */
public final class DownWriter {
    private static final ObjectMapper MAPPER = Json.mapper(null);

    private DownWriter() {}

    /** The bytes of a message, UTF-8. */
    public static byte[] bytes(Down down) {
        try {
            return MAPPER.writeValueAsBytes(down);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we made ourselves can be written", e);
        }
    }
}
