package fr.binome;

import fr.binome.board.NoCommand;
import fr.binome.demonstration.Demonstration;
import fr.binome.demonstration.Essais;
import fr.binome.demonstration.Modeles;
import fr.binome.mongodb.Mongo;
import fr.binome.mongodb.MongoAddress;
import fr.binome.parcours.ClasseKind;
import fr.binome.people.Passwords;
import fr.binome.people.People;
import fr.binome.people.Person;
import fr.binome.people.Secrets;
import fr.binome.people.Tickets;
import fr.binome.referentiel.DataFaults;
import fr.binome.referentiel.Referentiels;
import fr.binome.room.Conversation;
import fr.binome.room.Kinds;
import fr.binome.room.PersonBuckets;
import fr.binome.room.Rooms;
import fr.binome.sqlite.DataFolder;
import fr.binome.web.Server;
import fr.binome.wire.Down;
import fr.binome.wire.KindWire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that runs: everything composed by constructors, and taken apart in the opposite order.
 */
public final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Duration MOST_FOR_ROOMS = Duration.ofSeconds(4);

    private final Settings settings;
    private final People people;
    private final Rooms rooms;
    private final Server server;
    private final List<AutoCloseable> toClose;
    private final List<String> invitations = new ArrayList<>();

    private Running(
            Settings settings,
            People people,
            Rooms rooms,
            Server server,
            List<AutoCloseable> toClose) {
        this.settings = settings;
        this.people = people;
        this.rooms = rooms;
        this.server = server;
        this.toClose = toClose;
    }

    /**
     * Starts all, or nothing.
     *
     * @param whenTaken is run when another server has taken what this one works on
     */
    static Running start(Settings settings, boolean printSetUpLink, Runnable whenTaken)
            throws IOException, SQLException, DataFolder.InUse, Mongo.Unusable, DataFaults {
        MongoAddress mongo = settings.mongo();
        return start(
                settings,
                printSetUpLink,
                (clock, secrets, toClose) ->
                        mongo == null
                                ? Stores.embedded(settings.data(), toClose)
                                : Stores.in(mongo, clock, secrets, whenTaken, toClose));
    }

    /** Starts all on those stores, or nothing. */
    static Running start(Settings settings, boolean printSetUpLink, Stores.Opening opening)
            throws IOException, SQLException, DataFolder.InUse, Mongo.Unusable, DataFaults {
        Referentiels referentiels = Referentiels.load();
        InstantSource clock = InstantSource.system();
        Secrets secrets = new Secrets(new SecureRandom());
        List<AutoCloseable> toClose = new ArrayList<>();
        try {
            Stores stores = opening.open(clock, secrets, toClose);
            Running running = compose(settings, referentiels, clock, secrets, stores, toClose);
            running.invite(printSetUpLink);
            return running;
        } catch (IOException
                | SQLException
                | DataFolder.InUse
                | Mongo.Unusable
                | RuntimeException e) {
            close(toClose);
            throw e;
        }
    }

    private static Running compose(
            Settings settings,
            Referentiels referentiels,
            InstantSource clock,
            Secrets secrets,
            Stores stores,
            List<AutoCloseable> toClose)
            throws IOException {
        Passwords passwords = new Passwords();
        toClose.add(passwords);
        People people = new People(stores.people(), passwords, secrets, clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        toClose.add(threads::shutdownNow);
        Timer timer = new Timer(threads);
        toClose.add(timer);
        Kinds kinds =
                new Kinds(List.of(new KindWire<>(new ClasseKind(referentiels), NoCommand.class)));
        Rooms rooms =
                new Rooms(
                        new Rooms.Parts(
                                stores.journal(),
                                kinds,
                                id -> {
                                    Person person = people.person(id);
                                    return person == null
                                            ? null
                                            : new Down.Shown(person.name(), person.hue());
                                },
                                clock,
                                secrets::id,
                                threads,
                                timer::after,
                                Duration.ofMinutes(settings.idleMinutes()),
                                settings.presence()));
        rooms.restoreDigests();
        PersonBuckets buckets = new PersonBuckets(settings.limits());
        timer.every(Duration.ofMinutes(1), () -> buckets.sweep(clock.millis()));
        Conversation.Parts conversations =
                new Conversation.Parts(rooms, settings.limits(), buckets, clock, build());
        Essais essais =
                new Essais(
                        new Essais.Parts(
                                settings.essais(),
                                people,
                                kinds,
                                secrets,
                                conversations,
                                threads,
                                timer::after));
        timer.every(Duration.ofMinutes(1), essais::sweep);
        Server server =
                Server.start(
                        settings.host(),
                        settings.port(),
                        new Server.Parts(
                                settings.publicUrl(),
                                people,
                                new Tickets(clock, secrets),
                                secrets,
                                referentiels,
                                rooms,
                                essais,
                                new Modeles(kinds, secrets),
                                conversations,
                                threads));
        return new Running(settings, people, rooms, server, toClose);
    }

    /**
     * What this server was built from; a page that was built from something else offers to reload.
     */
    private static String build() {
        String version = Running.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    private void invite(boolean printSetUpLink) throws IOException {
        String url = settings.publicUrl().toString();
        invitations.add("Binôme: " + url);
        if (people.isNew() || printSetUpLink) {
            invitations.add("  set up: " + url + "/installation#" + people.setUpLink());
        }
        if (settings.demonstration() && settings.isLocal()) {
            Secrets secrets = new Secrets(new SecureRandom());
            Demonstration demonstration =
                    new Demonstration(people::addForDemonstration, rooms, secrets);
            List<Person> shown = demonstration.shown();
            if (rooms.digests().all().isEmpty() && people.isNew()) {
                demonstration.load();
            }
            people.dropDemonstrationLinks();
            for (Person person : shown) {
                invitations.add(
                        "  demonstration, as "
                                + person.name()
                                + ": "
                                + url
                                + "/demonstration#"
                                + people.demonstrationLink(person.id()));
            }
        }
    }

    /** The addresses to print for whoever has started the server. */
    List<String> invitations() {
        return invitations;
    }

    /** Answers what is under way, keeps snapshots, says goodbye, within five seconds. */
    void stop() {
        rooms.stop(MOST_FOR_ROOMS);
        server.goAway();
        server.stop();
        close(toClose);
    }

    private static void close(List<AutoCloseable> toClose) {
        for (AutoCloseable each : toClose.reversed()) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.error("could not be closed", e);
            }
        }
    }
}
