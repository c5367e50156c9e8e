/**
 * Releases: numbered, immutable folders of plain Parquet and CSV with a data package, checksums and the changes against
 * the release before. A reader sees a whole release or none.
 */
package org.gongkai.jobs.release;
