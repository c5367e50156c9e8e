package org.gongkai.place;

/**
 * Why a body, a region or a year was read as it was.
 *
 * @param about {@code body}, {@code region}, {@code year}, {@code kind}, {@code scope} or {@code published_on}
 * @param from where it was seen: {@code title}, {@code publisher}, {@code period}, {@code table_heading}, {@code
 *     index_number}, {@code address}, {@code signature}, {@code text} or {@code given}
 * @param seen the characters that say so
 * @param read what they were read as
 * @param line 1-based line, 0 for what was given beside the text
 */
public record Evidence(String about, String from, String seen, String read, int line) {}
