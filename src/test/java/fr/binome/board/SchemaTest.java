package fr.binome.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

/** A schema that cannot be kept is refused when the program starts. */
class SchemaTest {
    @Test
    @DisplayName("K-4 a schema names its kinds, fields and vocabularies, each once")
    void isComplete() {
        Kind root = Kind.root("root", Role.ECRITURE, "");
        Kind child = root.child("child", 1, "");
        Kind set = child.set("set", "words", 1, "");

        child.known("field", "colours");
        refused(() -> child.line("field", 10), "twice");
        refused(() -> child.line("Field", 10), "name");
        refused(() -> child.line("line", 1), "room");
        refused(() -> child.choice("empty"), "choice");
        refused(() -> root.child("une page", 1, ""), "name");
        refused(() -> new Schema(Map.of(), root, set, child), "before its parent");
        refused(() -> new Schema(Map.of(), root, Kind.root("other", Role.ECRITURE, "")), "before");
        refused(() -> new Schema(Map.of("words", Set.of()), root, child, set), "colours");
        refused(() -> new Schema(Map.of("colours", Set.of()), root, child, set), "words");
        refused(() -> new Schema(Map.of(), root, root.child("root", 1, "")), "two kinds");
    }

    @Test
    @DisplayName("K-4 a kind in a schema takes no more fields")
    void isClosed() {
        assertThatThrownBy(() -> CarnetKind.PAGE.line("late", 10))
                .isInstanceOf(IllegalStateException.class);
        assertThat(CarnetKind.SCHEMA.kinds())
                .extracting(Kind::name)
                .containsExactly("carnet", "acces", "page", "mot", "note");
    }

    private static void refused(Runnable declaration, String why) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
