package fr.binome;

/** Sessions over one answer that stays open. */
class StreamSessionTest extends SessionContract {
    StreamSessionTest() {
        super(Carriage.Kind.STREAM);
    }
}
