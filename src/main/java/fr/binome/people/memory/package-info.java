/** People who are forgotten when the process ends: for tests. */
@NullMarked
package fr.binome.people.memory;

import org.jspecify.annotations.NullMarked;
