package fr.binome.web;

import fr.binome.room.Conversation;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** One session that is open, whatever carries it. */
final class Session {
    private final long number;
    private final Outbox outbox;
    private final Conversation conversation;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private volatile @Nullable String signedIn;

    Session(long number, Outbox outbox, Conversation conversation) {
        this.number = number;
        this.outbox = outbox;
        this.conversation = conversation;
        outbox.whenDrained(conversation::drained);
    }

    long number() {
        return number;
    }

    Outbox outbox() {
        return outbox;
    }

    /** To be used on the session's event loop only. */
    Conversation conversation() {
        return conversation;
    }

    /** It has said who it is: the hash of the token of the person's session. */
    void admit(String token) {
        signedIn = token;
    }

    boolean isKnown() {
        return signedIn != null;
    }

    /** The other side has been told of the end, or cannot be. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    /** Whether it belongs to that session of a person. */
    boolean isOf(String token) {
        return token.equals(signedIn);
    }
}
