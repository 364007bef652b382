package fr.binome.board;

import static fr.binome.board.Carnet.ROOT;
import static fr.binome.board.Carnet.child;
import static fr.binome.board.Carnet.edit;
import static fr.binome.board.Carnet.id;
import static fr.binome.board.Carnet.mot;
import static fr.binome.board.Carnet.move;
import static fr.binome.board.Carnet.named;
import static fr.binome.board.Carnet.page;
import static fr.binome.board.Carnet.prose;
import static fr.binome.board.Carnet.remove;
import static fr.binome.board.Carnet.restore;
import static fr.binome.board.Carnet.set;
import static fr.binome.board.Carnet.withFields;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.text.DeltaBuilder;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What may be asked of any board, on a notebook. */
class KernelTest {
    private static final EntityId A = named("a");
    private static final EntityId B = named("b");
    private static final EntityId C = named("c");
    private static final EntityId NOWHERE = named("nowhere");

    private final Carnet carnet = Carnet.empty();

    @Test
    @DisplayName("K-1 a new entity comes first, after a sibling, or last when that one has gone")
    void placesWhatIsNew() {
        carnet.accept(page(A, null));
        carnet.accept(page(B, null));
        carnet.accept(page(C, B));
        assertThat(carnet.pages()).containsExactly(name(B), name(C), name(A));

        carnet.accept(page(named("d"), NOWHERE));
        assertThat(carnet.pages()).endsWith(name(named("d")));
    }

    @Test
    @DisplayName("K-1 after a sibling that is in the bin it stands where that one was")
    void placesAfterTheBin() {
        pages(A, B, C);
        carnet.accept(remove(A));

        carnet.accept(page(named("d"), A));
        assertThat(carnet.pages()).containsExactly("d___________", name(B), name(C));

        carnet.accept(restore(A));
        assertThat(carnet.pages()).startsWith(name(A), "d___________");
    }

    @Test
    @DisplayName("K-1 a new entity has the fields it was given, and no empty text")
    void givesFields() {
        List<Change> changes =
                carnet.accept(
                        withFields(
                                "page",
                                A,
                                ROOT,
                                Map.of(
                                        "nom", prose("Une page\n"),
                                        "texte", prose("\n"),
                                        "minutes", new Value.Whole(55))));

        Entity page = carnet.entity(A);
        assertThat(page.text(CarnetKind.NOM).plain()).isEqualTo("Une page\n");
        assertThat(page.number(CarnetKind.MINUTES, 0)).isEqualTo(55);
        assertThat(page.texts()).containsOnlyKeys("nom");
        assertThat(changes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Put.class,
                        put -> assertThat(put.fields()).containsOnlyKeys("nom", "minutes"));
    }

    @Test
    @DisplayName("K-1 an id is taken, by what lives as by what is in the bin")
    void refusesTakenIds() {
        pages(A);
        assertThat(carnet.refuse(page(A, null))).isEqualTo(new Refusal.Taken(A));

        carnet.accept(remove(A));
        assertThat(carnet.refuse(page(A, null))).isEqualTo(new Refusal.Taken(A));
    }

    @Test
    @DisplayName("K-1 a set member that lives is accepted without change, one in the bin comes out")
    void addsMembersTwice() {
        pages(A);
        EntityId un = mot(A, "un");
        carnet.accept(child("mot", un, A, null));
        assertThat(carnet.accept(child("mot", un, A, null))).isEmpty();

        carnet.accept(remove(un));
        Value fort = new Value.Flag(true);
        assertThat(carnet.accept(withFields("mot", un, A, Map.of("fort", fort))))
                .containsExactly(new Change.Restore(un), new Change.Set(un, "fort", fort));
        assertThat(carnet.entity(un).value(CarnetKind.FORT)).isEqualTo(fort);
    }

