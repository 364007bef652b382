/**
 * The kernel: boards as immutable values, the schema that checks them, commands in and changes out.
 * Start reading at {@code Board}, then {@code Kernel}.
 */
@NullMarked
package fr.binome.board;

import org.jspecify.annotations.NullMarked;
