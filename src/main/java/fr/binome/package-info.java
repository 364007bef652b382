/** Binôme: composition of the server from its parts. Start reading at {@code Main}. */
@NullMarked
package fr.binome;

import org.jspecify.annotations.NullMarked;
