/** What one board tells others: small values, white-listed, a second old at most. */
@NullMarked
package fr.binome.apport;

import org.jspecify.annotations.NullMarked;
