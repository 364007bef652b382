/**
 * What follows from the plan of a class: coverage, blocs, hours, weeks, and the parcours of a
 * diploma over the classes that belong together. Start reading at {@code ClassePlan}.
 */
@NullMarked
package fr.binome.parcours.reading;

import org.jspecify.annotations.NullMarked;
