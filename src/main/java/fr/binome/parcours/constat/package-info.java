/**
 * What the rules of the trade say about a class: findings, each with its rule, its place and what
 * to do. Start reading at {@code Constats}.
 */
@NullMarked
package fr.binome.parcours.constat;

import org.jspecify.annotations.NullMarked;
