package fr.binome.demonstration;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What the simulated colleague has to say: sentences that fit any situation, for each of its three
 * texts, and étapes to add.
 */
record Phrases(
        List<String> description,
        List<String> consigne,
        List<String> evaluation,
        List<Etape> etapes) {
    /** An étape with its minutes. */
    record Etape(String titre, int minutes) {}

    static Phrases load() throws IOException {
        try (InputStream file = Phrases.class.getResourceAsStream("/demonstration/collegue.json")) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build()
                    .readValue(file, Phrases.class);
        }
    }
}
