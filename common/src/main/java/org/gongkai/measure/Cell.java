package org.gongkai.measure;

import org.gongkai.catalogue.Measure;

import java.io.Serializable;

/**
 * What one row of {@code measures} is about: a measure and an applicant column.
 *
 * @param number its place among all cells of these definitions, from 0
 * @param measure the measure, none of an open family
 * @param requester applicant column, {@code _T} for the total
 */
public record Cell(int number, Measure measure, String requester) implements Serializable {}
