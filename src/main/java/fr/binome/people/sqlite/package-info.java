/** People in their own SQLite file, apart from the boards. */
@NullMarked
package fr.binome.people.sqlite;

import org.jspecify.annotations.NullMarked;
