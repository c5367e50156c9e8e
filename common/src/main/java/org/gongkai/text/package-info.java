/**
 * Bytes to characters to numbered lines: charsets, widths and look-alikes, doubled bold, page breaks, HTML.
 *
 * <p>What leaves this room is a {@link org.gongkai.text.Manuscript}; nobody behind it sees bytes, markup or full-width
 * digits.
 */
package org.gongkai.text;
