package org.gongkai.table;

/**
 * A line inside a statutory table that was given to no cell of the form.
 *
 * @param line 1-based line
 * @param text the line as printed
 */
public record Unmapped(int line, String text) {}
