package fr.binome.people.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;

import fr.binome.board.BoardId;
import fr.binome.board.PersonId;
import fr.binome.mongodb.Mongo;
import fr.binome.people.Account;
import fr.binome.people.Essai;
import fr.binome.people.Link;
import fr.binome.people.PeopleStore;
import fr.binome.people.Person;
import fr.binome.people.SignedIn;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * People in a MongoDB. A person and the account are one document, and so are a trial and its
 * persons: they come and go together, and nothing here needs a transaction.
 */
public final class MongoPeople implements PeopleStore {
    private final MongoCollection<Document> persons;
    private final MongoCollection<Document> essais;
    private final MongoCollection<Document> links;
    private final MongoCollection<Document> sessions;

    private MongoPeople(
            MongoCollection<Document> persons,
            MongoCollection<Document> essais,
            MongoCollection<Document> links,
            MongoCollection<Document> sessions) {
        this.persons = persons;
        this.essais = essais;
        this.links = links;
        this.sessions = sessions;
    }

    /** People on a connection, which they do not close. */
    public static MongoPeople open(Mongo mongo) throws Mongo.Unusable {
        IndexModel ofPerson = new IndexModel(ascending("person"));
        return new MongoPeople(
                mongo.collection(
                        "persons",
                        List.of(
                                new IndexModel(
                                        ascending("login"), new IndexOptions().unique(true)))),
                mongo.collection("essais", List.of(new IndexModel(ascending("persons._id")))),
                mongo.collection("links", List.of(ofPerson)),
                mongo.collection("sessions", List.of(ofPerson)));
    }

    @Override
    public List<Person> persons() {
        List<Person> all = persons.find().map(MongoPeople::person).into(new ArrayList<>());
        essais().forEach(essai -> all.addAll(essai.persons()));
        return all;
    }

