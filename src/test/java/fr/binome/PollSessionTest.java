package fr.binome;

/** Sessions over answer after answer. */
class PollSessionTest extends SessionContract {
    PollSessionTest() {
        super(Carriage.Kind.POLL);
    }
}
