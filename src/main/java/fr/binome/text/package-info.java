/**
 * The algebra of collaborative prose: deltas that compose, transform and invert. Start reading at
 * {@code Delta}; what a delta may hold is in {@code TextRules}.
 */
@NullMarked
package fr.binome.text;

import org.jspecify.annotations.NullMarked;