    @Test
    @DisplayName(
            "K-1 K-4 an id says what it is: a member of this owner and set, or a word of chance")
    void refusesOtherIds() {
        pages(A, B);
        for (KernelCommand.Create wrong :
                List.of(
                        child("mot", named("plain"), A, null),
                        child("mot", mot(B, "un"), A, null),
                        child("mot", mot(A, "cinq"), A, null),
                        child("mot", id("a___________~note~un"), A, null),
                        child("note", mot(A, "un"), A, null),
                        child("acces", id("carnet000001~acces~nobody"), ROOT, null))) {
            assertThat(carnet.refuse(Role.RESPONSABLE, wrong))
                    .as(wrong.toString())
                    .isEqualTo(new Refusal.Invalid(wrong.id(), null, "id"));
        }
        for (String wrong :
                List.of("", "short", "thirteen_long", "a b c d e f g", "a___________~mot~", "é")) {
            assertThat(EntityId.isValid(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    @DisplayName("K-2 a register is set and cleared, and the last write wins")
    void setsAndClears() {
        pages(A);
        carnet.accept(set(A, "ton", new Value.Word("gai")));
        carnet.accept(set(A, "ton", new Value.Word("grave")));
        assertThat(carnet.entity(A).word(CarnetKind.TON)).isEqualTo("grave");

        carnet.accept(set(A, "ton", null));
        assertThat(carnet.entity(A).value(CarnetKind.TON)).isNull();
    }

    @Test
    @DisplayName("K-2 a text is edited; an edit of nothing is accepted without change")
    void editsTexts() {
        pages(A);
        carnet.accept(edit(A, "texte", insert("Bonjour")));
        assertThat(carnet.entity(A).text(CarnetKind.TEXTE).plain()).isEqualTo("Bonjour\n");
        assertThat(carnet.accept(edit(A, "texte", new DeltaBuilder()))).isEmpty();

        carnet.accept(edit(A, "texte", new DeltaBuilder().delete(7)));
        assertThat(carnet.entity(A).texts()).isEmpty();
    }

    @Test
    @DisplayName("K-2 an entity moves among its siblings and into another parent")
    void moves() {
        pages(A, B, C);
        carnet.accept(move(C, ROOT, null));
        assertThat(carnet.pages()).containsExactly(name(C), name(A), name(B));
        carnet.accept(move(C, ROOT, A));
        assertThat(carnet.pages()).containsExactly(name(A), name(C), name(B));

        carnet.accept(child("note", named("n"), A, null));
        carnet.accept(move(named("n"), B, null));
        assertThat(carnet.order(A, CarnetKind.NOTE)).isEmpty();
        assertThat(carnet.order(B, CarnetKind.NOTE)).containsExactly(name(named("n")));
    }

    @Test
    @DisplayName("K-2 removing twice and restoring what is not in the bin change nothing")
    void removesOnce() {
        pages(A);
        assertThat(carnet.accept(restore(A))).isEmpty();
        assertThat(carnet.accept(remove(A))).containsExactly(new Change.Remove(A));
        assertThat(carnet.accept(remove(A))).isEmpty();
        assertThat(carnet.accept(restore(A))).containsExactly(new Change.Restore(A));
    }

    @Test
    @DisplayName("K-2 S-43 children stay in their parent and come back with it, where they were")
    void bringsChildrenBack() {
        pages(A);
        EntityId note = named("n");
        EntityId gone = named("gone");
        carnet.accept(child("note", note, A, null), child("note", gone, A, note));
        carnet.accept(remove(gone));
        assertThat(carnet.accept(remove(A))).containsExactly(new Change.Remove(A));
        assertThat(carnet.board().live(note)).isNull();

        carnet.accept(restore(A));
        assertThat(carnet.order(A, CarnetKind.NOTE)).containsExactly(name(note));
        assertThat(carnet.board().live(gone)).isNull();
    }

    @Test
    @DisplayName("K-3 what is in the bin, in something in the bin, or was never there is gone")
    void refusesWhatIsGone() {
        pages(A, B);
        EntityId note = named("n");
        carnet.accept(child("note", note, A, null));
        carnet.accept(remove(A));
        Refusal page = new Refusal.Gone(A);

        assertThat(carnet.refuse(set(A, "minutes", new Value.Whole(1)))).isEqualTo(page);
        assertThat(carnet.refuse(edit(A, "texte", insert("x")))).isEqualTo(page);
        assertThat(carnet.refuse(move(A, ROOT, null))).isEqualTo(page);
        assertThat(carnet.refuse(child("note", named("m"), A, null))).isEqualTo(page);
        assertThat(carnet.refuse(edit(note, "label", insert("x"))))
                .isEqualTo(new Refusal.Gone(note));
        assertThat(carnet.refuse(move(note, B, null))).isEqualTo(new Refusal.Gone(note));
        for (KernelCommand command : List.of(remove(NOWHERE), restore(NOWHERE))) {
            assertThat(carnet.refuse(command)).isEqualTo(new Refusal.Gone(NOWHERE));
        }
        carnet.accept(child("note", named("m"), B, null));
        assertThat(carnet.refuse(move(named("m"), A, null))).isEqualTo(page);
    }

    @Test
    @DisplayName("K-3 each act needs the role of its kind: to write, and for the grants to answer")
    void needsRoles() {
        pages(A);
        EntityId acces = id("carnet000001~acces~pmehdi");
        for (Role role : List.of(Role.LECTURE, Role.COMMENTAIRE)) {
            for (KernelCommand command :
                    List.of(
                            page(B, null),
                            set(A, "minutes", new Value.Whole(1)),
                            edit(A, "texte", insert("x")),
                            move(A, ROOT, null),
                            remove(A),
                            restore(A))) {
                assertThat(carnet.refuse(role, command))
                        .as(role + " " + command)
                        .isEqualTo(new Refusal.Denied(Role.ECRITURE));
            }
        }
        Refusal denied = new Refusal.Denied(Role.RESPONSABLE);
        assertThat(carnet.refuse(child("acces", acces, ROOT, null))).isEqualTo(denied);
        carnet.accept(Role.RESPONSABLE, child("acces", acces, ROOT, null));
        assertThat(carnet.refuse(set(acces, "role", new Value.Word("responsable"))))
                .isEqualTo(denied);
        assertThat(carnet.refuse(remove(acces))).isEqualTo(denied);
    }

    @Test
    @DisplayName("K-4 kinds, fields and parents that are not the schema's are refused")
    void refusesWhatTheSchemaLacks() {
        pages(A);
        assertThat(fault(child("chapitre", B, ROOT, null))).isEqualTo("unknownKind");
        assertThat(fault(child("carnet", B, ROOT, null))).isEqualTo("unknownKind");
        assertThat(fault(child("page", B, A, null))).isEqualTo("wrongParent");
        assertThat(fault(child("note", B, ROOT, null))).isEqualTo("wrongParent");
        assertThat(fault(withFields("page", B, ROOT, Map.of("x", new Value.Whole(1)))))
                .isEqualTo("unknownField");
        assertThat(fault(set(A, "x", null))).isEqualTo("unknownField");
        assertThat(fault(set(A, "texte", null))).isEqualTo("unknownField");
        assertThat(fault(edit(A, "minutes", insert("x")))).isEqualTo("unknownField");
        assertThat(fault(withFields("page", B, ROOT, Map.of("texte", new Value.Whole(1)))))
                .isEqualTo("type");
        assertThat(fault(withFields("page", B, ROOT, Map.of("minutes", prose("1\n")))))
                .isEqualTo("type");
        carnet.accept(child("note", named("n"), A, null));
        assertThat(fault(move(named("n"), ROOT, null))).isEqualTo("wrongParent");
        assertThat(fault(remove(ROOT))).isEqualTo("root");
    }

    @Test
    @DisplayName("K-6 a set member and the root are not moved, and a set has no order")
    void setsHaveNoOrder() {
        pages(A, B);
        carnet.accept(child("mot", mot(A, "un"), A, null));
        carnet.accept(child("mot", mot(A, "deux"), A, mot(A, "un")));

        assertThat(fault(move(mot(A, "un"), B, null))).isEqualTo("notMovable");
        assertThat(fault(move(ROOT, A, null))).isEqualTo("notMovable");
        assertThat(carnet.entity(mot(A, "un")).rank())
                .isEqualTo(carnet.entity(mot(A, "deux")).rank());
    }

    @Test
    @DisplayName("T-6 an edit that breaks a rule of texts is invalid, with the fault")
    void refusesBadTexts() {
        pages(A);
        assertThat(carnet.refuse(edit(A, "texte", new DeltaBuilder().retain(5).insert("x"))))
                .isEqualTo(new Refusal.Invalid(A, "texte", "pastEnd"));
        assertThat(fault(edit(A, "nom", insert("a\nb")))).isEqualTo("lineBreak");
        assertThat(fault(edit(A, "nom", insert("x".repeat(40))))).isEqualTo("tooLong");
        assertThat(fault(withFields("page", B, ROOT, Map.of("nom", prose("sans fin")))))
                .isEqualTo("lostFinalNewline");
    }

    private void pages(EntityId... pages) {
        EntityId after = null;
        for (EntityId page : pages) {
            carnet.accept(page(page, after));
            after = page;
        }
    }

    private String fault(KernelCommand command) {
        Refusal refusal = carnet.refuse(Role.RESPONSABLE, command);
        assertThat(refusal).isInstanceOf(Refusal.Invalid.class);
        return ((Refusal.Invalid) refusal).fault();
    }

    private static DeltaBuilder insert(String text) {
        return new DeltaBuilder().insert(text);
    }

    private static String name(EntityId id) {
        return id.value();
    }
}
