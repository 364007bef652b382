package fr.binome.wire;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;

/**
 * Tells the kind of a board from its first frame, whose first change puts the board's own entity.
 */
public final class RootKind {
    private static final ObjectMapper MAPPER = Json.mapper(null);

    private RootKind() {}

    /**
     * The kind's word.
     *
     * @throws IOException when the bytes are no frame
     */
    public static String of(byte[] firstFrame) throws IOException {
        return MAPPER.readTree(firstFrame).at("/submissions/0/changes/0/kind").asText();
    }
}
