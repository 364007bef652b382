/**
 * The JSON of commands, changes and messages, and the TypeScript types of it. What each message
 * means is in {@code src/docs/spec/sync.md}. Start reading at {@code Up} and {@code Down}.
 */
@NullMarked
package fr.binome.wire;

import org.jspecify.annotations.NullMarked;
