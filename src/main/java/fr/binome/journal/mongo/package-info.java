/** The journal in a MongoDB. */
@NullMarked
package fr.binome.journal.mongo;

import org.jspecify.annotations.NullMarked;
