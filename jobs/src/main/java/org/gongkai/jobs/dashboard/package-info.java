/**
 * The dashboard of a release: what of the tables it shows, cut into one file a region, and the page that draws it. The
 * yearly summaries read the same files.
 */
package org.gongkai.jobs.dashboard;
