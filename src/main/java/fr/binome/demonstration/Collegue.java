package fr.binome.demonstration;

import fr.binome.board.Board;
import fr.binome.board.BoardId;
import fr.binome.board.Entity;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Value;
import fr.binome.parcours.EtapeFields;
import fr.binome.parcours.SituationFields;
import fr.binome.room.Looked;
import fr.binome.wire.Down;
import fr.binome.wire.Place;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The simulated colleague of a trial: goes to the sheet that the visitor looks at and, once on
 * each, writes two sentences, adds an étape, says how long it lasts and what it makes work. Adds,
 * and never changes or removes what is there. Passive: time, chance and ids are handed in.
 */
final class Collegue implements BoardClient.Listener {
    private static final long NEVER = Long.MAX_VALUE;

    /** In milliseconds: what a person takes to look at a sheet, between two acts, at a key. */
    private static final int ARRIVING = 1_800;

    private static final int BETWEEN = 2_500;
    private static final int LIFTING = 700;
    private static final int A_KEY = 90;
    private static final int AFTER_A_WORD = 160;

    private static final List<Field.Prose> TEXTS =
            List.of(
                    SituationFields.DESCRIPTION,
                    SituationFields.CONSIGNE,
                    SituationFields.EVALUATION);

    private final PersonId visitor;
    private final Phrases phrases;
    private final RandomGenerator random;
    private final Supplier<String> ids;
    private final Supplier<String> secrets;
    private final BoardClient.World world;
    private final Set<EntityId> done = new HashSet<>();
    private final Deque<Geste> todo = new ArrayDeque<>();
    private final Set<String> written = new LinkedHashSet<>();
    private @Nullable BoardClient client;
    private @Nullable EntityId sheet;
    private @Nullable EntityId etape;
    private @Nullable Writing writing;
    private Phrases.@Nullable Etape added;
    private boolean lost;
    private boolean paused;
    private long dueAt;

    /** What it does on a sheet, in this order. */
    private enum Geste {
        PHRASE,
        ETAPE,
        TITRE,
        MINUTES,
        COMPETENCE,
        AUTRE_PHRASE
    }

    /**
     * A colleague who waits for the visitor.
     *
     * @param ids makes ids of entities
     * @param secrets makes secret ids of clients
     */
    Collegue(
            PersonId visitor,
            Phrases phrases,
            RandomGenerator random,
            Supplier<String> ids,
            Supplier<String> secrets,
            BoardClient.World world) {
        this.visitor = visitor;
        this.phrases = phrases;
        this.random = random;
        this.ids = ids;
        this.secrets = secrets;
        this.world = world;
    }

    /** The visitor is on a board now, or on none: goes along, and leaves no sentence half done. */
    void visit(@Nullable BoardId board) {
        BoardClient here = client;
        if (here != null && here.id().equals(board)) {
            return;
        }
        if (here != null) {
            KernelCommand rest = writing == null ? null : writing.rest();
            here.leave(rest == null ? List.of() : List.of(rest));
        }
        writing = null;
        sheet = null;
        todo.clear();
        client = board == null ? null : new BoardClient(board, secrets, world, this);
    }

    /** Stops, or goes on where it was. */
    void pause(boolean wanted, long now) {
        paused = wanted;
        dueAt = now + LIFTING;
        BoardClient here = client;
        if (here != null) {
            here.at(here());
        }
    }

    /** What a look at a board has shown. */
    void seen(BoardId board, Looked looked) {
        BoardClient here = client;
        if (here != null && here.id().equals(board)) {
            switch (looked) {
                case Looked.Seen seen -> here.start(seen);
                case Looked.Hidden _, Looked.Unavailable _ -> gone();
            }
        }
    }

    /** A message of the server. */
    void hear(byte[] message, long now) {
        BoardClient here = client;
        if (here != null) {
            here.hear(message, now);
        }
    }

    /** When to {@link #act} at the latest, if nothing is heard before. */
    long next() {
        BoardClient here = client;
        if (here == null) {
            return NEVER;
        }
        boolean busy = !paused && here.isReady() && (writing != null || !todo.isEmpty());
        return Math.min(here.next(), busy ? dueAt : NEVER);
    }

    /** Does what is due. */
    void act(long now) {
        BoardClient here = client;
        if (here == null) {
            return;
        }
        here.tick(now);
        Board board = here.state();
        if (paused || board == null || !here.isReady()) {
            return;
        }
        if (lost) {
            lost = false;
            if (writing != null && !writing.findAgain(board)) {
                writing = null;
            }
        }
        follow(here, board, now);
        if (now >= dueAt && here.isReady()) {
            if (writing != null) {
                write(here, board, writing, now);
            } else if (!todo.isEmpty()) {
                begin(here, board, todo.removeFirst(), now);
            }
        }
    }

    /** Goes to the sheet that the visitor looks at, having said what was half said. */
    private void follow(BoardClient here, Board board, long now) {
        EntityId looked = lookedAt(here, board);
        if (looked == null ? sheet == null : looked.equals(sheet)) {
            return;
        }
        KernelCommand rest = writing == null ? null : writing.rest();
        writing = null;
        if (rest != null) {
            here.submit(List.of(rest));
            return;
        }
        sheet = looked;
        etape = null;
        written.clear();
        todo.clear();
        if (looked != null && done.add(looked)) {
            todo.addAll(List.of(Geste.values()));
        }
        here.at(here());
        dueAt = now + ARRIVING;
    }

