/**
 * The official lists that diplomas are built on, loaded from data and validated at start. Start
 * reading at {@code Referentiels}.
 */
@NullMarked
package fr.binome.referentiel;

import org.jspecify.annotations.NullMarked;
