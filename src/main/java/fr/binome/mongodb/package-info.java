/**
 * The connection to a school's MongoDB: its concerns, the checks before it is used, the heartbeat
 * that keeps a second server out, and the threads that wait for it. Start reading at {@code Mongo}.
 */
@NullMarked
package fr.binome.mongodb;

import org.jspecify.annotations.NullMarked;
