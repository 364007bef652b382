package fr.binome.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.random.RandomGeneratorFactory;

/** What must hold for any three people in any text; the seed of a failure is in its name. */
class DeltaTest {
    private static final int CASES = 20_000;
    private static final int LONGEST = 200_000;

    private final long seed = Long.getLong("binome.seed", System.nanoTime());
    private final RandomTexts texts =
            new RandomTexts(RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed));

    @Test
    @DisplayName("T-4 T-5 two edits end the same in either order, and stay valid")
    void convergesAndStaysValid() {
        for (int i = 0; i < CASES; i++) {
            Delta document = texts.document();
            Delta first = texts.edit(document);
            Delta second = texts.edit(document);
            Delta secondAfter = first.transform(second, true);
            Delta firstAfter = second.transform(first, false);

            String context = "case " + i + " of seed " + seed;
            assertThat(document.compose(first).compose(secondAfter))
                    .as(context)
                    .isEqualTo(document.compose(second).compose(firstAfter));
            assertThat(
                            TextRules.editFault(
                                    document.compose(first), secondAfter, Shape.RICH, LONGEST))
                    .as(context)
                    .isNull();
        }
    }

    @Test
    @DisplayName("T-3 composing is associative, keeps lengths and canonical form")
    void composes() {
        for (int i = 0; i < CASES; i++) {
            Delta document = texts.document();
            Delta first = texts.edit(document);
            Delta middle = document.compose(first);
            Delta second = texts.edit(middle);

            String context = "case " + i + " of seed " + seed;
            Delta after = middle.compose(second);
            assertThat(document.compose(first.compose(second))).as(context).isEqualTo(after);
            assertThat(after.length())
                    .as(context)
                    .isEqualTo(
                            middle.length()
                                    + second.insertedLength()
                                    - (second.consumedLength() - kept(second)));
            assertThat(TextRules.documentFault(after, Shape.RICH, LONGEST)).as(context).isNull();
        }
    }

    @Test
    @DisplayName("an inverse undoes")
    void inverts() {
        for (int i = 0; i < CASES; i++) {
            Delta document = texts.document();
            Delta delta = texts.edit(document);

            assertThat(document.compose(delta).compose(delta.invert(document)))
                    .as("case " + i + " of seed " + seed)
                    .isEqualTo(document);
        }
    }

    @Test
    @DisplayName("T-6 what may not be is named")
    void namesFaults() {
        Delta document = new DeltaBuilder().insert("a\uD83D\uDE00b\n").build();
        assertThat(fault(document, edit().retain(9).insert("x"))).isEqualTo(TextFault.PAST_END);
        assertThat(fault(document, edit().retain(2).insert("x")))
                .isEqualTo(TextFault.CUT_SURROGATE);
        assertThat(fault(document, edit().retain(1).delete(1))).isEqualTo(TextFault.CUT_SURROGATE);
        assertThat(fault(document, edit().insert("\uD83D"))).isEqualTo(TextFault.CUT_SURROGATE);
        assertThat(fault(document, edit().retain(5).insert("x")))
                .isEqualTo(TextFault.LOST_FINAL_NEWLINE);
        assertThat(fault(document, edit().delete(5))).isEqualTo(TextFault.LOST_FINAL_NEWLINE);
        assertThat(fault(document, edit().insert("\u0007"))).isEqualTo(TextFault.CONTROL);
        assertThat(fault(document, edit().insert("x", Attributes.of("size", 3))))
                .isEqualTo(TextFault.UNKNOWN_ATTRIBUTE);
        assertThat(fault(document, edit().insert("x", Attributes.of("bold", false))))
                .isEqualTo(TextFault.ATTRIBUTE_VALUE);
        assertThat(fault(document, edit().insert("x", Attributes.of("link", "javascript:x"))))
                .isEqualTo(TextFault.LINK_SCHEME);
        assertThat(fault(document, edit().insert("x", Attributes.of("header", 1))))
                .isEqualTo(TextFault.MISPLACED_ATTRIBUTE);
        assertThat(fault(document, edit().insert("x".repeat(20_001))))
                .isEqualTo(TextFault.TOO_LONG);
        assertThat(
                        TextRules.editFault(
                                Delta.EMPTY_DOCUMENT,
                                edit().insert("x\n").build(),
                                Shape.LINE,
                                LONGEST))
                .isEqualTo(TextFault.LINE_BREAK);
        assertThat(
                        TextRules.editFault(
                                Delta.EMPTY_DOCUMENT,
                                Delta.of(
                                        List.of(
                                                new Op.Insert("a", Attributes.NONE),
                                                new Op.Insert("b", Attributes.NONE))),
                                Shape.RICH,
                                LONGEST))
                .isEqualTo(TextFault.NOT_CANONICAL);
    }

    @Test
    @DisplayName("T-7 a mention is its character and a person, inserted together and never changed")
    void mentions() {
        Attributes mehdi = Attributes.of("mention", "pMehdi_-9");
        Delta document = edit().insert("\uFFFC", mehdi).insert(" lit\n").build();
        assertThat(TextRules.documentFault(document, Shape.RICH, LONGEST)).isNull();
        assertThat(Mention.in(document)).containsExactly("pMehdi_-9");

        assertThat(fault(document, edit().insert("\uFFFC")))
                .isEqualTo(TextFault.MISPLACED_ATTRIBUTE);
        assertThat(fault(document, edit().insert("Mehdi", mehdi)))
                .isEqualTo(TextFault.MISPLACED_ATTRIBUTE);
        assertThat(fault(document, edit().retain(1, Attributes.of("mention", "pClaire"))))
                .isEqualTo(TextFault.MISPLACED_ATTRIBUTE);
        assertThat(fault(document, edit().retain(1, Attributes.of("mention", null))))
                .isEqualTo(TextFault.MISPLACED_ATTRIBUTE);
        for (Object nobody : List.of("Mehdi R.", "systeme", "p", "p" + "a".repeat(23), 1, true)) {
            assertThat(fault(document, edit().insert("\uFFFC", Attributes.of("mention", nobody))))
                    .as("%s", nobody)
                    .isEqualTo(TextFault.ATTRIBUTE_VALUE);
        }
        assertThat(
                        TextRules.editFault(
                                Delta.EMPTY_DOCUMENT,
                                edit().insert("\uFFFC", mehdi).build(),
                                Shape.LINE,
                                LONGEST))
                .isEqualTo(TextFault.ATTRIBUTE_IN_LINE);
    }

    @Test
    @DisplayName("T-6 a text has so many runs of one form, and what has too many may lose some")
    void boundsRuns() {
        Delta full = runs(TextRules.MAX_RUNS);
        assertThat(TextRules.documentFault(full, Shape.RICH, LONGEST)).isNull();
        assertThat(TextRules.documentFault(runs(TextRules.MAX_RUNS + 1), Shape.RICH, LONGEST))
                .isEqualTo(TextFault.TOO_MANY_RUNS);
        assertThat(fault(full, edit().insert("c", Attributes.of("italic", true))))
                .isEqualTo(TextFault.TOO_MANY_RUNS);
        assertThat(
                        TextRules.editFault(
                                runs(TextRules.MAX_RUNS + 2),
                                edit().delete(1).build(),
                                Shape.RICH,
                                LONGEST))
                .isNull();
        assertThat(TextRules.editFault(full, edit().delete(2_000_000_000).build(), Shape.RICH, 9))
                .isEqualTo(TextFault.PAST_END);
    }

    private static Delta runs(int count) {
        DeltaBuilder runs = new DeltaBuilder();
        for (int i = 1; i < count; i++) {
            runs.insert("a", i % 2 == 0 ? Attributes.NONE : Attributes.of("bold", true));
        }
        return runs.insert("\n", Attributes.of("header", 1)).build();
    }

    private static TextFault fault(Delta document, DeltaBuilder edit) {
        TextFault fault = TextRules.editFault(document, edit.build(), Shape.RICH, LONGEST);
        assertThat(fault).isNotNull();
        return fault == null ? TextFault.NOT_A_DOCUMENT : fault;
    }

    private static DeltaBuilder edit() {
        return new DeltaBuilder();
    }

    private static int kept(Delta delta) {
        return delta.ops().stream()
                .filter(op -> op instanceof Op.Retain)
                .mapToInt(Op::length)
                .sum();
    }
}
