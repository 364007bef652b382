/**
 * The school of the demonstration, made by the same acts as a person's. Start reading at {@code
 * Demonstration}.
 */
@NullMarked
package fr.binome.demonstration;

import org.jspecify.annotations.NullMarked;
