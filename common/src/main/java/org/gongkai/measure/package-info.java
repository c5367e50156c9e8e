/**
 * Measures worked out of figures: the formulas of {@code data/reference/measures.json} over the figures of one report, and
 * their sums over many. Plain arithmetic without rounding; who stands in which sum is decided above this room.
 */
package org.gongkai.measure;
