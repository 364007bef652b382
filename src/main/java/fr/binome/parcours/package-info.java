/**
 * The trade of a class in one school year: its binôme, its situations and their étapes. Start
 * reading at {@code Classe}.
 */
@NullMarked
package fr.binome.parcours;

import org.jspecify.annotations.NullMarked;
