/** People in a MongoDB. */
@NullMarked
package fr.binome.people.mongo;

import org.jspecify.annotations.NullMarked;
