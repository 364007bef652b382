package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.binome.room.Limits;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operator may set in the file or the environment, and what is refused of it. */
class SettingsFileTest {
    private static final Path SHIPPED = Path.of("config/binome.json");

    @TempDir private Path folder;
    private Path file = SHIPPED;
    private ObjectNode tree = ScriptedClient.JSON.createObjectNode();

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("binome.json");
        tree = (ObjectNode) ScriptedClient.JSON.readTree(SHIPPED.toFile());
    }

    @Test
    @DisplayName("the shipped file says every default, the limits too")
    void shipsDefaults() throws Exception {
        Settings settings = Settings.read(SHIPPED, Map.of());

        assertThat(settings.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.isLocal()).isTrue();
    }

    @Test
    @DisplayName("a key that is not there or not known, at any depth, is named")
    void namesKeys() throws Exception {
        tree.put("hots", "localhost");
        assertRefused("\"hots\"");
        tree.remove("hots");
        ((ObjectNode) tree.get("limits")).put("bord", 1);
        assertRefused("\"limits.bord\"");
        ((ObjectNode) tree.get("limits")).remove("bord");
        for (String key : List.of("host", "publicUrl", "limits")) {
            JsonNode removed = tree.remove(key);
            assertRefused("\"" + key + "\"");
            tree.set(key, removed);
        }
        ((ObjectNode) tree.get("limits")).remove("boards");
        assertRefused("boards");
    }

    @Test
    @DisplayName("a value of another type is named, in the file and in the environment")
    void namesTypes() throws Exception {
        tree.put("port", "eighty");
        assertRefused("\"port\"");
        tree.put("port", 8080);
        tree.putArray("publicUrl");
        assertRefused("\"publicUrl\"");
        tree.put("publicUrl", "http://localhost:8080");
        tree.putNull("data");
        assertRefused("\"data\"");
        tree.put("data", "data");
        ((ObjectNode) tree.get("limits")).put("boards", "many");
        assertRefused("\"limits.boards\"");
        ((ObjectNode) tree.get("limits")).put("boards", 20);
        assertRefused(Map.of("BINOME_PORT", "eighty"), "BINOME_PORT");
        assertRefused(Map.of("BINOME_LIMITS_BOARDS", "{"), "BINOME_LIMITS_BOARDS");
        assertRefused(Map.of("BINOME_TRUSTED_PROXIES", "10.0.0.1"), "BINOME_TRUSTED_PROXIES");
    }

    @Test
    @DisplayName("the environment overrides each key")
    void overrides() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "BINOME_PORT", "9090",
                        "BINOME_PUBLIC_URL", "http://localhost:9090",
                        "BINOME_DATA", folder.toString(),
                        "BINOME_DEMONSTRATION", "false",
                        "BINOME_TRUSTED_PROXIES", "[\"10.0.0.1\"]",
                        "BINOME_LIMITS_SUBMISSIONS_PER_SECOND", "7",
                        "BINOME_LIMITS_HELLO_MILLIS", "70",
                        "OTHER", "nothing of ours");
        Settings settings = Settings.read(SHIPPED, environment);

        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:9090"));
        assertThat(settings.data()).isEqualTo(folder);
        assertThat(settings.demonstration()).isFalse();
        assertThat(settings.trustedProxies()).containsExactly("10.0.0.1");
        assertThat(settings.limits().submissionsPerSecond()).isEqualTo(7);
        assertThat(settings.limits().helloMillis()).isEqualTo(70);
    }

    @Test
    @DisplayName("a value in the environment that cannot be read is named, whichever it is for")
    void namesTheEnvironment() throws Exception {
        List<String> names = new ArrayList<>();
        names("BINOME", tree, names);
        for (String name : names) {
            assertRefused(Map.of(name, "["), name);
        }
        assertThat(names).contains("BINOME_PORT", "BINOME_LIMITS_BOARDS");
    }

    private static void names(String prefix, ObjectNode node, List<String> into) {
        node.properties()
                .forEach(
                        field -> {
                            String name =
                                    prefix
                                            + "_"
                                            + field.getKey()
                                                    .replaceAll("([A-Z])", "_$1")
                                                    .toUpperCase(java.util.Locale.ROOT);
                            if (field.getValue() instanceof ObjectNode inner) {
                                names(name, inner, into);
                            } else if (!field.getValue().isTextual()) {
                                into.add(name);
                            }
                        });
    }

    @Test
    @DisplayName("beyond this machine without TLS the start is refused, with the remedy")
    void refusesClearText() throws Exception {
        tree.put("host", "0.0.0.0");
        assertRefused("trustedProxies", "publicUrl", "localhost", "TLS");
        tree.put("publicUrl", "https://binome.example.fr");
        assertRefused("trustedProxies");
        tree.put("publicUrl", "http://binome.example.fr")
                .putArray("trustedProxies")
                .add("10.0.0.1");
        assertRefused("https");

        tree.put("publicUrl", "https://binome.example.fr");
        write();
        assertThat(Settings.read(file, Map.of()).isLocal()).isFalse();
        tree.put("host", "[::1");
        assertRefused("\"host\"");
    }

    @Test
    @DisplayName("a public address is one of http or https, without a path")
    void refusesOtherAddresses() throws Exception {
        for (String wrong :
                List.of(
                        "localhost",
                        "ftp://localhost",
                        "http://localhost/binome",
                        "http://",
                        "not an address")) {
            tree.put("publicUrl", wrong);
            assertRefused("publicUrl");
        }
    }

    @Test
    @DisplayName("a file that is not there, or is no JSON, is named with its line")
    void namesFiles() throws Exception {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> Settings.read(missing, Map.of()))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining(missing.toString());
        Files.writeString(file, "{\n  \"host\": localhost\n}");
        assertThatThrownBy(() -> Settings.read(file, Map.of()))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining(file + ":2");
        Files.writeString(file, "");
        assertThatThrownBy(() -> Settings.read(file, Map.of())).isInstanceOf(Settings.Wrong.class);
    }

    private void assertRefused(String... says) throws IOException {
        assertRefused(Map.of(), says);
    }

    private void assertRefused(Map<String, String> environment, String... says) throws IOException {
        write();
        var thrown =
                assertThatThrownBy(() -> Settings.read(file, environment))
                        .as(environment + " " + tree)
                        .isInstanceOf(Settings.Wrong.class);
        for (String each : says) {
            thrown.hasMessageContaining(each);
        }
    }

    private void write() throws IOException {
        Files.writeString(file, tree.toPrettyString());
    }
}