    @Override
    public boolean add(Person person, Account account) {
        try {
            persons.insertOne(
                    document(person)
                            .append("login", account.login())
                            .append("password", account.passwordHash())
                            .append("responsable", account.responsable()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                    && account(account.login()) != null) {
                return false;
            }
            throw e;
        }
    }

    private static Document document(Person person) {
        return new Document("_id", person.id().value())
                .append("name", person.name())
                .append("hue", person.hue());
    }

    @Override
    public void add(Essai essai) {
        essais.insertOne(
                new Document("_id", essai.id())
                        .append("visitor", essai.visitor().value())
                        .append("colleague", essai.colleague().value())
                        .append(
                                "persons",
                                essai.persons().stream().map(MongoPeople::document).toList())
                        .append("boards", essai.boards().stream().map(BoardId::value).toList())
                        .append("made", Date.from(essai.made())));
    }

    @Override
    public List<Essai> essais() {
        return essais.find().map(MongoPeople::essai).into(new ArrayList<>());
    }

    private static Essai essai(Document document) {
        return new Essai(
                document.getString("_id"),
                new PersonId(document.getString("visitor")),
                new PersonId(document.getString("colleague")),
                document.getList("persons", Document.class).stream()
                        .map(MongoPeople::person)
                        .toList(),
                document.getList("boards", String.class).stream().map(BoardId::new).toList(),
                document.getDate("made").toInstant());
    }

    @Override
    public void drop(Essai essai) {
        essai.persons().forEach(person -> dropWhatBelongsTo(person.id()));
        essais.deleteOne(eq("_id", essai.id()));
        essai.persons().forEach(person -> dropWhatBelongsTo(person.id()));
    }

    /**
     * The person goes between the rest: an erasure that was cut short can be repeated as long as
     * anything is left, and what comes in meanwhile goes as well.
     */
    @Override
    public void erase(PersonId person) {
        dropWhatBelongsTo(person);
        persons.deleteOne(eq("_id", person.value()));
        dropWhatBelongsTo(person);
    }

    private void dropWhatBelongsTo(PersonId person) {
        links.deleteMany(eq("person", person.value()));
        sessions.deleteMany(eq("person", person.value()));
    }

    private boolean isThere(PersonId person) {
        return persons.find(eq("_id", person.value())).first() != null
                || essais.find(eq("persons._id", person.value())).first() != null;
    }

    @Override
    public @Nullable Account account(String login) {
        return account(eq("login", login));
    }

    @Override
    public @Nullable Account accountOf(PersonId person) {
        return account(eq("_id", person.value()));
    }

    private @Nullable Account account(Bson which) {
        Document found = persons.find(which).first();
        return found == null
                ? null
                : new Account(
                        new PersonId(found.getString("_id")),
                        found.getString("login"),
                        found.getString("password"),
                        found.getBoolean("responsable"));
    }

    @Override
    public void setPassword(PersonId person, String passwordHash) {
        persons.updateOne(eq("_id", person.value()), set("password", passwordHash));
    }

    @Override
    public int responsables() {
        return (int) persons.countDocuments(eq("responsable", true));
    }

    @Override
    public void put(Link link) {
        PersonId person = link.person();
        BoardId board = link.board();
        links.insertOne(
                new Document("_id", link.token())
                        .append("purpose", link.purpose().name())
                        .append("person", person == null ? null : person.value())
                        .append("board", board == null ? null : board.value())
                        .append("discipline", link.discipline())
                        .append("expires", Date.from(link.expires())));
        if (person != null && !isThere(person)) {
            links.deleteOne(eq("_id", link.token()));
        }
    }

    @Override
    public @Nullable Link link(String token, Link.Purpose purpose) {
        return link(links.find(is(token, purpose)).first());
    }

    @Override
    public @Nullable Link take(String token, Link.Purpose purpose) {
        return link(links.findOneAndDelete(is(token, purpose)));
    }

    private static Bson is(String token, Link.Purpose purpose) {
        return and(eq("_id", token), eq("purpose", purpose.name()));
    }

    @Override
    public void dropLinks(Link.Purpose purpose) {
        links.deleteMany(eq("purpose", purpose.name()));
    }

    @Override
    public void put(SignedIn session) {
        sessions.replaceOne(
                eq("_id", session.token()),
                new Document("_id", session.token())
                        .append("person", session.person().value())
                        .append("started", Date.from(session.started()))
                        .append("lastSeen", Date.from(session.lastSeen())),
                new ReplaceOptions().upsert(true));
        if (!isThere(session.person())) {
            end(session.token());
        }
    }

    @Override
    public @Nullable SignedIn session(String token) {
        Document found = sessions.find(eq("_id", token)).first();
        return found == null
                ? null
                : new SignedIn(
                        token,
                        new PersonId(found.getString("person")),
                        found.getDate("started").toInstant(),
                        found.getDate("lastSeen").toInstant());
    }

    @Override
    public void touch(String token, Instant seen) {
        sessions.updateOne(eq("_id", token), set("lastSeen", Date.from(seen)));
    }

    @Override
    public void end(String token) {
        sessions.deleteOne(eq("_id", token));
    }

    /** One by one: each that is ended is told, and none is ended untold. */
    @Override
    public List<String> endAll(PersonId person) {
        List<String> ended = new ArrayList<>();
        Document session = sessions.findOneAndDelete(eq("person", person.value()));
        while (session != null) {
            ended.add(session.getString("_id"));
            session = sessions.findOneAndDelete(eq("person", person.value()));
        }
        return ended;
    }

    private static Person person(Document document) {
        return new Person(
                new PersonId(document.getString("_id")),
                document.getString("name"),
                document.getInteger("hue"));
    }

    private static @Nullable Link link(@Nullable Document found) {
        if (found == null) {
            return null;
        }
        String person = found.getString("person");
        String board = found.getString("board");
        return new Link(
                found.getString("_id"),
                Link.Purpose.valueOf(found.getString("purpose")),
                person == null ? null : new PersonId(person),
                board == null ? null : new BoardId(board),
                found.getString("discipline"),
                found.getDate("expires").toInstant());
    }

    @Override
    public void close() {}
}
