/**
 * Documents into the lake. The driver lists the input and cuts it into slices; each task reads its slice, reads the
 * reports and writes the rows of all tables; the driver decides which document stands for which report and commits.
 * Texts travel from the input to a data file and nowhere else.
 */
package org.gongkai.jobs.ingest;
