import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks or rewrites the format of the Java sources below the given folders.
 *
 * <p>Run on the JDK that compiles the project: the formatter parses with the compiler it runs on,
 * and Maven itself may be on an older one.
 */
final class Format {
    public static void main(String[] args) throws Exception {
        boolean rewrite = args[0].equals("rewrite");
        Formatter formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .build());
        List<Path> unformatted = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            Path folder = Path.of(args[i]);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file);
                    String formatted =
                            formatter.formatSource(
                                    RemoveUnusedImports.removeUnusedImports(
                                            ImportOrderer.reorderImports(
                                                    source, JavaFormatterOptions.Style.AOSP)));
                    if (!formatted.equals(source)) {
                        unformatted.add(file);
                        if (rewrite) {
                            Files.writeString(file, formatted);
                        }
                    }
                }
            }
        }
        if (!unformatted.isEmpty() && !rewrite) {
            unformatted.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("run: mvn -q -Pformat process-test-sources");
            System.exit(1);
        }
    }
}
