/** Figures stated in narrative text: numerals, the claims around them, and what the claims are about. */
package org.gongkai.prose;
