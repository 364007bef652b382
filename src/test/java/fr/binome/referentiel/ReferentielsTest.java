package fr.binome.referentiel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

class ReferentielsTest {
    @Test
    @DisplayName("the lists that come with the product are whole: three blocs for MA, four for MCV")
    void loads() throws Exception {
        Referentiels loaded = Referentiels.load();

        assertThat(loaded.referentiels().stream().map(each -> each.blocs().size()))
                .containsExactly(3, 4, 4);
        assertThat(loaded.communes()).hasSize(11);
        assertThat(loaded.referentiels().get(1).shortLabel()).contains("AGEC");
        assertThat(loaded.referentiels().get(2).shortLabel()).contains("PVOC");
        assertThat(loaded.familleSeconde().verified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"number\": \"1\"|\"number\": \"9\"|number is none of",
                "\"label\": \"Gérer les flux\"|\"label\": \"\"|label is missing or no text",
                "\"id\": \"ma-b1-flux\"|\"id\": \"ma-b1-demande\"|stands on line",
                "\"seconde\": \"commune\"|\"seconde\": \"toujours\"|seconde is none of",
                "\"blocs\": [|\"blocs\": [,|not JSON",
            })
    @DisplayName("a broken file names its line and fault")
    void namesTheLine(String sound, String broken, String fault) throws Exception {
        String text = read("ma.json");
        int at = text.indexOf(sound, text.indexOf("\"blocs\": ["));
        assertThat(at).as(sound).isPositive();
        String spoilt = text.substring(0, at) + broken + text.substring(at + sound.length());
        long line = spoilt.substring(0, at).chars().filter(c -> c == '\n').count() + 1;

        assertThatExceptionOfType(DataFaults.class)
                .isThrownBy(
                        () ->
                                Referentiels.load(
                                        name ->
                                                (name.equals("ma.json") ? spoilt : read(name))
                                                        .getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("ma.json:" + line + ": ")
                .withMessageContaining(fault);
    }

    @Test
    @DisplayName("an id that nothing has is named with its line")
    void namesUnknownReferences() throws Exception {
        String spoilt =
                read("famille-seconde.json")
                        .replaceFirst("\"ma-b2-information\"", "\"ma-b2-nowhere\"");

        assertThatExceptionOfType(DataFaults.class)
                .isThrownBy(
                        () ->
                                Referentiels.load(
                                        name ->
                                                (name.equals("famille-seconde.json")
                                                                ? spoilt
                                                                : read(name))
                                                        .getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("nothing has the id ma-b2-nowhere");
    }

    private static String read(String name) throws IOException {
        try (InputStream file =
                ReferentielsTest.class.getResourceAsStream("/referentiels/" + name)) {
            assertThat(file).isNotNull();
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
