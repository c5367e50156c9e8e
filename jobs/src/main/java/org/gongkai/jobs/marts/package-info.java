/**
 * The marts: what each table means stands in one .sql file, what its columns are in data/reference/tables; the Java
 * here registers the reference views, runs the files and writes the results.
 */
package org.gongkai.jobs.marts;
