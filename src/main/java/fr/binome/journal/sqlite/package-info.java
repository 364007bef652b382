/** The journal in one SQLite file. */
@NullMarked
package fr.binome.journal.sqlite;

import org.jspecify.annotations.NullMarked;
