/**
 * The durable log of the boards: a port and what fulfils it. It stores opaque bytes with a header
 * and knows ids only. Start reading at {@code Journal}.
 */
@NullMarked
package fr.binome.journal;

import org.jspecify.annotations.NullMarked;