    private @Nullable EntityId lookedAt(BoardClient here, Board board) {
        for (Place place : here.placesOf(visitor).reversed()) {
            for (Entity at = board.live(place.id());
                    at != null && !at.isRoot();
                    at = board.live(at.in())) {
                if (at.kind().equals(SituationFields.SITUATION)) {
                    return at.id();
                }
            }
        }
        return null;
    }

    private @Nullable Place here() {
        if (writing != null && !paused) {
            return writing.place();
        }
        return sheet == null ? null : new Place(sheet, null, null, null);
    }

    private void begin(BoardClient here, Board board, Geste geste, long now) {
        Entity situation = sheet == null ? null : board.live(sheet);
        if (situation == null) {
            todo.clear();
            return;
        }
        dueAt = now + BETWEEN + random.nextInt(BETWEEN);
        switch (geste) {
            case PHRASE, AUTRE_PHRASE -> phrase(here, situation, now);
            case ETAPE -> etape(here, board, situation);
            case TITRE -> titre(here, board, now);
            case MINUTES -> minutes(here, board);
            case COMPETENCE -> competence(here, board, situation);
        }
    }

    /** In the first text where the visitor is not and nothing has been written yet. */
    private void phrase(BoardClient here, Entity situation, long now) {
        List<String> visited =
                here.placesOf(visitor).stream()
                        .filter(place -> place.id().equals(situation.id()))
                        .map(Place::field)
                        .toList();
        for (Field.Prose text : TEXTS) {
            String sentence = one(sentences(text));
            if (!visited.contains(text.name())
                    && !situation.text(text).plain().contains(sentence)
                    && written.add(text.name())) {
                lift(here, new Writing(situation, text, sentence), now);
                return;
            }
        }
    }

    private List<String> sentences(Field.Prose text) {
        if (text.equals(SituationFields.DESCRIPTION)) {
            return phrases.description();
        }
        return text.equals(SituationFields.CONSIGNE) ? phrases.consigne() : phrases.evaluation();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Puts the caret where it is going to write. */
    private void lift(BoardClient here, Writing begun, long now) {
        writing = begun;
        here.at(begun.place());
        dueAt = now + LIFTING;
    }

    private void write(BoardClient here, Board board, Writing under, long now) {
        if (under.isDone() || !under.stands(board)) {
            writing = null;
            here.at(here());
            dueAt = now + BETWEEN + random.nextInt(BETWEEN);
            return;
        }
        int characters = 1 + random.nextInt(3);
        dueAt = now + (long) characters * (A_KEY + random.nextInt(A_KEY));
        if (under.next() == ' ') {
            dueAt += random.nextInt(AFTER_A_WORD);
        }
        here.submit(List.of(under.more(characters)));
    }

    private void etape(BoardClient here, Board board, Entity situation) {
        List<Entity> etapes = board.children(situation.id(), EtapeFields.ETAPE);
        EntityId id = new EntityId(ids.get());
        etape = id;
        added = one(phrases.etapes());
        here.submit(
                List.of(
                        new KernelCommand.Create(
                                EtapeFields.ETAPE.name(),
                                id,
                                situation.id(),
                                etapes.isEmpty() ? null : etapes.getLast().id(),
                                Map.of())));
        dueAt -= BETWEEN;
    }

    private void titre(BoardClient here, Board board, long now) {
        Entity mine = etape(board);
        if (mine != null && added != null) {
            lift(here, new Writing(mine, EtapeFields.TITRE, added.titre()), now);
        }
    }

    private @Nullable Entity etape(Board board) {
        return etape == null ? null : board.live(etape);
    }

    private void minutes(BoardClient here, Board board) {
        Entity mine = etape(board);
        if (mine != null && added != null && mine.value(EtapeFields.MINUTES) == null) {
            here.submit(
                    List.of(
                            new KernelCommand.SetField(
                                    mine.id(),
                                    EtapeFields.MINUTES.name(),
                                    new Value.Whole(added.minutes()))));
        }
    }

    /** One that another étape of the situation works already: it is of the class for certain. */
    private void competence(BoardClient here, Board board, Entity situation) {
        Entity mine = etape(board);
        List<String> known =
                board.children(situation.id(), EtapeFields.ETAPE).stream()
                        .flatMap(each -> board.children(each.id(), EtapeFields.COMPETENCE).stream())
                        .map(competence -> competence.id().target())
                        .distinct()
                        .sorted()
                        .toList();
        if (mine != null && !known.isEmpty()) {
            here.submit(
                    List.of(
                            new KernelCommand.Create(
                                    EtapeFields.COMPETENCE.name(),
                                    EntityId.member(mine.id(), EtapeFields.COMPETENCE, one(known)),
                                    mine.id(),
                                    null,
                                    Map.of())));
        }
    }

    @Override
    public void changed(Down.Accepted submission, boolean own) {
        BoardClient here = client;
        if (here == null) {
            return;
        }
        if (writing != null) {
            writing.follow(submission.changes(), own);
            if (own) {
                here.at(here());
            }
        }
    }

    @Override
    public void restarted() {
        lost = true;
    }

    @Override
    public void refused() {
        writing = null;
    }

    @Override
    public void gone() {
        client = null;
        writing = null;
        sheet = null;
        todo.clear();
    }
}
