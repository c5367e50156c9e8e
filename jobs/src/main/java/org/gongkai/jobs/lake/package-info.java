/**
 * The working state as Iceberg tables in namespace {@code gongkai}: which tables there are, how their rows are written
 * and replaced, and which of their snapshots together are the complete state.
 *
 * <p>A job writes every table and then one row of {@code ingests} that names their snapshots. Until that row is there,
 * nothing has happened: readers read the snapshots of the last row, and the next job rolls back what a dead one left.
 */
package org.gongkai.jobs.lake;
