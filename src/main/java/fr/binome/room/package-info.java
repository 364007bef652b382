/**
 * Open boards: one room each, passive, driven by a mailbox; who is in it, what they are sent, and
 * the one truth that goes to the journal. Start reading at {@code Room}.
 */
@NullMarked
package fr.binome.room;

import org.jspecify.annotations.NullMarked;
