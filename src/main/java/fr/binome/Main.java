package fr.binome;

import fr.binome.mongodb.Mongo;
import fr.binome.referentiel.DataFaults;
import fr.binome.sqlite.DataFolder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the server, says where it is, and ends it cleanly. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /**
     * Prints a set-up link even though there is a responsable, for one who has lost the password.
     */
    private static final String SETUP_LINK = "--setup-link";

    /** The exit code of a server whose database another one has taken. */
    private static final int TAKEN = 3;

    private Main() {}

    public static void main(String[] args) throws Exception {
        String config = System.getenv().getOrDefault("BINOME_CONFIG", "config/binome.json");
        Running running;
        try {
            Settings settings = Settings.read(Path.of(config), System.getenv());
            running =
                    Running.start(
                            settings, List.of(args).contains(SETUP_LINK), () -> System.exit(TAKEN));
        } catch (Settings.Wrong | DataFolder.InUse | Mongo.Unusable | DataFaults e) {
            System.err.println("Binôme does not start: " + e.getMessage());
            System.exit(2);
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    running.stop();
                                    ended.countDown();
                                },
                                "stop"));
        if (Boolean.getBoolean("binome.exitWithParent")) {
            exitWithParent();
        }
        running.invitations().forEach(System.out::println);
        ended.await();
    }

    /**
     * Ends when the process that started this one has ended without a word, as a killed Maven does.
     */
    private static void exitWithParent() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Thread.ofVirtual()
                .start(
                        () -> {
                            parent.onExit().join();
                            LOG.info("the parent has ended");
                            System.exit(0);
                        });
    }
}
