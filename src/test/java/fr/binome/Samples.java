package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The samples that both languages are held to: written by Java, committed, read by JUnit and
 * Vitest. {@code -Dbinome.samples=write} writes them anew, for a change that is meant.
 */
public final class Samples {
    private static final Path FOLDER = Path.of("src/test/resources/samples");

    private Samples() {}

    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** That the committed file says what Java does today. */
    public static void assertCommitted(String name, String content) throws IOException {
        if ("write".equals(System.getProperty("binome.samples"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file(name), content);
        }
        List<String> committed = Files.readAllLines(file(name));
        List<String> now = content.lines().toList();
        for (int i = 0; i < Math.max(committed.size(), now.size()); i++) {
            assertThat(i < committed.size() ? committed.get(i) : "")
                    .as(
                            "%s:%d says what Java does not do any more; if that is meant, write the"
                                    + " samples anew with -Dbinome.samples=write and read what"
                                    + " changed",
                            name, i + 1)
                    .isEqualTo(i < now.size() ? now.get(i) : "");
        }
    }
}
