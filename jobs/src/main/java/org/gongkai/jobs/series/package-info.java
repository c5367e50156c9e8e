/**
 * The figures of each body over the years, gone over once: packed by the tasks that read them, added up by region, compared
 * from year to year. What it comes to are tables for the marts.
 */
package org.gongkai.jobs.series;
