/** A journal that forgets: for tests, and the reference of what the others must do. */
@NullMarked
package fr.binome.journal.memory;

import org.jspecify.annotations.NullMarked;
