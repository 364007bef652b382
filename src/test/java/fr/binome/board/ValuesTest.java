package fr.binome.board;

import static fr.binome.board.Carnet.named;
import static fr.binome.board.Carnet.page;
import static fr.binome.board.Carnet.set;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What each sort of register may hold. */
class ValuesTest {
    private static final EntityId PAGE = named("page");

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("ton", word("gai"), null),
                Arguments.of("ton", word("triste"), "unknownWord"),
                Arguments.of("ton", new Value.Whole(1), "type"),
                Arguments.of("matiere", word("vente"), null),
                Arguments.of("matiere", word("gai"), "unknownWord"),
                Arguments.of("matiere", new Value.Flag(true), "type"),
                Arguments.of("auteur", word("pmehdi"), null),
                Arguments.of("auteur", word("Mehdi R."), "unknownWord"),
                Arguments.of("auteur", day("2026-09-01"), "type"),
                Arguments.of("minutes", new Value.Whole(0), null),
                Arguments.of("minutes", new Value.Whole(600), null),
                Arguments.of("minutes", new Value.Whole(-1), "outOfBounds"),
                Arguments.of("minutes", new Value.Whole(601), "outOfBounds"),
                Arguments.of("minutes", word("55"), "type"),
                Arguments.of("faite", new Value.Flag(false), null),
                Arguments.of("faite", word("true"), "type"),
                Arguments.of("jour", day("2026-09-01"), null),
                Arguments.of("jour", weeks("2026-09-07", "2026-09-11"), "type"),
                Arguments.of("semaines", weeks("2026-09-07", "2026-09-11"), null),
                Arguments.of("semaines", weeks("2026-09-07", "2027-09-03"), null),
                Arguments.of("semaines", weeks("2026-09-08", "2026-09-11"), "notWholeWeeks"),
                Arguments.of("semaines", weeks("2026-09-07", "2026-09-12"), "notWholeWeeks"),
                Arguments.of("semaines", weeks("2026-09-07", "2027-09-10"), "outOfBounds"),
                Arguments.of("semaines", day("2026-09-07"), "type"),
                Arguments.of("marques", words(), null),
                Arguments.of("marques", words("deux", "un"), null),
                Arguments.of("marques", words("un", "cinq"), "unknownWord"),
                Arguments.of("marques", words("un", "deux", "trois"), "outOfBounds"),
                Arguments.of("marques", words("un", "un"), "outOfBounds"),
                Arguments.of("marques", word("un"), "type"),
                Arguments.of("matiere", words("vente"), "type"));
    }

    @ParameterizedTest
    @MethodSource("values")
    @DisplayName("K-4 a register holds what its type says, and the fault is named")
    void holdsItsType(String field, Value value, @Nullable String fault) {
        Carnet carnet = Carnet.empty();
        carnet.accept(page(PAGE, null));

        if (fault == null) {
            carnet.accept(set(PAGE, field, value));
            assertThat(carnet.entity(PAGE).registers().get(field)).isEqualTo(value);
        } else {
            assertThat(carnet.refuse(set(PAGE, field, value)))
                    .isEqualTo(new Refusal.Invalid(PAGE, field, fault));
        }
    }

    private static Value word(String word) {
        return new Value.Word(word);
    }

    private static Value words(String... words) {
        return new Value.Words(List.of(words));
    }

    private static Value day(String day) {
        return new Value.Day(LocalDate.parse(day));
    }

    private static Value weeks(String start, String end) {
        return new Value.Period(LocalDate.parse(start), LocalDate.parse(end));
    }
}
