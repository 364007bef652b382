package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.List;

/** The client's own tests, beside those of the server. The longest begins first. */
@Order(1)
class ClientTest {
    /** In the long profile every screen is looked at in every size and theme. */
    @Test
    @Timeout(2_700)
    @DisplayName("the client passes its own tests")
    void passes() throws Exception {
        check("tests");
    }

    /** Runs a part of {@code check.mjs}; what it says is told when it fails. */
    static void check(String part) throws Exception {
        ProcessBuilder check =
                new ProcessBuilder("node", "check.mjs", part)
                        .directory(Path.of("webroot").toFile())
                        .redirectErrorStream(true);
        if (Boolean.getBoolean("binome.long")) {
            check.environment().put("BINOME_LONG", "1");
        }
        Process process = check.start();
        process.outputWriter().close();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
    }
}
