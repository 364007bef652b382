package fr.binome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each numbered rule is quoted in the name of a test, in either language. */
class RulesTest {
    private static final Path SPEC = Path.of("src/docs/spec");

    /** A rule begins its line: {@code - **S-30** …}, perhaps with another beside it. */
    private static final Pattern RULE =
            Pattern.compile("(?m)^- ((?:\\*\\*[A-Z][A-Z0-9-]*\\*\\*,? ?)+)");

    private static final Pattern ID = Pattern.compile("\\b[A-Z]+(?:-[A-Z0-9]+)+\\b");

    /** The names of JUnit's tests. */
    private static final Pattern IN_JAVA =
            Pattern.compile("@DisplayName\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");

    /** The names of Vitest's tests and groups, those of {@code each} too. */
    private static final Pattern IN_TYPESCRIPT =
            Pattern.compile(
                    "(?:\\b(?:test|it|describe)(?:\\.\\w+)*|\\))\\(\\s*(['\"`](?:[^\\\\\\n]|\\\\.)*?['\"`])\\s*[,)]");

    /** Rules that no test can quote yet, and why. */
    private static final Map<String, String> WITHOUT_TEST =
            Map.of("S-79", "tells of browsers, and asks nothing of ours");

    @Test
    @DisplayName("each rule of the specification is quoted by a test, or says why not")
    void quotesEachRule() throws IOException {
        Map<String, Path> rules = rules();
        assertThat(rules).as("rules found").containsKeys("S-1", "K-1", "T-1", "P-1", "V-1");
        Set<String> quoted = quoted();

        Map<String, Path> untested = new TreeMap<>(rules);
        untested.keySet().removeAll(quoted);
        untested.keySet().removeAll(WITHOUT_TEST.keySet());
        assertThat(untested).as("rules that no test's name quotes").isEmpty();
        assertThat(rules.keySet())
                .as("exceptions for rules that are not there")
                .containsAll(WITHOUT_TEST.keySet());
        assertThat(quoted)
                .as("exceptions that have a test")
                .doesNotContainAnyElementsOf(WITHOUT_TEST.keySet());
    }

    @Test
    @DisplayName("no test quotes a number that the specification does not have")
    void quotesNoOther() throws IOException {
        Set<String> rules = rules().keySet();
        Set<String> letters = letters(rules);
        assertThat(letters).contains("S", "K", "T", "P", "V", "J", "E");
        Set<String> unknown = quoted();
        unknown.removeIf(id -> !letters.contains(letter(id)));
        unknown.removeAll(rules);
        assertThat(unknown).as("quoted, and not there").isEmpty();
    }

    /** What stands before the number of a numbered rule; rules with a name have none. */
    private static Set<String> letters(Set<String> rules) {
        Set<String> letters = new TreeSet<>();
        rules.forEach(id -> letters.add(letter(id)));
        letters.remove("");
        return letters;
    }

    private static String letter(String id) {
        return id.matches("[A-Z]-\\d+") ? id.substring(0, 1) : "";
    }

    private static Map<String, Path> rules() throws IOException {
        Map<String, Path> rules = new TreeMap<>();
        for (Path page : files(SPEC, ".md")) {
            for (MatchResult line : found(RULE, page)) {
                ID.matcher(line.group(1)).results().forEach(id -> rules.put(id.group(), page));
            }
        }
        return rules;
    }

    private static Set<String> quoted() throws IOException {
        Set<String> quoted = new TreeSet<>();
        for (Path file : files(Path.of("src/test/java"), ".java")) {
            names(IN_JAVA, file, quoted);
        }
        for (Path folder : Stream.of("src", "tools").map(Path.of("webroot")::resolve).toList()) {
            for (Path file : files(folder, ".test.ts")) {
                names(IN_TYPESCRIPT, file, quoted);
            }
        }
        return quoted;
    }

    private static void names(Pattern pattern, Path file, Set<String> into) throws IOException {
        for (MatchResult name : found(pattern, file)) {
            ID.matcher(name.group(1)).results().forEach(id -> into.add(id.group()));
        }
    }

    private static Iterable<MatchResult> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().toList();
    }

    private static Iterable<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
