/** The insights of a class as a client receives them, by key. Start reading at {@code Key}. */
@NullMarked
package fr.binome.parcours.insight;

import org.jspecify.annotations.NullMarked;
