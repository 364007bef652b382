package fr.binome.journal.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;

import fr.binome.board.BoardId;
import fr.binome.journal.Bytes;
import fr.binome.journal.Snapshot;
import fr.binome.mongodb.Mongo;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

/**
 * Snapshots, cut into parts: one may weigh more than a document can. Each part repeats the header;
 * one with a missing or a foreign part has not its checksum, and is passed over as a spoilt one.
 */
final class Snapshots {
    private static final int PART_BYTES = 8 << 20;
    private static final int KEPT = 2;

    private final MongoCollection<Document> parts;

    Snapshots(Mongo mongo) throws Mongo.Unusable {
        parts =
                mongo.collection(
                        "snapshots",
                        List.of(
                                new IndexModel(
                                        ascending("board", "n", "part"),
                                        new IndexOptions().unique(true))));
    }

    void save(Snapshot snapshot) {
        byte[] bytes = snapshot.bytes().array();
        int part = 0;
        for (int from = 0; from == 0 || from < bytes.length; from += PART_BYTES) {
            byte[] piece =
                    Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART_BYTES));
            parts.replaceOne(
                    and(at(snapshot.board(), snapshot.n()), eq("part", part)),
                    document(snapshot, part, piece),
                    new ReplaceOptions().upsert(true));
            part++;
        }
        // What an earlier save of the same state had more of.
        parts.deleteMany(and(at(snapshot.board(), snapshot.n()), gte("part", part)));
        dropOlderThanKept(snapshot.board());
    }

    private static Bson at(BoardId board, long n) {
        return and(eq("board", board.value()), eq("n", n));
    }

    private static Document document(Snapshot snapshot, int part, byte[] piece) {
        return new Document("board", snapshot.board().value())
                .append("n", snapshot.n())
                .append("part", part)
                .append("kind", snapshot.kind())
                .append("hash", Documents.binary(snapshot.hash()))
                .append("seq", snapshot.seq())
                .append("at", Date.from(snapshot.at()))
                .append("checksum", Documents.binary(snapshot.checksum()))
                .append("bytes", new Binary(piece));
    }

    private void dropOlderThanKept(BoardId board) {
        List<Long> kept = ns(board);
        if (kept.size() > KEPT) {
            parts.deleteMany(and(eq("board", board.value()), lt("n", kept.get(KEPT - 1))));
        }
    }

    void drop(BoardId board) {
        parts.deleteMany(eq("board", board.value()));
    }

    /** Where there are snapshots of a board, newest first. */
    private List<Long> ns(BoardId board) {
        List<Long> found = new ArrayList<>();
        for (Document document :
                parts.find(and(eq("board", board.value()), eq("part", 0)))
                        .projection(include("n"))
                        .sort(descending("n"))) {
            found.add(Documents.number(document, "n"));
        }
        return found;
    }

    /** Those that are whole, newest first. */
    List<Snapshot> of(BoardId board) {
        List<Snapshot> found = new ArrayList<>();
        for (long n : ns(board)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Document header = null;
            for (Document part : parts.find(at(board, n)).sort(ascending("part"))) {
                header = part;
                bytes.writeBytes(Documents.bytes(part, "bytes").array());
            }
            if (header == null) {
                continue;
            }
            Snapshot snapshot =
                    new Snapshot(
                            board,
                            header.getString("kind"),
                            n,
                            Documents.bytes(header, "hash"),
                            Documents.number(header, "seq"),
                            Documents.instant(header, "at"),
                            Bytes.of(bytes.toByteArray()));
            if (snapshot.checksum().equals(Documents.bytes(header, "checksum"))) {
                found.add(snapshot);
            }
        }
        return found;
    }
}
