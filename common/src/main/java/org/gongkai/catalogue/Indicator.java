package org.gongkai.catalogue;

/**
 * A quantity that a form asks for: the row and column of a cell, whichever form prints it.
 *
 * @param code such as {@code channel.weibo} or {@code penalty.decisions}
 * @param requester applicant column, {@code _T} for the total and where there is none
 * @param unit unit of its values
 * @param label label as printed, row and column joined by {@code ／} where both are needed
 * @param form the form that prints it
 * @param table the table of that form
 */
public record Indicator(String code, String requester, String unit, String label, String form, String table) {}
