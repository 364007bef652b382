/**
 * The example school, made by the same acts as a person's, the trials that are copies of it, and
 * the colleague who is simulated in each. Start reading at {@code Demonstration}, then {@code
 * Essais} and {@code Collegue}.
 */
@NullMarked
package fr.binome.demonstration;

import org.jspecify.annotations.NullMarked;
