package fr.binome.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.binome.board.BoardKind;
import fr.binome.board.Command;
import fr.binome.board.KernelCommand;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One kind of board with the JSON of its commands, frames and snapshots.
 *
 * @param <T> its trade commands: a sealed interface of records, each named on the wire by its own
 *     name
 */
public final class KindWire<T> {
    private static final Map<String, Class<?>> KERNEL = byName(KernelCommand.class);

    private final BoardKind<T> kind;
    private final Map<String, Class<?>> trade;
    private final ObjectMapper mapper;

    public KindWire(BoardKind<T> kind, Class<T> tradeCommands) {
        this.kind = kind;
        this.trade = byName(tradeCommands);
        this.mapper = Json.mapper(kind.schema());
    }

    private static Map<String, Class<?>> byName(Class<?> union) {
        Map<String, Class<?>> types = new HashMap<>();
        Class<?> @Nullable [] permitted = union.getPermittedSubclasses();
        if (permitted != null) {
            for (Class<?> type : permitted) {
                types.put(Words.of(type), type);
            }
        }
        return types;
    }

    public BoardKind<T> kind() {
        return kind;
    }

    /** The commands of a submission, or why they are none. */
    public sealed interface Commands<T> {
        record Understood<T>(List<Command<T>> commands) implements Commands<T> {}

        record Nonsense<T>(Fault fault, String detail) implements Commands<T> {}
    }

    public Commands<T> commands(List<JsonNode> nodes) {
        List<Command<T>> commands = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode type = nodes.get(i).get("type");
            String name = type == null || !type.isTextual() ? "" : type.textValue();
            try {
                if (KERNEL.containsKey(name)) {
                    commands.add(
                            new Command.Kernel<>(
                                    mapper.treeToValue(nodes.get(i), KernelCommand.class)));
                } else {
                    Class<?> wanted = trade.get(name);
                    if (wanted == null) {
                        return new Commands.Nonsense<>(
                                Fault.UNKNOWN_TYPE, "/commands/" + i + "/type");
                    }
                    commands.add(new Command.Trade<>(tradeCommand(nodes.get(i), wanted)));
                }
            } catch (JsonProcessingException e) {
                return new Commands.Nonsense<>(
                        Fault.MALFORMED, "/commands/" + i + UpReader.place(e));
            }
        }
        return new Commands.Understood<>(commands);
    }

    @SuppressWarnings("unchecked") // The classes are the permitted ones of T.
    private T tradeCommand(JsonNode node, Class<?> wanted) throws JsonProcessingException {
        JsonNode fields =
                ((com.fasterxml.jackson.databind.node.ObjectNode) node.deepCopy()).without("type");
        return (T) mapper.treeToValue(fields, wanted);
    }

    /** Kernel commands as a client writes them into a submission. */
    public List<JsonNode> written(List<KernelCommand> commands) {
        return commands.stream().<JsonNode>map(mapper::valueToTree).toList();
    }

    /**
     * A message as a client reads it.
     *
     * @throws IOException when it is none of the protocol
     */
    public Down down(byte[] bytes) throws IOException {
        return mapper.readValue(bytes, Down.class);
    }

    /** The bytes of a message, UTF-8. */
    public byte[] bytes(Down down) {
        return write(down);
    }

    public byte[] bytes(BoardState state) {
        return write(state);
    }

    public byte[] bytes(Kept kept) {
        return write(kept);
    }

    public byte[] bytes(Kept.Outcomes outcomes) {
        return write(outcomes);
    }

    private byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we made ourselves can be written", e);
        }
    }

    /**
     * A frame as the journal kept it.
     *
     * @throws IOException when it is none: the journal is damaged
     */
    public Down.Frame frame(byte[] bytes) throws IOException {
        return mapper.readValue(bytes, Down.Frame.class);
    }

    public Kept kept(byte[] bytes) throws IOException {
        return mapper.readValue(bytes, Kept.class);
    }

    public Kept.Outcomes outcomes(byte[] bytes) throws IOException {
        return mapper.readValue(bytes, Kept.Outcomes.class);
    }
}
