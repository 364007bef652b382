package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which store is chosen, and that no secret is asked of the file or shown. */
class SettingsTest {
    private static final Path DEFAULTS = Path.of("config", "binome.json");

    /** A line of a compose file that sets one of ours, in quotes or without. */
    private static final Pattern COMPOSED =
            Pattern.compile("^ +(BINOME_[A-Z_]+): (?:'([^']*)'|(.*))$");

    @TempDir private Path folder;

    @Test
    @DisplayName(
            "J-18 by default there is no MongoDB; one line of the file or of the environment names it")
    void choosesAStore() throws Exception {
        String address = "mongodb://localhost:27017/binome?replicaSet=rs0";

        assertThat(Settings.read(DEFAULTS, Map.of()).mongo()).isNull();
        assertThat(Settings.read(DEFAULTS, Map.of("BINOME_MONGO", address)).mongo()).isNotNull();
        assertThat(Settings.read(with(address), Map.of()).mongo()).isNotNull();
        assertThat(Settings.read(with(address), Map.of("BINOME_MONGO", "")).mongo()).isNull();
    }

    @Test
    @DisplayName("J-18 a password in the file is refused with the remedy, even if it is overridden")
    void refusesAPasswordInTheFile() throws Exception {
        Path file = with("mongodb://claire:geheim@localhost/binome");

        for (Map<String, String> environment :
                java.util.List.of(
                        Map.<String, String>of(),
                        Map.of("BINOME_MONGO", "mongodb://localhost/binome"))) {
            assertThatThrownBy(() -> Settings.read(file, environment))
                    .isInstanceOf(Settings.Wrong.class)
                    .hasMessageContaining("BINOME_MONGO")
                    .hasMessageNotContaining("geheim")
                    .hasMessageNotContaining("claire");
        }
    }

    @Test
    @DisplayName("J-18 a password in the environment is taken and not shown")
    void takesAPasswordFromTheEnvironment() throws Exception {
        Settings settings =
                Settings.read(
                        DEFAULTS, Map.of("BINOME_MONGO", "mongodb://claire:geheim@localhost/db"));

        assertThat(settings.mongo()).isNotNull();
        assertThat(settings + " " + settings.mongo())
                .doesNotContain("geheim")
                .doesNotContain("claire");
    }

    @Test
    @DisplayName("J-18 what is no address is refused without being repeated")
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(
                        () ->
                                Settings.read(
                                        DEFAULTS,
                                        Map.of("BINOME_MONGO", "claire:geheim@localhost")))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("mongodb://host:27017/")
                .hasMessageNotContaining("geheim");
    }

    @Test
    @DisplayName("what docker/compose.yml sets is what a server starts with")
    void startsInAContainer() throws Exception {
        Map<String, String> environment = new TreeMap<>();
        environment.put("BINOME_HOST", "0.0.0.0");
        for (String line : Files.readAllLines(Path.of("docker", "compose.yml"))) {
            Matcher composed = COMPOSED.matcher(line);
            if (composed.matches()) {
                String value = composed.group(2) == null ? composed.group(3) : composed.group(2);
                environment.put(
                        composed.group(1), value.replaceAll("\\$\\{[^}]*}", "binome.example.fr"));
            }
        }

        Settings settings = Settings.read(DEFAULTS, environment);

        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.publicUrl()).hasToString("https://binome.example.fr");
        assertThat(settings.trustedProxies()).hasSize(1);
        assertThat(settings.mongo()).isNotNull();
    }

    private Path with(String mongo) throws IOException {
        String text = Files.readString(DEFAULTS);
        assertThat(text).contains("\"mongo\": \"\"");
        return Files.writeString(
                folder.resolve("binome.json"),
                text.replace("\"mongo\": \"\"", "\"mongo\": \"" + mongo + "\""));
    }
}
