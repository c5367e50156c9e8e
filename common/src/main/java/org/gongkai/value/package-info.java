/**
 * A printed figure: what it counts, what is printed, why it is or is not there, and where it stands.
 *
 * <p>This room knows no form and no text: every other room speaks in its nouns.
 */
package org.gongkai.value;
