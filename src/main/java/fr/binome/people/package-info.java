/**
 * Who people are, outside the log, and how they sign in; the one mutable store, so that a person
 * can be erased. The rules P-… are in {@code src/docs/spec/people.md}. Start reading at {@code
 * People}.
 */
@NullMarked
package fr.binome.people;

import org.jspecify.annotations.NullMarked;
