/**
 * HTTP and WebSockets: the only package that knows Vert.x. Event loops move bytes; what may wait
 * runs on virtual threads. Start reading at {@code Server}.
 */
@NullMarked
package fr.binome.web;

import org.jspecify.annotations.NullMarked;
