package fr.binome.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of the data, held by this process alone for as long as it is open. */
public final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder where it is missing and locks it.
     *
     * @throws InUse when another server holds it
     */
    public static DataFolder open(Path folder) throws IOException, InUse {
        Files.createDirectories(folder);
        FileChannel lockFile =
                FileChannel.open(
                        folder.resolve("binome.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (lock(lockFile)) {
            return new DataFolder(folder, lockFile);
        }
        lockFile.close();
        throw new InUse(folder);
    }

    /** The operating system lets go of the lock when the process ends, however it ends. */
    private static boolean lock(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    /** Another server works on the same data. */
    public static final class InUse extends Exception {
        InUse(Path folder) {
            super(
                    "the data in "
                            + folder
                            + " is in use by another server; end it, or set another data folder");
        }
    }
}
