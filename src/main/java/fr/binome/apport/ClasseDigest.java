package fr.binome.apport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What a class tells the home page.
 *
 * @param rentree the calendar year in which its school year starts
 * @param members the role of each person, by person id
 */
public record ClasseDigest(
        String label,
        String year,
        int rentree,
        List<String> specialites,
        Map<String, String> members) {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    public ClasseDigest {
        specialites = List.copyOf(specialites);
        members = Map.copyOf(members);
    }

    public byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new IllegalStateException("a digest can be written", e);
        }
    }

    /**
     * The digest that those bytes are.
     *
     * @throws IOException when they are none
     */
    public static ClasseDigest of(byte[] bytes) throws IOException {
        return MAPPER.readValue(bytes, ClasseDigest.class);
    }
}
