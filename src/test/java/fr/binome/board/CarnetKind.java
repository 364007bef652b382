package fr.binome.board;

import fr.binome.board.Field.Prose;
import fr.binome.board.Field.Register;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A second kind of board, a notebook: small, with each sort of field and of child, and with a trade
 * command, which a class has not yet.
 */
public final class CarnetKind implements BoardKind<CarnetKind.Act> {
    public static final Kind CARNET = Kind.root("carnet", Role.ECRITURE, "Prendre des notes.");
    public static final Prose TITRE = CARNET.line("titre", 20);
    static final Acces ACCES = new Acces(CARNET);

    static final Kind PAGE = CARNET.child("page", 6, "Remplir le carnet.");
    static final Prose TEXTE = PAGE.rich("texte", 200);
    static final Prose NOM = PAGE.line("nom", 40);
    static final Register MINUTES = PAGE.number("minutes", 0, 600);
    static final Register TON = PAGE.choice("ton", "grave", "gai");
    static final Register MATIERE = PAGE.known("matiere", "matieres");
    static final Register AUTEUR = PAGE.person("auteur");
    static final Register FAITE = PAGE.yesNo("faite");
    static final Register JOUR = PAGE.day("jour");
    static final Register SEMAINES = PAGE.weeks("semaines");
    static final Register MARQUES = PAGE.someKnown("marques", "mots", 2);

    static final Kind MOT = PAGE.set("mot", "mots", 3, "Retrouver une page.");
    static final Register FORT = MOT.yesNo("fort");

    static final Kind NOTE = PAGE.child("note", 200, "Annoter une page.");
    static final Prose LABEL = NOTE.line("label", 40);

    public static final Schema SCHEMA =
            new Schema(
                    Map.of(
                            "matieres", Set.of("vente", "accueil"),
                            "mots", Set.of("un", "deux", "trois", "quatre")),
                    CARNET,
                    ACCES.kind(),
                    PAGE,
                    MOT,
                    NOTE);

    /** What the trade of notebooks knows. */
    public sealed interface Act permits Close {}

    /** Says that a page is done; once. */
    public record Close(EntityId page, int minutes) implements Act {}

    /** Why a page is not closed. */
    record AlreadyClosed(EntityId page) implements Refusal.Trade {
        @Override
        public String reason() {
            return "alreadyClosed";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("id", page.value());
        }
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Acces acces() {
        return ACCES;
    }

    @Override
    public Ruling decide(Board board, Act command, Asker asker) {
        return switch (command) {
            case Close(var id, var minutes) -> {
                Entity page = board.live(id);
                if (page == null) {
                    yield new Ruling.No(new Refusal.Gone(id));
                }
                if (new Value.Flag(true).equals(page.value(FAITE))) {
                    yield new Ruling.No(new AlreadyClosed(id));
                }
                yield new Ruling.Changes(
                        List.of(
                                new Change.Set(id, FAITE.name(), new Value.Flag(true)),
                                new Change.Set(id, MINUTES.name(), new Value.Whole(minutes))));
            }
        };
    }

    @Override
    public Refusal.@Nullable Trade veto(
            Board before, List<Change> changes, Board after, Asker asker) {
        return ACCES.veto(before, changes, after);
    }

    /** What a notebook tells others. */
    record Titre(String titre) implements Digest {
        @Override
        public byte[] bytes() {
            return titre.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public Reader reader() {
        return new Reader() {
            @Override
            public Reading read(Board board, Map<BoardId, Digest> others, Instant now) {
                Entity root = board.root();
                String titre = root == null ? "" : root.text(TITRE).plain();
                return new Reading(new Titre(titre), Map.of(), null);
            }

            @Override
            public boolean concerns(BoardId other, Digest told) {
                return false;
            }
        };
    }

    @Override
    public Titre digest(byte[] bytes) {
        return new Titre(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Instant nextAlarm(Board board) {
        return null;
    }

    @Override
    public List<Change> due(Board board, Instant now) {
        return List.of();
    }
}
