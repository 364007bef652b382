/**
 * The embedded store: one file, one writer thread, one reader thread, and the lock that keeps a
 * second server out. Start reading at {@code SqliteFile}.
 */
@NullMarked
package fr.binome.sqlite;

import org.jspecify.annotations.NullMarked;
