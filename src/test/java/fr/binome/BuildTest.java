package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's own pom refuses what it must, in words. */
class BuildTest {
    @TempDir private Path folder;

    @Test
    @DisplayName("a planted nullness error fails the build with its text")
    void refusesNullness() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("src/main/java/planted"));
        Files.writeString(
                sources.resolve("package-info.java"),
                "@org.jspecify.annotations.NullMarked\npackage planted;\n");
        Files.writeString(
                sources.resolve("Planted.java"),
                """
                package planted;

                final class Planted {
                    private Planted() {}

                    static String name() {
                        return null;
                    }
                }
                """);

        Ended build = maven("validate", "compiler:compile");

        assertThat(build.code()).as(build.said()).isNotZero();
        assertThat(build.said())
                .contains("Planted.java:[7")
                .contains("[NullAway] returning @Nullable expression");
    }

    @Test
    @DisplayName("without a JDK of that version the build says which it needs and where it looks")
    void asksForItsJdk() throws Exception {
        Ended build = maven("-Djdk.range=[99,100)", "validate");

        assertThat(build.code()).as(build.said()).isNotZero();
        assertThat(build.said())
                .contains("(needs a JDK 25: in JAVA_HOME, where the system keeps JDKs,");
    }

    private record Ended(int code, String said) {}

    /** Maven on a copy of our pom beside planted sources; what it needs is here already. */
    private Ended maven(String... arguments) throws IOException, InterruptedException {
        Files.copy(Path.of("pom.xml"), folder.resolve("pom.xml"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
        command.addAll(List.of("-B", "-o"));
        String repository = System.getProperty("localRepository");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // Some dependencies are other ones on another Java.
        builder.environment().put("JAVA_HOME", System.getProperty("maven.java"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
