package fr.binome;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.mongodb.MongoAddress;
import fr.binome.room.Limits;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an operator may set: {@code config/binome.json}, and over it the environment.
 *
 * @param host to listen on
 * @param publicUrl what browsers have in their address bar; its origin is the only one served
 * @param trustedProxies addresses of proxies that end TLS before this server
 * @param data the folder of the embedded store
 * @param mongo the MongoDB that takes its place; null for none
 * @param essais how many may try at once, each on a copy of the demonstration school; 0 for none
 * @param presence whether people see who else is on a board, and where
 * @param idleMinutes how long a board stays open with nobody in it
 */
public record Settings(
        String host,
        int port,
        URI publicUrl,
        List<String> trustedProxies,
        Path data,
        @Nullable MongoAddress mongo,
        boolean demonstration,
        int essais,
        boolean presence,
        int idleMinutes,
        Limits limits) {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    /** Why the server does not start, in words for the operator. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /** The file as it must be: every key, and no other. */
    private record FileForm(
            String host,
            int port,
            String publicUrl,
            List<String> trustedProxies,
            String data,
            String mongo,
            boolean demonstration,
            int essais,
            boolean presence,
            int idleMinutes,
            Limits limits) {}

    public static Settings read(Path file, Map<String, String> environment)
            throws IOException, Wrong {
        if (!Files.exists(file)) {
            throw new Wrong("there is no " + file + "; copy it from the project");
        }
        JsonNode tree;
        FileForm form;
        try {
            tree = MAPPER.readTree(Files.readAllBytes(file));
            if (!tree.isObject()) {
                throw new Wrong(file + " is no JSON object");
            }
            refuseSecrets(file, tree);
            override(tree, "BINOME", environment);
            form = MAPPER.treeToValue(tree, FileForm.class);
        } catch (UnrecognizedPropertyException e) {
            throw new Wrong(file + ": there is no setting \"" + path(e) + "\"");
        } catch (JsonMappingException e) {
            throw new Wrong(file + ": \"" + path(e) + "\": " + e.getOriginalMessage());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new Wrong(
                    file + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        }
        return checked(form);
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        e.getPath()
                .forEach(
                        at ->
                                path.append(path.isEmpty() ? "" : ".")
                                        .append(
                                                at.getFieldName() == null
                                                        ? at.getIndex()
                                                        : at.getFieldName()));
        return path.toString();
    }

    /** The file is copied, mailed and committed; the environment is not. */
    private static void refuseSecrets(Path file, JsonNode tree) throws Wrong {
        MongoAddress mongo = mongo(tree.path("mongo").asText());
        if (mongo != null && mongo.hasSecret()) {
            throw new Wrong(
                    file
                            + ": \"mongo\" holds a password. Set it to \"\" there, and put the"
                            + " whole address into the environment, as BINOME_MONGO");
        }
    }

    /** The address, which may be secret and so is not repeated when it is wrong. */
    private static @Nullable MongoAddress mongo(String value) throws Wrong {
        try {
            return value.isEmpty() ? null : MongoAddress.of(value);
        } catch (IllegalArgumentException e) {
            throw new Wrong(
                    "\"mongo\" is no address of a MongoDB: it must be like"
                            + " mongodb://host:27017/binome?replicaSet=rs0, or \"\" for the"
                            + " embedded store");
        }
    }

    /** {@code limits.boards} is overridden by {@code BINOME_LIMITS_BOARDS}. */
    private static void override(JsonNode node, String prefix, Map<String, String> environment)
            throws Wrong {
        if (!(node instanceof ObjectNode fields)) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : List.copyOf(fields.properties())) {
            String name =
                    prefix
                            + "_"
                            + field.getKey().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            String value = environment.get(name);
            if (value != null) {
                fields.set(
                        field.getKey(),
                        field.getValue().isTextual()
                                ? fields.textNode(value)
                                : parsed(name, value));
            }
            override(field.getValue(), name, environment);
        }
    }

    private static JsonNode parsed(String name, String value) throws Wrong {
        try {
            JsonNode node = MAPPER.readTree(value);
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new Wrong(name + " in the environment: " + e.getOriginalMessage());
        }
        throw new Wrong(name + " in the environment is empty");
    }

    private static Settings checked(FileForm form) throws Wrong {
        URI publicUrl;
        try {
            publicUrl = URI.create(form.publicUrl());
        } catch (IllegalArgumentException e) {
            throw new Wrong("\"publicUrl\" is no address: " + form.publicUrl());
        }
        String scheme = publicUrl.getScheme();
        if (publicUrl.getHost() == null
                || !("http".equals(scheme) || "https".equals(scheme))
                || !(publicUrl.getPath() == null || publicUrl.getPath().isEmpty())) {
            throw new Wrong("\"publicUrl\" must be like https://binome.example.fr, without a path");
        }
        if (form.essais() < 0) {
            throw new Wrong("\"essais\" is how many may try at once: 0 or more");
        }
        if (!isLoopback(form.host())
                && !("https".equals(scheme) && !form.trustedProxies().isEmpty())) {
            throw new Wrong(
                    "\"host\" is "
                            + form.host()
                            + ", beyond this machine, without TLS: passwords would go over the"
                            + " network in the clear. Set \"host\" to localhost; or put a proxy"
                            + " that ends TLS in front, set \"publicUrl\" to its https address and"
                            + " \"trustedProxies\" to its address");
        }
        return new Settings(
                form.host(),
                form.port(),
                publicUrl,
                List.copyOf(form.trustedProxies()),
                Path.of(form.data()),
                mongo(form.mongo()),
                form.demonstration(),
                form.essais(),
                form.presence(),
                form.idleMinutes(),
                form.limits());
    }

    private static boolean isLoopback(String host) throws Wrong {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new Wrong("\"host\" is unknown: " + host);
        }
    }

    /** Whether only this machine reaches the server. */
    public boolean isLocal() {
        return trustedProxies.isEmpty();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "Settings for " + publicUrl;
    }
}
