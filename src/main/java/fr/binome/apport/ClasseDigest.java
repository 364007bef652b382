package fr.binome.apport;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import fr.binome.board.Digest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What a class tells the home page and the classes of its parcours. No prose but titles and what
 * tells situations apart.
 *
 * @param rentree the calendar year in which its school year starts
 * @param members the role of each person, by person id
 * @param horsTableau in seconde, the competences that the team's own table does not lead to: not
 *     asked for in that year
 * @param lastWeek the Monday of the last week in which something can be caught up; null when not
 *     known
 */
public record ClasseDigest(
        String label,
        String year,
        int rentree,
        List<String> specialites,
        Map<String, String> members,
        List<Lien> liens,
        List<Apport> apports,
        List<SituationApport> situations,
        List<Attente> attentes,
        List<ServiceApport> services,
        PfmpApport pfmp,
        List<String> horsTableau,
        @Nullable String lastWeek)
        implements Digest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    public ClasseDigest {
        specialites = List.copyOf(specialites);
        members = Map.copyOf(members);
    }

    @Override
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
     * @throws IOException when they are none of this version
     */
    public static ClasseDigest of(byte[] bytes) throws IOException {
        return MAPPER.readValue(bytes, ClasseDigest.class);
    }
}
