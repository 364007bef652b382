package fr.binome.room;

/**
 * The sending side of one session. Safe to call from any thread; what is sent arrives in order or
 * the session ends.
 */
public interface Outlet {
    /** Unique among the sessions of this process. */
    long session();

    /**
     * Whether so much waits to be sent that nothing more should be handed over until it has
     * drained.
     */
    boolean isFull();

    /** Sends one message, UTF-8 JSON; the array is shared with other sessions and never changed. */
    void send(byte[] message);
}
