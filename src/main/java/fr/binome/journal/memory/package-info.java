/**
 * A journal that forgets: for tests, for the school that trials are copied from, and the reference
 * of what the others must do.
 */
@NullMarked
package fr.binome.journal.memory;

import org.jspecify.annotations.NullMarked;
