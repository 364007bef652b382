package fr.binome.journal.mongo;

import fr.binome.board.BoardId;
import fr.binome.journal.Bytes;
import fr.binome.journal.Chain;
import fr.binome.journal.Commit;
import fr.binome.journal.StoredDigest;

import org.bson.Document;
import org.bson.types.Binary;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Commits and digests as documents. */
final class Documents {
    private Documents() {}

    /** {@code submissions} says how many it holds, for queries: they cannot compare two fields. */
    static Document of(Commit commit) {
        return new Document("board", commit.board().value())
                .append("n", commit.n())
                .append("prev", binary(commit.prev()))
                .append("hash", binary(commit.hash()))
                .append("epoch", commit.epoch())
                .append("id", commit.id())
                .append("fromSeq", commit.fromSeq())
                .append("toSeq", commit.toSeq())
                .append("submissions", commit.toSeq() - commit.fromSeq())
                .append("at", Date.from(commit.at()))
                .append("texts", List.copyOf(commit.texts()))
                .append("changes", binary(commit.changes()))
                .append("outcomes", binary(commit.outcomes()));
    }

    static Chain.Stored stored(Document document) {
        return new Chain.Stored(
                new Commit(
                        board(document, "board"),
                        number(document, "n"),
                        bytes(document, "prev"),
                        number(document, "epoch"),
                        document.getString("id"),
                        number(document, "fromSeq"),
                        number(document, "toSeq"),
                        instant(document, "at"),
                        Set.copyOf(document.getList("texts", String.class)),
                        bytes(document, "changes"),
                        bytes(document, "outcomes")),
                bytes(document, "hash"));
    }

    static Document of(StoredDigest digest) {
        return new Document("_id", digest.board().value())
                .append("kind", digest.kind())
                .append("seq", digest.seq())
                .append("bytes", binary(digest.bytes()));
    }

    static StoredDigest digest(Document document) {
        return new StoredDigest(
                board(document, "_id"),
                document.getString("kind"),
                number(document, "seq"),
                bytes(document, "bytes"));
    }

    static BoardId board(Document document, String field) {
        return new BoardId(document.getString(field));
    }

    /** Whatever kind of number a tool has made of it. */
    static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    static Bytes bytes(Document document, String field) {
        return Bytes.of(document.get(field, Binary.class).getData());
    }

    static Binary binary(Bytes bytes) {
        return new Binary(bytes.array());
    }
}
