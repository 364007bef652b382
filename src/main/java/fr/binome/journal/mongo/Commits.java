package fr.binome.journal.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;

import fr.binome.board.BoardId;
import fr.binome.journal.Chain;
import fr.binome.journal.Commit;
import fr.binome.journal.Journal;
import fr.binome.mongodb.Mongo;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;

/** The collection of commits. One document is one commit; a place in a chain is unique. */
final class Commits {
    private static final Bson BY_SEQ = ascending("board", "toSeq");

    private final MongoCollection<Document> documents;

    Commits(Mongo mongo) throws Mongo.Unusable {
        documents =
                mongo.collection(
                        "commits",
                        List.of(
                                new IndexModel(
                                        ascending("board", "n"), new IndexOptions().unique(true)),
                                new IndexModel(BY_SEQ),
                                new IndexModel(ascending("board", "texts", "toSeq"))));
    }

    void insert(Commit commit) {
        documents.insertOne(Documents.of(commit));
    }

    /** The commits after a place, in order, each with the hash that was written beside it. */
    List<Chain.Stored> after(BoardId board, long n) {
        List<Chain.Stored> found = new ArrayList<>();
        documents
                .find(and(eq("board", board.value()), gt("n", n)))
                .sort(ascending("n"))
                .map(Documents::stored)
                .into(found);
        return found;
    }

    List<Commit> at(BoardId board, long n) {
        return commits(documents.find(and(eq("board", board.value()), eq("n", n))));
    }

    List<Commit> between(BoardId board, long afterSeq, long toSeq, int limit) {
        return commits(
                documents
                        .find(
                                and(
                                        eq("board", board.value()),
                                        gt("toSeq", afterSeq),
                                        lt("fromSeq", toSeq),
                                        gt("submissions", 0L)))
                        .sort(BY_SEQ)
                        .limit(limit));
    }

    /** Sorted by seq: what edits a text holds submissions, and so no two have the same. */
    List<Commit> touching(BoardId board, String text, long afterSeq, int limit) {
        return commits(
                documents
                        .find(
                                and(
                                        eq("board", board.value()),
                                        eq("texts", text),
                                        gt("toSeq", afterSeq)))
                        .sort(ascending("toSeq"))
                        .limit(limit));
    }

    private static List<Commit> commits(FindIterable<Document> found) {
        List<Commit> commits = new ArrayList<>();
        for (Document document : found) {
            commits.add(Documents.stored(document).commit());
        }
        return commits;
    }

    void drop(BoardId board) {
        documents.deleteMany(eq("board", board.value()));
    }

    /** From the index alone, without the bodies. */
    List<Journal.Head> heads() {
        List<Journal.Head> heads = new ArrayList<>();
        for (Document document :
                documents
                        .aggregate(
                                List.of(
                                        Aggregates.group(
                                                "$board", Accumulators.max("seq", "$toSeq"))))
                        .hint(BY_SEQ)) {
            heads.add(
                    new Journal.Head(
                            Documents.board(document, "_id"), Documents.number(document, "seq")));
        }
        return heads;
    }
}
