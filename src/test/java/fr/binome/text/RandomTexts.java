package fr.binome.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Texts and edits made at random; few letters, so that neighbours are often alike. */
public final class RandomTexts {
    private final RandomGenerator random;

    public RandomTexts(RandomGenerator random) {
        this.random = random;
    }

    /** A whole rich text. */
    public Delta document() {
        DeltaBuilder document = new DeltaBuilder();
        for (int runs = random.nextInt(5); runs > 0; runs--) {
            insert(document);
        }
        return document.insert("\n").build();
    }

    /** A whole text of one line. */
    public Delta line() {
        DeltaBuilder line = new DeltaBuilder();
        for (int words = random.nextInt(3); words > 0; words--) {
            line.insert(pick("mot", "a b", "é", "\uD83D\uDE00"));
        }
        return line.insert("\n").build();
    }

    /** An edit that the rules allow on a rich text. */
    public Delta edit(Delta document) {
        while (true) {
            DeltaBuilder edit = new DeltaBuilder();
            int left = document.length() - 1;
            for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
                int length = left == 0 ? 0 : random.nextInt(Math.min(left, 4) + 1);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        insert(edit);
                        left += length;
                    }
                    case 1 -> edit.delete(length);
                    case 2 -> edit.retain(length, form());
                    default -> edit.retain(length);
                }
                left -= length;
            }
            Delta delta = edit.build();
            if (TextRules.editFault(document, delta, Shape.RICH, 200_000) == null) {
                return delta;
            }
        }
    }

    /** An edit of a text of one line that the rules allow. */
    public Delta lineEdit(Delta line) {
        while (true) {
            int at = random.nextInt(line.length());
            DeltaBuilder edit = new DeltaBuilder().retain(at).insert(pick("x", "mot ", "é"));
            edit.delete(random.nextInt(line.length() - at));
            Delta delta = edit.build();
            if (TextRules.editFault(line, delta, Shape.LINE, 200_000) == null) {
                return delta;
            }
        }
    }

    /** An edit in which something has been spoilt: most often a rule is broken, not always. */
    public Delta spoilt(Delta document) {
        List<Op> ops = new ArrayList<>(edit(document).ops());
        int at = random.nextInt(ops.size() + 1);
        switch (random.nextInt(14)) {
            case 0 -> ops.add(new Op.Retain(document.length(), Attributes.NONE));
            case 1 -> ops.addFirst(new Op.Delete(document.length()));
            case 2 -> ops.add(at, new Op.Insert(pick("\uD83D", "\uDE00a", "b\uD83Dc"), form()));
            case 3 ->
                    ops.add(at, new Op.Insert(pick("\u0007", "\r\n", "\u2028", "\uFFFE"), bold()));
            case 4 -> ops.add(at, new Op.Insert("x", Attributes.of(pick("size", "__proto__"), 3)));
            case 5 -> ops.add(at, new Op.Insert("x", wrongValue()));
            case 6 -> ops.add(at, new Op.Insert("x", Attributes.of("link", wrongLink())));
            case 7 ->
                    ops.add(at, new Op.Insert("a\n", pickForm(bold(), Attributes.of("header", 1))));
            case 8 -> ops.add(at, new Op.Insert("b", Attributes.of("bold", null)));
            case 9 -> ops.addFirst(new Op.Retain(document.length(), pickForm(bold(), list())));
            case 10 -> ops.add(at, new Op.Insert("mot", Attributes.NONE));
            case 11 ->
                    ops.add(
                            at,
                            new Op.Insert(pick("\uFFFC", "a\uFFFC"), pickForm(bold(), mention())));
            case 12 ->
                    ops.addFirst(
                            new Op.Retain(
                                    1,
                                    Attributes.of(
                                            "mention", random.nextBoolean() ? "pMehdi" : null)));
            default -> {
                ops.clear();
                int before = random.nextInt(document.length() + 1);
                if (before > 0) {
                    ops.add(new Op.Retain(before, Attributes.NONE));
                }
                ops.add(new Op.Delete(1 + random.nextInt(3)));
            }
        }
        return Delta.of(ops);
    }

    /** What somebody may give as a whole text, right or wrong. */
    public Delta offered() {
        List<Op> ops = new ArrayList<>(random.nextBoolean() ? document().ops() : line().ops());
        switch (random.nextInt(7)) {
            case 0 -> ops.removeLast();
            case 1 -> ops.addFirst(new Op.Retain(1, Attributes.NONE));
            case 2 -> ops.addFirst(new Op.Insert("mot", Attributes.NONE));
            case 3 -> ops.addLast(new Op.Insert("\n", pickForm(list(), bold())));
            case 4 -> ops.addFirst(new Op.Insert("\uFFFC", pickForm(Attributes.NONE, mention())));
            default -> {}
        }
        return Delta.of(ops);
    }

    private void insert(DeltaBuilder into) {
        switch (random.nextInt(6)) {
            case 0 -> into.insert("\n");
            case 1 -> into.insert("\n", Attributes.of("header", 1));
            case 2 -> into.insert("mot", bold());
            case 3 -> into.insert("\uD83D\uDE00");
            case 4 -> into.insert("\uFFFC", mention());
            default -> into.insert("a b");
        }
    }

    private Attributes form() {
        return switch (random.nextInt(5)) {
            case 0 -> bold();
            case 1 -> Attributes.of("bold", null);
            case 2 -> list();
            case 3 -> Attributes.of(Map.of("italic", true, "link", "https://a.example"));
            default -> Attributes.of("header", null);
        };
    }

    private Attributes mention() {
        return Attributes.of("mention", pick("pClaire", "pMehdi"));
    }

    private static Attributes bold() {
        return Attributes.of("bold", true);
    }

    private static Attributes list() {
        return Attributes.of("list", "bullet");
    }

    private Attributes wrongValue() {
        return switch (random.nextInt(7)) {
            case 0 -> Attributes.of("bold", false);
            case 1 -> Attributes.of("italic", "true");
            case 2 -> Attributes.of("link", 1);
            case 3 -> Attributes.of("header", 3);
            case 4 -> Attributes.of("list", "check");
            case 5 -> Attributes.of("mention", pick("systeme", "p", "p a"));
            default -> Attributes.of("link", "https://a.example/\u0007");
        };
    }

    private String wrongLink() {
        return pick(
                "javascript:alert(1)",
                "data:text/html,x",
                "//a.example",
                "https:",
                "https://a b",
                "HTTPS://a.example",
                "tel:+33123456789",
                "http\u017F://a.example");
    }

    private Attributes pickForm(Attributes one, Attributes other) {
        return random.nextBoolean() ? one : other;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
